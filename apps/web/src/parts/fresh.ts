import { useEffect } from 'react';

const EVERY = 10_000;

/** Asks again every ten seconds while the page is in sight: others act on the same meeting or election. */
export function useFresh(ask: () => void, live: boolean): void {
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && ask(), EVERY);
    return () => clearInterval(timer);
  }, [ask, live]);
}
