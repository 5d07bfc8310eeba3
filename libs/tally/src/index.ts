export { countBlockVote } from './block-vote.js';
export { commitmentOf, type Drawn, drawLots, isLotValue, type Lot } from './lot.js';
export { countMajorityRound } from './majority-in-two-rounds.js';
export { countMostVotes } from './most-votes.js';
export {
  type Ballot,
  type CandidateId,
  type CountSettings,
  type PollSums,
  type RoundCount,
  type RoundKind,
  type RoundOutcome,
  sumOf,
} from './poll.js';
