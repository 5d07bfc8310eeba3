import type { College } from '@hemicycle/kernel';
import type { QuorumCheck } from './quorum-check.entity.js';

/**
 * The college of each seat that attended a recorded vote and took no part in it by a declared interest, as the quorum was
 * reckoned when it opened (charter RECUSAL): whoever was away would not have voted anyway.
 */
export const recusedInVote = (
  checks: readonly QuorumCheck[],
  { quorumNumber }: { readonly quorumNumber: number | null },
): College[] =>
  checks
    .filter(({ number }) => number === quorumNumber)
    .flatMap(({ college, recused }) => Array.from({ length: recused }, () => college));
