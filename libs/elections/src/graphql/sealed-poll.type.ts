import { PublicPerson } from '@hemicycle/accounts';
import {
  TRUSTEE_CAPACITIES,
  TRUSTEE_STEPS,
  type TrusteeCapacity,
  type TrusteeStep,
} from '@hemicycle/charter';
import { enumOf, TextField } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { BOX_CHECKS, type BoxCheck } from '../sealed/box-integrity.js';

export const TrusteeCapacityEnum = enumOf(
  'TrusteeCapacity',
  TRUSTEE_CAPACITIES,
  'For whom a trustee holds a share of the key (charter CNIL-1-08).',
  {
    GOVERNMENT: 'For the college of government actors.',
    CIVIL_SOCIETY: 'For the college of civil society.',
    HOST: 'For the forum’s host.',
  },
);

export const TrusteeStepEnum = enumOf(
  'TrusteeStep',
  TRUSTEE_STEPS,
  'What a trustee gives to the making of a key; each step waits for all three to have given the one before.',
  {
    CERTIFICATE: 'The public keys derived from her seed, signed.',
    SHARES: 'Her commitments, and a share sealed for each trustee.',
    KEY: 'Her verification key, and her own private key sealed for herself.',
  },
);

const TRACKER_STATES = ['IN_THE_BOX', 'REPLACED', 'UNKNOWN'] as const;
export type TrackerState = (typeof TRACKER_STATES)[number];

export const TrackerStateEnum = enumOf('TrackerState', TRACKER_STATES, 'What became of a ballot.', {
  IN_THE_BOX: 'It is in the box, and counts unless it is replaced before the closing.',
  REPLACED: 'The same seat cast another ballot after it.',
  UNKNOWN: 'No box of this election has held it.',
});

@ObjectType('TrackerCheck', { description: 'What became of the ballot of a tracker (charter CNIL-2-07).' })
export class TrackerCheckType {
  @Field(() => TrackerStateEnum)
  state: TrackerState;

  @Field(() => Int, { nullable: true, description: 'The round whose box holds it; null: none.' })
  round: number | null;
}

export const BoxCheckEnum = enumOf(
  'BoxCheck',
  BOX_CHECKS,
  'What is checked of a box while its poll is open.',
  {
    SETUP: 'The election’s file, its key and its list of credentials are those that the opening fixed.',
    CREDENTIALS: 'There are as many credentials as seats on the register.',
    BALLOTS:
      'Every ballot, replaced ones included, is kept under its own tracker and credential, which is listed, and every proof of it holds.',
    NUMBERING: 'Of the ballots of a credential that followed each other, none before the last is missing.',
    REGISTER: 'The credentials with which ballots were cast are those for which seats signed the register.',
    APPEND_ONLY:
      'The tables of ballots, of the register and of the audit trail still refuse to be rewritten.',
    TRAIL: 'The audit trail is whole from the poll’s opening on.',
  },
);

@ObjectType('BoxFault', { description: 'A check that an open box failed: never of whom, nor where.' })
export class BoxFaultType {
  @Field(() => BoxCheckEnum)
  check: BoxCheck;

  @Field(() => Int, { description: 'How often it failed.' })
  count: number;

  @TextField('What is wrong, in words.')
  statement: Text;
}

@ObjectType('BoxIntegrity', {
  description:
    'What the server found when it checked the box of a secret poll under way (charter CNIL-1-10). It tells of accidents and of tampering behind it; a server that lies is found out by trackers, and by the archive once the poll is closed.',
})
export class BoxIntegrityType {
  @Field({ description: 'When the check was asked for: it is made once a minute at most.' })
  checkedAt: Date;

  @Field(() => Int, { description: 'The round’s number.' })
  round: number;

  @Field(() => Int, { description: 'How many ballots would count: one a voter.' })
  ballots: number;

  @Field({ description: 'Whether every check passed.' })
  whole: boolean;

  @Field(() => [BoxFaultType], { description: 'The checks that failed; none: the box is whole.' })
  faults: BoxFaultType[];
}

@ObjectType('SealedPoll', {
  description:
    'The seal of a secret poll: what anybody checks it by (charter CNIL-1-10, CNIL-1-11, CNIL-2-07).',
})
export class SealedPollType {
  roundId: string;

