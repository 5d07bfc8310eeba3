import type { Element, Group } from './group.js';

/** How many random subsets are tried: an element that does not belong escapes with a probability of 2^−64 at most. */
const ROUNDS = 64;
/** Elements whose subset products are tabled together. */
const CHUNK = 4;

/**
 * Whether numbers all belong to a subgroup, in one test of them all, some three times faster than one by one.
 *
 * Random subset products (Bellare, Garay and Rabin, 1998): if x does not belong, then of two subsets that differ by x
 * alone at most one has its product in the subgroup, so that a random subset's product is out half of the time or more,
 * whatever the order of x and whatever else does not belong. Sixty-four subsets are drawn once the numbers are known, so
 * nobody can prepare numbers for them. (A product of random *powers* would be cheaper still, but lets numbers of small
 * order through: of order 2, half of the time.)
 *
 * @param isMember the exact test of one element
 */
export function allBelong<T>(
  elements: readonly T[],
  one: T,
  times: (a: T, b: T) => T,
  isMember: (element: T) => boolean,
): boolean {
  const products = Array.from({ length: ROUNDS }, () => one);
  const draws = new Uint8Array(ROUNDS);
  for (let start = 0; start < elements.length; start += CHUNK) {
    const subsets = subsetProducts(elements.slice(start, start + CHUNK), one, times);
    globalThis.crypto.getRandomValues(draws);
    for (const [round, draw] of draws.entries()) {
      // The number of subsets is a power of two: the draw is uniform.
      const subset = draw % subsets.length;
      if (subset !== 0) products[round] = times(products[round] ?? one, subsets[subset] ?? one);
    }
  }
  return products.every(isMember);
}

/** The product of each subset, the subset being written in binary by its index. */
function subsetProducts<T>(elements: readonly T[], one: T, times: (a: T, b: T) => T): T[] {
  const products = [one];
  for (const element of elements)
    products.push(...products.map((product, index) => (index === 0 ? element : times(product, element))));
  return products;
}

/**
 * The same group, which has already read these texts, all together where the group knows how and they are many. What it
 * could not vouch for is read one by one as ever, so that a refusal names its place.
 */
export function havingRead(group: Group, texts: readonly string[]): Group {
  const known: ReadonlyMap<string, Element> = group.decodeTogether?.(texts) ?? new Map<string, Element>();
  if (known.size === 0) return group;
  return {
    ...group,
    decode: (text, place) =>
      (typeof text === 'string' ? known.get(text) : undefined) ?? group.decode(text, place),
  };
}
