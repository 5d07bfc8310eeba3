import { countMostVotes } from './most-votes.js';
import type { CandidateId, CountSettings, PollSums, RoundCount } from './poll.js';

/**
 * Counts a block vote (charter METHOD): each ballot carries no more names than there are seats, and the seats go to those
 * with the most votes, in one round. With fewer or as many candidates as seats, each needs one vote.
 *
 * @param seats how many are to be elected, from 1
 * @param labels how the explanation calls each candidate, in both languages
 * @param settings blank votes are counted apart unless it says otherwise
 * @throws RangeError for a candidate without a label, no seat, or more votes than such ballots could carry.
 */
export function countBlockVote(
  sums: PollSums,
  seats: number,
  labels: ReadonlyMap<CandidateId, string>,
  settings?: CountSettings,
): RoundCount {
  const valid = sums.ballots - sums.blanks;
  const given = [...sums.votes.values()].reduce((sum, votes) => sum + votes, 0);
  if (given > valid * seats) {
    throw new RangeError(`${valid} ballots of ${seats} names cannot carry ${given} votes.`);
  }
  return countMostVotes('BLOCK_VOTE', sums, seats, labels, settings);
}
