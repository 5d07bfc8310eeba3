import { useEffect } from 'react';

/** In milliseconds. A whole assembly asks from one address: not more often. */
const EVERY = 20_000;

/** Asks again every twenty seconds while the page is in sight: others act on the same meeting or election. */
export function useFresh(ask: () => void, live: boolean): void {
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && ask(), EVERY);
    return () => clearInterval(timer);
  }, [ask, live]);
}
