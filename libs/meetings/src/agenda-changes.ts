import type { AgendaItem } from './agenda-item.entity.js';

/** What happened to an item between two versions of an agenda. */
export const AGENDA_CHANGES = ['ADDED', 'REMOVED', 'CHANGED', 'MOVED'] as const;
export type AgendaChangeKind = (typeof AGENDA_CHANGES)[number];

export type ItemOnAgenda = Pick<
  AgendaItem,
  | 'itemId'
  | 'position'
  | 'kind'
  | 'titleFr'
  | 'titleEn'
  | 'office'
  | 'college'
  | 'subject'
  | 'objectId'
  | 'presentsResults'
  | 'reportOfId'
  | 'plannedMinutes'
>;

export interface AgendaChange {
  readonly kind: AgendaChangeKind;
  /** The item as it was; null when it was added. */
  readonly before: ItemOnAgenda | null;
  /** The item as it is; null when it was removed. */
  readonly after: ItemOnAgenda | null;
}

/**
 * What changed from one version of an agenda to another: first what is on the later one, in its order, then what is
 * gone. An item that was both reworded and moved is told as changed. As few items as possible are told as moved: when
 * the last becomes the first, it moved, and the others stayed.
 */
export function agendaChanges(
  before: readonly ItemOnAgenda[],
  after: readonly ItemOnAgenda[],
): AgendaChange[] {
  const formerly = new Map(before.map((item) => [item.itemId, item]));
  const remaining = new Set(after.map(({ itemId }) => itemId));
  const stayed = longestRun(
    after.flatMap(({ itemId }) => {
      const former = formerly.get(itemId);
      return former === undefined ? [] : [former];
    }),
  );
  const told = after.flatMap((item): AgendaChange[] => {
    const former = formerly.get(item.itemId);
    if (former === undefined) return [{ kind: 'ADDED', before: null, after: item }];
    if (reads(former) !== reads(item)) return [{ kind: 'CHANGED', before: former, after: item }];
    return stayed.has(item.itemId) ? [] : [{ kind: 'MOVED', before: former, after: item }];
  });
  const removed = before.filter(({ itemId }) => !remaining.has(itemId));
  return [...told, ...removed.map((item): AgendaChange => ({ kind: 'REMOVED', before: item, after: null }))];
}

const reads = ({ itemId: _, position: __, ...said }: ItemOnAgenda): string =>
  JSON.stringify(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The ids of the longest series of items, in the order given, whose former positions only grow. */
function longestRun(items: readonly ItemOnAgenda[]): Set<string> {
  const runs: ItemOnAgenda[][] = [];
  for (const item of items) {
    const best = runs
      .filter((run) => (run.at(-1)?.position ?? 0) < item.position)
      .reduce<ItemOnAgenda[]>((longest, run) => (run.length > longest.length ? run : longest), []);
    runs.push([...best, item]);
  }
  const longest = runs.reduce<ItemOnAgenda[]>((best, run) => (run.length > best.length ? run : best), []);
  return new Set(longest.map(({ itemId }) => itemId));
}
