import { useEffect } from 'react';
import type { UseQueryExecute } from 'urql';
import { watch } from '../graphql/changes.js';

/** In milliseconds. A whole assembly is told at once: its pages ask one after the other. */
const WITHIN = 1_500;

/** Asks again when others act on the meeting or election, while it is live and the page in sight. */
export function useFresh(id: string, ask: UseQueryExecute, live: boolean): void {
  useEffect(() => {
    if (!live) return;
    let asking: ReturnType<typeof setTimeout> | undefined;
    const leave = watch(id, () => {
      clearTimeout(asking);
      // From the network in any case: what is being answered already may have been read before the change.
      asking = setTimeout(() => ask({ requestPolicy: 'network-only' }), Math.random() * WITHIN);
    });
    return () => {
      clearTimeout(asking);
      leave();
    };
  }, [id, ask, live]);
}
