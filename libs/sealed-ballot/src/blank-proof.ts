import type { Ciphertext } from './ciphertext.js';
import { oneOfIsProved, proveOneOf } from './disjunction.js';
import type { Election } from './election.js';
import { numbersBetween } from './interval-proof.js';
import type { Proof } from './proof.js';
import type { Question } from './question.js';

/** What the maker of a possibly-blank vote knows of (α₀, β₀) and (α_Σ, β_Σ) (4.13). */
export interface OwnBlankVote {
  readonly blank: { readonly randomness: bigint; readonly message: number };
  readonly sum: { readonly randomness: bigint; readonly message: number };
}

/** Proof that m₀ = 0 or m_Σ = 0 (4.13.1 and 4.13.2, `bproof0`): a blank vote chooses nothing else. Always [π₀, π_Σ]. */
export const proveBlank = (election: Election, context: string, { blank, sum }: OwnBlankVote): Proof[] =>
  proveOneOf(
    election,
    `bproof0|${context}|`,
    [
      { randomness: blank.randomness, difference: blank.message },
      { randomness: sum.randomness, difference: sum.message },
    ],
    blank.message === 0 ? 0 : 1,
  );

/** Whether m₀ = 0 or m_Σ = 0 is proved (4.13.3). */
export const blankIsProved = (
  election: Election,
  context: string,
  blank: Ciphertext,
  sum: Ciphertext,
  proofs: readonly Proof[],
): boolean =>
  oneOfIsProved(
    election,
    `bproof0|${context}|`,
    [
      { pair: blank, count: 0 },
      { pair: sum, count: 0 },
    ],
    proofs,
  );

/** Proof that m₀ = 1 or m_Σ lies in min…max (4.13.1 and 4.13.2, `bproof1`): max − min + 2 proofs, m₀ = 1 first. */
export const proveBlankOrInterval = (
  election: Election,
  context: string,
  { min, max }: Question,
  { blank, sum }: OwnBlankVote,
): Proof[] =>
  proveOneOf(
    election,
    `bproof1|${context}|`,
    [
      { randomness: blank.randomness, difference: blank.message - 1 },
      ...numbersBetween(min, max).map((count) => ({
        randomness: sum.randomness,
        difference: sum.message - count,
      })),
    ],
    blank.message === 1 ? 0 : sum.message - min + 1,
  );

/** Whether m₀ = 1 or m_Σ in min…max is proved (4.13.3). */
export const blankOrIntervalIsProved = (
  election: Election,
  context: string,
  { min, max }: Question,
  blank: Ciphertext,
  sum: Ciphertext,
  proofs: readonly Proof[],
): boolean =>
  oneOfIsProved(
    election,
    `bproof1|${context}|`,
    [{ pair: blank, count: 1 }, ...numbersBetween(min, max).map((count) => ({ pair: sum, count }))],
    proofs,
  );
