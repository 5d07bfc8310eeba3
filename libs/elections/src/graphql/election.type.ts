import { PublicPerson } from '@hemicycle/accounts';
import {
  ELECTION,
  type ElectionFailure,
  type ElectionMethod,
  type ElectionState,
  FAILURES,
} from '@hemicycle/charter';
import { CollegeEnum, DayScalar, enumOf, resultOf, TextField } from '@hemicycle/graphql';
import type { College, Day, Text } from '@hemicycle/kernel';
import { type Office, OfficeEnum } from '@hemicycle/mandates';
import { MemberType } from '@hemicycle/members';
import { ElectionMethodEnum } from '@hemicycle/procedure';
import type { RoundKind } from '@hemicycle/tally';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SealedPollType } from './sealed-poll.type.js';

const STATES = Object.keys(ELECTION.states) as ElectionState[];

export const ElectionStateEnum = enumOf('ElectionState', STATES, 'The life of an election (charter LIFE).', {
  DRAFT: 'Called; its nominations open with the convocation.',
  NOMINATIONS: 'Members of the seat’s college may stand.',
  VOTING: 'A round is open.',
  CLOSED: 'The round is closed and not counted.',
  COUNTED: 'The round is counted: to be proclaimed, followed by another round, or failed.',
  PROCLAIMED: 'Somebody was proclaimed, and her mandate began.',
  FAILED: 'Nobody got the seat.',
  ANNULLED: 'Annulled after an upheld challenge.',
  CANCELLED: 'Cancelled before the count, with a reason.',
});

export const ElectionFailureEnum = enumOf(
  'ElectionFailure',
  FAILURES,
  'Why an election gave nobody the seat (charter POLL, ELIGIBILITY).',
  {
    NO_CANDIDATE: 'Nobody stood when the item was taken up.',
    NO_VALID_VOTE: 'Every ballot was blank, or nobody voted.',
    WINNER_LOST: 'Whoever came first was no longer a member of the college.',
    NOT_SETTLED_IN_TIME: 'The round that had to decide was not opened in time.',
  },
);

const ROUND_KINDS: readonly RoundKind[] = ['FIRST', 'SECOND', 'BLOCK_VOTE', 'RUN_OFF'];

export const RoundKindEnum = enumOf('RoundKind', ROUND_KINDS, 'What a round is (charter METHOD, TIE).', {
  FIRST: 'The first of two: more than half of the votes cast elects.',
  SECOND: 'The second of two, between the first of the first round: the most votes elect.',
  BLOCK_VOTE: 'The one round of a block vote: no more names than seats, the most votes elect.',
  RUN_OFF: 'Between those tied in the round before it, for the seats that are left.',
});

const OUTCOMES = ['ELECTED', 'SECOND_ROUND', 'TIED', 'FAILED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const RoundOutcomeEnum = enumOf('RoundOutcome', OUTCOMES, 'What a count leads to.', {
  ELECTED: 'Somebody is elected.',
  SECOND_ROUND: 'A second round is needed.',
  TIED: 'The first are tied: the rule on ties decides (charter TIE).',
  FAILED: 'There was no valid vote.',
});

@ObjectType('Candidacy', { description: 'A member who stands in an election (charter ELIGIBILITY).' })
export class CandidacyType {
  @Field(() => ID)
  id: string;

  @Field(() => MemberType, { description: 'The member who stands, as she is today.' })
  member: MemberType;

  @Field({ description: 'Her published statement, in her own words and language.' })
  statement: string;

  @Field()
  declaredAt: Date;

  @Field(() => Date, { nullable: true, description: 'When she withdrew it; null: she did not.' })
  withdrawnAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it lapsed, its candidate being proclaimed to another seat (charter C3-COMMITTEE); null: it did not.',
  })
  lapsedAt: Date | null;
}

