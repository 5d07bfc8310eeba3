export {
  type Ballot,
  type CandidateId,
  countMajorityRound,
  type MajoritySettings,
  type RoundCount,
  type RoundOutcome,
} from './majority-in-two-rounds.js';
