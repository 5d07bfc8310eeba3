import { Candidacy } from './candidacy.entity.js';
import { ElectionCount } from './election-count.entity.js';
import { ElectionRound } from './election-round.entity.js';
import { Election } from './election.entity.js';
import { LotCommitment } from './lot-commitment.entity.js';
import { LotDraw } from './lot-draw.entity.js';
import { LotValue } from './lot-value.entity.js';
import { Proclamation } from './proclamation.entity.js';
import { RecordedBallot } from './recorded-ballot.entity.js';
import { RecordedChoice } from './recorded-choice.entity.js';
import { RegisterEntry } from './register-entry.entity.js';
import { RoundCandidate } from './round-candidate.entity.js';
import { Scrutineer } from './scrutineer.entity.js';
import { KeyCeremony } from './sealed/key-ceremony.entity.js';
import { PartialDecryption } from './sealed/partial-decryption.entity.js';
import { RegisterSignature } from './sealed/register-signature.entity.js';
import { SealedBallot } from './sealed/sealed-ballot.entity.js';
import { SealedBox } from './sealed/sealed-box.entity.js';
import { SealedPoll } from './sealed/sealed-poll.entity.js';
import { SealedResult } from './sealed/sealed-result.entity.js';
import { TrusteePart } from './sealed/trustee-part.entity.js';
import { Trustee } from './sealed/trustee.entity.js';
import { VoteHolder } from './vote-holder.entity.js';

export { BALLOTS_OF_A_SEAT } from './ballots-of-a-seat.js';
export { Election } from './election.entity.js';
export { type ElectionFile, ElectionsLoaders } from './graphql/elections.loaders.js';
export { ElectionsModule } from './elections.module.js';
export { ElectionActs } from './election-acts.js';
export { GiveTrusteePart } from './commands/give-trustee-part.js';
export type { CountResult } from './election-count.entity.js';
export { anotherRoundFollows, type Situation, Situations } from './situations.js';
export { ElectionsRepository, isUnderWay } from './elections.repository.js';
export { PollsRepository } from './polls.repository.js';
export { BOOTH_HASH, type BoothHash, VERIFIER } from './sealed/opening-of-seals.js';
export { type PollFile, PollFiles } from './sealed/poll-files.js';
export { SealedPollsRepository } from './sealed/sealed-polls.repository.js';

/** The tables of this room. */
export const ELECTIONS_TABLES = [
  Election,
  Candidacy,
  ElectionRound,
  RoundCandidate,
  RegisterEntry,
  VoteHolder,
  RecordedBallot,
  RecordedChoice,
  ElectionCount,
  Scrutineer,
  LotCommitment,
  LotValue,
  LotDraw,
  Proclamation,
  KeyCeremony,
  Trustee,
  TrusteePart,
  SealedPoll,
  SealedBallot,
  RegisterSignature,
  SealedBox,
  PartialDecryption,
  SealedResult,
];
