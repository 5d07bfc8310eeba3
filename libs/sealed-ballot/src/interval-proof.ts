import { type Ciphertext, type CiphertextData, ciphertextsText } from './ciphertext.js';
import { oneOfIsProved, proveOneOf } from './disjunction.js';
import type { Election } from './election.js';
import type { Proof } from './proof.js';

/**
 * Proof that a pair encrypts one of the numbers first…last (4.12): `iprove(S, r, m − first, first, …, last)`. Its text
 * is `prove|S|α,β|`.
 * @param context S of the specification
 */
export function proveInterval(
  election: Election,
  context: string,
  pair: CiphertextData,
  own: { readonly randomness: bigint; readonly message: number },
  first: number,
  last: number,
): Proof[] {
  const statements = numbersBetween(first, last).map((count) => ({
    randomness: own.randomness,
    difference: own.message - count,
  }));
  return proveOneOf(election, intervalText(context, pair), statements, own.message - first);
}

/** Whether the pair is proved to encrypt one of first…last (4.12). */
export function intervalIsProved(
  election: Election,
  context: string,
  pair: Ciphertext,
  pairText: CiphertextData,
  first: number,
  last: number,
  proofs: readonly Proof[],
): boolean {
  const statements = numbersBetween(first, last).map((count) => ({ pair, count }));
  return oneOfIsProved(election, intervalText(context, pairText), statements, proofs);
}

export const numbersBetween = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const intervalText = (context: string, pair: CiphertextData): string =>
  `prove|${context}|${ciphertextsText([pair])}|`;
