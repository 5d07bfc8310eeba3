/** An item of an agenda under work, as far as joining two versions needs it. */
interface Identified {
  /** Null, or none: no saved version has it. */
  readonly id?: string | null | undefined;
}

/** Whether two items say the same. */
export const sameItem = (one: Identified, other: Identified): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * One agenda from two that began with the same version: what the writer added, removed or rewrote is hers, the rest is as the
 * other version has it, and what that one added comes last. An item that she rewrote and the other removed is a new one.
 * Items that she did not change are given as they are in `other`.
 *
 * @param own what is being written
 * @param base the version that both began with; empty: there was none
 * @param other the version that was saved meanwhile
 */
export function joinedAgenda<Item extends Identified>(
  own: readonly Item[],
  base: readonly Item[],
  other: readonly Item[],
): Item[] {
  const saved = (item: Item): boolean => item.id !== null && item.id !== undefined;
  const of = (items: readonly Item[], item: Item): Item | undefined => items.find(({ id }) => id === item.id);
  return [
    ...own.flatMap((item) => {
      if (!saved(item)) return [item];
      const before = of(base, item);
      const now = of(other, item);
      const rewritten = before === undefined || !sameItem(before, item);
      if (now === undefined) return rewritten ? [{ ...item, id: null }] : [];
      return [rewritten ? item : now];
    }),
    ...other.filter((item) => of(base, item) === undefined && of(own, item) === undefined),
  ];
}