@ObjectType('CandidateVotes', { description: 'The votes for one candidate in one round.' })
export class CandidateVotesType {
  @Field(() => CandidacyType)
  candidacy: CandidacyType;

  @Field(() => Int)
  votes: number;
}

@ObjectType('RoundCount', {
  description:
    'The count of a round: made once, after closing (charter CNIL-1-09). Anybody can make it again from the votes.',
})
export class RoundCountType {
  @Field()
  countedAt: Date;

  @Field(() => PublicPerson, { description: 'The person of the secretariat who counted.' })
  countedBy: PublicPerson;

  @Field({
    description:
      'Whether fewer ballots were cast than the floor of secrecy (charter SECRECY-FLOOR): then figures are null, except for the two scrutineers. The outcome and its names are published all the same: with very few ballots they may tell how people voted.',
  })
  underFloor: boolean;

  @Field(() => [CandidateVotesType], {
    nullable: true,
    description: 'Most votes first; null: kept by the scrutineers.',
  })
  votes: CandidateVotesType[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Blank votes, counted and published apart (charter BLANK); null: kept by the scrutineers.',
  })
  blanks: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Votes cast: without the blank ones, unless the rules of procedure count them; null: kept by the scrutineers.',
  })
  votesCast: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The votes that elect in the first of two rounds; null in any other, where the most votes are enough, and where the scrutineers keep the figures.',
  })
  majorityNeeded: number | null;

  @Field(() => RoundOutcomeEnum)
  outcome: Outcome;

  @Field(() => [CandidacyType], {
    description:
      'Who is elected, goes on to the second round, or is tied; in the order of the declarations where the scrutineers keep the figures.',
  })
  outcomeFor: CandidacyType[];

  @Field(() => [CandidacyType], {
    description:
      'Who gets a seat by this round, most votes first: others may be tied for those that are left.',
  })
  elected: CandidacyType[];

  @TextField('The arithmetic in words, one sentence a line; null: kept by the scrutineers.', {
    nullable: true,
  })
  explanation: Text | null;
}

@ObjectType('RecordedVote', {
  description:
    'The vote of one seat in a closed round of a recorded election, by name: such votes are public, and stand in the minutes.',
})
export class RecordedVoteType {
  @Field(() => MemberType, { description: 'The seat that votes.' })
  member: MemberType;

  @Field(() => PublicPerson, {
    description: 'Who held the seat’s vote: the member, or the alternate sitting in (charter ALTERNATE).',
  })
  holder: PublicPerson;

  @Field({ description: 'Whether a ballot was cast.' })
  voted: boolean;

  @Field(() => [CandidacyType], { description: 'The names on the ballot; none: a blank vote, or no vote.' })
  choices: CandidacyType[];
}

@ObjectType('LotValue', { description: 'What one college gives to the lot of a round (charter TIE).' })
export class LotValueType {
  @Field(() => CollegeEnum)
  college: College;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the value, in lowercase hexadecimal, that its scrutineer published before the round opened; null: none.',
  })
  commitment: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Revealed after the closing, or rolled; null: not known.',
  })
  value: string | null;

  @Field({ description: 'Whether dice were rolled in session, the value being withheld.' })
  rolled: boolean;
}

@ObjectType('LotPlace', { description: 'The place of one candidate in a lot.' })
export class LotPlaceType {
  @Field(() => CandidacyType)
  candidacy: CandidacyType;

  @Field({ description: 'What is hashed: anybody replays it with `printf %s TEXT | sha256sum`.' })
  text: string;

  @Field({ description: 'SHA-256 of the text, in lowercase hexadecimal: the smallest comes first.' })
  digest: string;

  @Field({ description: 'Whether the lot gives her a seat.' })
  elected: boolean;
}

@ObjectType('ElectionRound', { description: 'One poll of an election.' })
export class ElectionRoundType {
  @Field(() => Int, { description: 'From 1.' })
  number: number;

  @Field(() => RoundKindEnum)
  kind: RoundKind;