  /** Whether the round is closed. */
  closed: boolean;

  @Field({
    description: 'The public data of its election, byte for byte: what voters’ devices seal ballots with.',
  })
  electionFile: string;

  @Field({ description: 'BASE64(SHA256(electionFile)): every ballot carries it.' })
  fingerprint: string;

  @Field({
    description:
      'Whether credentials were issued on another machine: voters then type theirs. Otherwise the server issued them.',
  })
  credentialsIssuedApart: boolean;

  @Field({
    description: 'SHA-256, in hexadecimal, of the pages that voters were given when the poll opened.',
  })
  boothHash: string;

  @Field({ description: 'The program, with its version, by which the archive is to be verified.' })
  verifier: string;

  @Field(() => ID, { description: 'The making of the key that seals it.' })
  keyCeremonyId: string;

  @Field(() => [Int], { description: 'The numbers of the trustees who have opened its box.' })
  openedBy: number[];

  @Field({
    description:
      'Whether anybody reads its figures and files: not where fewer ballots were cast than the floor of secrecy (charter SECRECY-FLOOR), nor before the closing.',
  })
  published: boolean;

  @Field({
    description:
      'Whether whoever asks may have the box checked now, its poll being open: see `boxIntegrity` (charter CNIL-1-10).',
  })
  checkable: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'While the poll is open, where whoever votes in it, or may have its box checked, reads the archive as the poll opened: no ballot is in it, and the archive published later begins with it. A ballot can be sealed with it by any program of the protocol. Null: the poll is not open, or not for whoever asks.',
  })
  openingUrl: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where whoever asks reads the archive now: up to the sum before the count, whole after; null: not yet, or not she.',
  })
  archiveUrl: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the bound proofs are, beside the archive; null: the round is not counted, or not for whoever asks.',
  })
  sideFileUrl: string | null;
}

@ObjectType('Trustee', {
  description: 'Who holds a share of the key of a plenary’s polls (charter CNIL-1-08).',
})
export class TrusteeType {
  @Field(() => Int, { description: '1 to 3, as archives number them.' })
  number: number;

  @Field(() => TrusteeCapacityEnum)
  capacity: TrusteeCapacity;

  @Field(() => PublicPerson)
  person: PublicPerson;

  @Field(() => [TrusteeStepEnum], { description: 'What she has given so far.' })
  given: TrusteeStep[];
}

@ObjectType('KeyCeremony', {
  description:
    'The making of the key that seals the secret polls of a plenary, by three trustees of whom two open a box (charter CNIL-1-08).',
})
export class KeyCeremonyType {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'From 1: naming trustees anew starts another.' })
  number: number;

  @Field({ description: 'The group in which keys and ballots compute.' })
  group: string;

  @Field(() => Int, { description: 'How many of the trustees open a box.' })
  threshold: number;

  @Field()
  namedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the key was made; null: parts are awaited.' })
  completedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its public half, byte for byte as archives carry it; null: parts are awaited.',
  })
  trusteesFile: string | null;
}

@ObjectType('TrusteeWork', {
  description:
    'What a trustee’s device needs for her next step. Nothing in it is secret: what is hers is sealed for her.',
})
export class TrusteeWorkType {
  @Field(() => ID)
  keyCeremonyId: string;

  @Field(() => Int, { description: 'Her number, 1 to 3.' })
  number: number;

  @Field(() => Int, { description: 'How many trustees there are.' })
  size: number;

  @Field(() => Int, { description: 'How many of them open a box.' })
  threshold: number;

  @Field()
  group: string;

  @Field(() => TrusteeStepEnum, {
    nullable: true,
    description: 'What is due from her; null: nothing more, or the others’ parts are awaited.',
  })
  dueStep: TrusteeStep | null;

  @Field(() => [String], {
    description: 'The certificates, by number, each byte for byte; empty until all three are given.',
  })
  certificates: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'The shares that were sealed for her, and everybody’s commitments, for the step KEY; null: not given by all.',
  })
  shareInput: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What she gave at the step KEY: with her seed it opens her private key; null: not given.',
  })
  output: string | null;
}
