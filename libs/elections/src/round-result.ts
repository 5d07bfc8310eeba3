import type { RulesOfProcedure } from '@hemicycle/charter';
import type { Text } from '@hemicycle/kernel';
import {
  countBlockVote,
  countMajorityRound,
  countMostVotes,
  type PollSums,
  type RoundCount,
} from '@hemicycle/tally';
import type { CountResult } from './election-count.entity.js';
import type { ElectionRound } from './election-round.entity.js';

type Rules = Pick<RulesOfProcedure, 'blankVotesCountAsCast'>;

/** Each kind of round by its method (charter METHOD). */
function counted(
  { kind, seats }: Pick<ElectionRound, 'kind' | 'seats'>,
  sums: PollSums,
  names: ReadonlyMap<string, string>,
  rules: Rules,
): RoundCount {
  switch (kind) {
    case 'FIRST':
      return countMajorityRound(sums, 1, names, rules);
    case 'SECOND':
      return countMajorityRound(sums, 2, names, rules);
    case 'BLOCK_VOTE':
      return countBlockVote(sums, seats, names, rules);
    case 'RUN_OFF':
      return countMostVotes('RUN_OFF', sums, seats, names, rules);
  }
}

/** The result of a round, without a name in it: people can be erased, a result stays. */
export function resultOfRound(
  round: Pick<ElectionRound, 'kind' | 'seats'>,
  sums: PollSums,
  rules: Rules,
): CountResult {
  const ids = new Map([...sums.votes.keys()].map((id) => [id, id]));
  const { explanation: _, ...result } = counted(round, sums, ids, rules);
  return result;
}

/**
 * The arithmetic of a result in words, sentence by sentence: the count is made again from the figures that were kept,
 * so that the words cannot say anything else.
 *
 * @param names of the candidates, by candidacy
 */
export function explanationOf(
  result: CountResult,
  names: ReadonlyMap<string, string>,
  rules: Rules,
): readonly Text[] {
  const { votes, blanks, votesCast } = result;
  const sums: PollSums = {
    votes: new Map(votes.map((line) => [line.candidate, line.votes])),
    blanks,
    ballots: rules.blankVotesCountAsCast ? votesCast : votesCast + blanks,
  };
  return counted(result, sums, names, rules).explanation;
}