  @Field(() => Int, { description: 'How many it may elect, and how many names a ballot may carry.' })
  seats: number;

  @Field(() => PublicPerson, {
    description: 'The president of the item, on whose order it opens (charter POLL).',
  })
  orderedBy: PublicPerson;

  @Field()
  orderedAt: Date;

  @Field(() => PublicPerson, {
    nullable: true,
    description: 'The person of the secretariat who carried the order out; null: not opened yet.',
  })
  openedBy: PublicPerson | null;

  @Field(() => Date, { nullable: true, description: 'Null: not opened yet.' })
  openedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'The instant, said at the opening, after which no ballot is taken; null: it closes in session.',
  })
  closesAt: Date | null;

  @Field(() => PublicPerson, {
    nullable: true,
    description: 'The person of the secretariat who closed it; null: not closed yet.',
  })
  closedBy: PublicPerson | null;

  @Field(() => Date, { nullable: true, description: 'Null: not closed yet.' })
  closedAt: Date | null;

  @Field(() => [CandidacyType], {
    description:
      'Who is on the ballot, fixed when it opened, in the order of the declarations; empty before.',
  })
  candidates: CandidacyType[];

  @Field(() => Int, { description: 'Seats that voted so far: all that anybody learns before the closing.' })
  ballots: number;

  @Field({
    description:
      'How the archive of this round would name its election: credentials can be issued for it on another machine before it opens.',
  })
  sealedUuid: string;

  @Field(() => SealedPollType, {
    nullable: true,
    description: 'Its seal (charter SECRECY); null: it is by recorded votes, or not open yet.',
  })
  sealed: SealedPollType | null;

  @Field(() => [RecordedVoteType], {
    nullable: true,
    description:
      'The votes by name, by member number; null: the round is not closed (charter CNIL-1-09), or it is secret.',
  })
  votes: RecordedVoteType[] | null;

  @Field(() => RoundCountType, { nullable: true, description: 'Null: not counted yet.' })
  count: RoundCountType | null;

  @Field(() => [LotValueType], { description: 'What the colleges gave to its lot so far, government first.' })
  lotValues: LotValueType[];

  @Field(() => [LotPlaceType], {
    nullable: true,
    description: 'The lot between those tied in it, the first one first; null: none was drawn.',
  })
  lot: LotPlaceType[] | null;
}

@ObjectType('Scrutineer', {
  description: 'Who commits and reveals a college’s value of the lot (charter TIE).',
})
export class ScrutineerType {
  @Field(() => CollegeEnum)
  college: College;

  @Field(() => PublicPerson)
  person: PublicPerson;

  @Field()
  namedAt: Date;
}

@ObjectType('Proclamation', { description: 'Who was proclaimed: her mandate began that day.' })
export class ProclamationType {
  @Field(() => CandidacyType)
  candidacy: CandidacyType;

  @Field(() => DayScalar)
  proclaimedOn: Day;

  @Field(() => ID, { description: 'The mandate that began.' })
  mandateId: string;
}

@ObjectType('ElectionConclusion', { description: 'How an election ended.' })
export class ElectionConclusionType {
  @Field({ description: 'When it was proclaimed, failed or was cancelled.' })
  at: Date;

  @Field(() => PublicPerson, { description: 'The person of the secretariat who recorded it.' })
  by: PublicPerson;

  @Field(() => ElectionFailureEnum, { nullable: true, description: 'Null: it did not fail.' })
  failure: ElectionFailure | null;

  @TextField('Why it failed, or was cancelled, in words; null: somebody was proclaimed.', { nullable: true })
  reason: Text | null;
}

@ObjectType('Election', {
  description:
    'The election of one or several seats of a college at a plenary: by sealed ballots, unless the rules of procedure allow votes recorded by name (charter SECRECY).',
})
export class ElectionType {
  @Field(() => ID)
  id: string;

