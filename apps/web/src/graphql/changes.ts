import { stringifyDocument } from '@urql/core';
import { graphql } from './graphql.js';

const CHANGED = graphql(`
  subscription Changed($ids: [ID!]!) {
    changed(ids: $ids)
  }
`);

/** In milliseconds: how long after a refused or lost stream to open it again. */
const COME_BACK = 30_000;

/** Who is to be told of each thing. */
const watchers = new Map<string, Set<() => void>>();
let stream: EventSource | null = null;
let opening: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls `changed` whenever the meeting or the election changed, or may have: once at the beginning too. The page holds one
 * stream for all that it watches, and none while it is out of sight.
 */
export function watch(id: string, changed: () => void): () => void {
  const told = watchers.get(id) ?? new Set();
  watchers.set(id, told.add(changed));
  openSoon();
  return () => {
    told.delete(changed);
    if (told.size === 0) watchers.delete(id);
    openSoon();
  };
}

document.addEventListener('visibilitychange', () => openSoon());

/** What a page watches comes in several pieces, one after the other. */
function openSoon(after = 50): void {
  clearTimeout(opening);
  opening = setTimeout(open, after);
}

function open(): void {
  stream?.close();
  stream = null;
  const ids = [...watchers.keys()];
  if (ids.length === 0 || document.visibilityState === 'hidden') return;
  const address = new URLSearchParams({
    query: stringifyDocument(CHANGED),
    variables: JSON.stringify({ ids }),
  });
  const opened = new EventSource(`/subscriptions?${address}`);
  stream = opened;
  opened.addEventListener('next', ({ data }: MessageEvent<string>) => {
    const answer = JSON.parse(data) as { data?: { changed: string[] } };
    tell(answer.data?.changed ?? []);
  });
  opened.addEventListener('error', () => {
    // A stream that was cut is opened again by the browser; one that was refused is not.
    if (opened.readyState !== EventSource.CLOSED) return;
    tell(ids);
    openSoon(COME_BACK);
  });
}

function tell(ids: readonly string[]): void {
  for (const id of ids) for (const changed of watchers.get(id) ?? []) changed();
}
