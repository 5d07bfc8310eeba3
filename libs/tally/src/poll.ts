import type { Text } from '@hemicycle/kernel';

/** Whatever tells candidates apart for the caller: opaque here, compared character by character. */
export type CandidateId = string;

/** One ballot, or `count` ballots that say the same: counts are made on groups, so that size costs nothing. */
export interface Ballot {
  /** The names on it, in any order; none is a blank vote. */
  readonly choices: readonly CandidateId[];
  /** How many ballots say this: an integer from 0; 1 when absent. */
  readonly count?: number;
}

/** What a poll adds up to: from ballots by name, or from the sum that trustees opened. */
export interface PollSums {
  /** Of every candidate, those without a vote included. */
  readonly votes: ReadonlyMap<CandidateId, number>;
  readonly blanks: number;
  /** All of the ballots, the blank ones included. */
  readonly ballots: number;
}

export interface CountSettings {
  /** Whether a blank vote raises the majority that a first round asks for. It never elects anybody. */
  readonly blankVotesCountAsCast: boolean;
}

export const BLANKS_APART: CountSettings = { blankVotesCountAsCast: false };

export type RoundOutcome =
  /** Most votes first. As many as there are seats, or fewer where nobody else has a vote. */
  | { readonly kind: 'elected'; readonly candidates: readonly CandidateId[] }
  /** First of two rounds only. Most votes first, then by id; more than two when several are tied for a place. */
  | { readonly kind: 'second round'; readonly candidates: readonly CandidateId[] }
  /**
   * `candidates` share the votes that would give the last `seats`, fewer than they are: the rule on ties decides
   * between them (charter TIE). `elected` have more, and are elected whatever it says.
   */
  | {
      readonly kind: 'tied';
      readonly elected: readonly CandidateId[];
      readonly candidates: readonly CandidateId[];
      readonly seats: number;
    }
  /** No candidate, or no valid vote (charter POLL). */
  | { readonly kind: 'failed' };

/** What a round is: the two of the majority method, a block vote, or the run-off between those tied in any of them. */
export type RoundKind = 'FIRST' | 'SECOND' | 'BLOCK_VOTE' | 'RUN_OFF';

export interface RoundCount {
  readonly kind: RoundKind;
  /** How many the round may elect. */
  readonly seats: number;
  /** Every candidate of the round, those without a vote included: most votes first, then by id. */
  readonly votes: readonly { readonly candidate: CandidateId; readonly votes: number }[];
  readonly blanks: number;
  /** Ballots that count: without the blank ones, unless these are counted as cast (charter BLANK). */
  readonly votesCast: number;
  /** The votes that elect in a first round; null in every other, where the most votes are enough. */
  readonly majorityNeeded: number | null;
  readonly outcome: RoundOutcome;
  /** The arithmetic, sentence by sentence, for a reader who was not there. */
  readonly explanation: readonly Text[];
}

/**
 * Adds ballots up.
 *
 * @param candidates those who stand in this round, in any order
 * @param maxNames how many names a ballot may carry
 * @throws RangeError when the count would have to guess: a name of somebody who does not stand, a name twice or too many
 * names on a ballot, a candidate listed twice, a number of ballots that is not an exact integer from 0.
 */
export function sumOf(
  ballots: readonly Ballot[],
  candidates: readonly CandidateId[],
  maxNames: number,
): PollSums {
  const votes = new Map<CandidateId, number>(candidates.map((candidate) => [candidate, 0]));
  if (votes.size < candidates.length) throw new RangeError('A candidate is listed twice.');
  let blanks = 0;
  let total = 0;
  for (const { choices, count = 1 } of ballots) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${count} is not a number of ballots.`);
    }
    if (choices.length > maxNames) {
      throw new RangeError(`A ballot carries ${choices.length} names, where ${maxNames} are allowed.`);
    }
    if (new Set(choices).size < choices.length) throw new RangeError('A ballot carries a name twice.');
    total += count;
    if (!Number.isSafeInteger(total))
      throw new RangeError('There are more ballots than can be counted exactly.');
    if (choices.length === 0) blanks += count;
    for (const choice of choices) {
      const before = votes.get(choice);
      if (before === undefined) {
        throw new RangeError(
          `A ballot names ${JSON.stringify(choice)}, who is not a candidate in this round.`,
        );
      }
      votes.set(choice, before + count);
    }
  }
  return { votes, blanks, ballots: total };
}

/** Every candidate with her votes: most first, then by id, so that nothing depends on the order of the ballots. */
export function ranked({ votes }: PollSums): { candidate: CandidateId; votes: number }[] {
  return [...votes]
    .map(([candidate, count]) => ({ candidate, votes: count }))
    .toSorted((a, b) => b.votes - a.votes || (a.candidate < b.candidate ? -1 : 1));
}

/** The ballots that count as votes cast (charter BLANK). */
export const votesCastIn = (
  { ballots, blanks }: PollSums,
  { blankVotesCountAsCast }: CountSettings,
): number => (blankVotesCountAsCast ? ballots : ballots - blanks);