  @Field(() => OfficeEnum)
  office: Office;

  @Field(() => CollegeEnum, { description: 'The college of the seat.' })
  college: College;

  @Field(() => ElectionStateEnum)
  state: ElectionState;

  @Field()
  calledAt: Date;

  @Field(() => Int, {
    nullable: true,
    description:
      'The edition of the rules of procedure that judges it to its end (charter RULES-EDITION); null: nominations did not open.',
  })
  editionNumber: number | null;

  @Field(() => ElectionMethodEnum, {
    nullable: true,
    description: 'Fixed when nominations opened; null: they did not.',
  })
  method: ElectionMethod | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many seats it fills, fixed when nominations opened (charter C3-COMMITTEE); null: they did not.',
  })
  seats: number | null;

  @Field(() => Date, { nullable: true, description: 'Null: they did not open.' })
  nominationsOpenedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When an elector asked for secrecy, so that votes are not taken by name (charter SECRECY); null: nobody did.',
  })
  secrecyAskedAt: Date | null;
}

@ObjectType('RecordedBallotReceipt', {
  description:
    'The vote is kept. It counts unless the same seat casts another before the closing (charter ONE-BALLOT).',
})
export class RecordedBallotReceiptType {
  @Field(() => ElectionType)
  election: ElectionType;

  @Field(() => Int, { description: 'The round’s number.' })
  round: number;

  @Field(() => Int, {
    description: 'Which of the seat’s ballots in this round it is, from 1: the last one counts.',
  })
  number: number;

  @Field(() => [ID], { description: 'The candidacies chosen; none: a blank vote.' })
  candidacyIds: string[];

  @Field()
  castAt: Date;
}

@ObjectType('BallotReceipt', {
  description:
    'The ballot is in the box. It counts unless the same seat casts another before the closing (charter ONE-BALLOT).',
})
export class BallotReceiptType {
  @Field(() => ElectionType)
  election: ElectionType;

  @Field(() => Int, { description: 'The round’s number.' })
  round: number;

  @Field({
    description:
      'The fingerprint of the sealed ballot: with it, its voter finds it in the box. It says nothing of the choice.',
  })
  tracker: string;

  @Field(() => String, {
    nullable: true,
    description: 'The tracker of the ballot that this one replaces; null: it is the seat’s first.',
  })
  replacedTracker: string | null;
}

export const CallElectionResult = resultOf('CallElection', () => ElectionType);
export const AskForSecrecyResult = resultOf('AskForSecrecy', () => ElectionType);
export const StandAsCandidateResult = resultOf('StandAsCandidate', () => CandidacyType);
export const WithdrawCandidacyResult = resultOf('WithdrawCandidacy', () => CandidacyType);
export const OrderPollResult = resultOf('OrderPoll', () => ElectionType);
export const OpenVotingResult = resultOf('OpenVoting', () => ElectionType);
export const CastBallotResult = resultOf('CastBallot', () => BallotReceiptType);
export const GiveDecryptionResult = resultOf('GiveDecryption', () => ElectionType);
export const CastRecordedBallotResult = resultOf('CastRecordedBallot', () => RecordedBallotReceiptType);
export const CloseVotingResult = resultOf('CloseVoting', () => ElectionType);
export const CountVotesResult = resultOf('CountVotes', () => ElectionType);
export const NameScrutineerResult = resultOf('NameScrutineer', () => ElectionType);
export const CommitLotValueResult = resultOf('CommitLotValue', () => ElectionType);
export const RevealLotValueResult = resultOf('RevealLotValue', () => ElectionType);
export const DrawLotResult = resultOf('DrawLot', () => ElectionType);
export const ProclaimResultResult = resultOf('ProclaimResult', () => ElectionType);
export const RecordFailureResult = resultOf('RecordFailure', () => ElectionType);
export const CancelElectionResult = resultOf('CancelElection', () => ElectionType);
