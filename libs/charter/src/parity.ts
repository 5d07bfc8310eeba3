/** What a person may declare for PARITY: counted as a woman, as a man, or as neither. */
export const GENDERS = ['WOMAN', 'MAN', 'NEITHER'] as const;
export type Gender = (typeof GENDERS)[number];

/** All that is ever shown of declarations. */
export const PARITIES = ['MET', 'NOT_MET', 'UNKNOWN'] as const;
export type Parity = (typeof PARITIES)[number];

/** The largest gap between women and men among a college’s seats (L2014-873, article 74). */
const LARGEST_GAP = 1;

/**
 * Whether the gap between women and men among the seats of one college is at most one (charter PARITY). It is known as soon
 * as whatever the silent might say changes nothing: each of them moves the gap by one at most.
 *
 * @param declared by each holder of a seat; null: nothing
 */
export function parityOf(declared: readonly (Gender | null)[]): Parity {
  const count = (gender: Gender | null): number => declared.filter((one) => one === gender).length;
  const gap = Math.abs(count('WOMAN') - count('MAN'));
  const silent = count(null);
  if (gap + silent <= LARGEST_GAP) return 'MET';
  return gap - silent > LARGEST_GAP ? 'NOT_MET' : 'UNKNOWN';
}
