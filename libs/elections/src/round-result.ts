import type { RulesOfProcedure } from '@hemicycle/charter';
import type { Text } from '@hemicycle/kernel';
import { type Ballot, countMajorityRound, type RoundCount } from '@hemicycle/tally';
import type { CountResult } from './election-count.entity.js';

interface CountedBallots {
  /** The ballots that count, by candidacy; null is blank. */
  readonly ballots: readonly Ballot[];
  readonly candidacyIds: readonly string[];
  /** 1 or 2. */
  readonly number: number;
  readonly rules: Pick<RulesOfProcedure, 'blankVotesCountAsCast'>;
}

function counted(
  { ballots, candidacyIds, number, rules }: CountedBallots,
  names: ReadonlyMap<string, string>,
): RoundCount {
  return countMajorityRound(ballots, candidacyIds, number === 1 ? 1 : 2, names, rules);
}

/** The result of a round, without a name in it: people can be erased, a result stays. */
export function resultOfRound(round: CountedBallots): CountResult {
  const { explanation: _, ...result } = counted(round, new Map(round.candidacyIds.map((id) => [id, id])));
  return result;
}

/**
 * The arithmetic of a result in words, sentence by sentence: the count is made again from the figures that were kept,
 * so that the words cannot say anything else.
 *
 * @param names of the candidates, by candidacy
 */
export function explanationOf(
  { votes, blanks, round }: CountResult,
  names: ReadonlyMap<string, string>,
  rules: Pick<RulesOfProcedure, 'blankVotesCountAsCast'>,
): readonly Text[] {
  return counted(
    {
      ballots: [
        ...votes.map(({ candidate, votes: count }) => ({ choice: candidate, count })),
        { choice: null, count: blanks },
      ],
      candidacyIds: votes.map(({ candidate }) => candidate),
      number: round,
      rules,
    },
    names,
  ).explanation;
}
