import { PublicPerson } from '@hemicycle/accounts';
import { AGENDA_GROUNDS, AGENDA_KEYS, type AgendaKeyName } from '@hemicycle/charter';
import { CollegeEnum, DayScalar, enumOf, TextField } from '@hemicycle/graphql';
import type { College, Day, Text } from '@hemicycle/kernel';
import { type Office, OfficeEnum } from '@hemicycle/mandates';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AGENDA_CHANGES, type AgendaChangeKind } from '../agenda-changes.js';
import { DECISION_SUBJECTS, type DecisionSubject, ITEM_KINDS, type ItemKind } from '../agenda-item.entity.js';

export const ItemKindEnum = enumOf('AgendaItemKind', ITEM_KINDS, 'What an item asks of the meeting.', {
  INFORMATION: 'To be heard.',
  DISCUSSION: 'To be discussed.',
  DECISION: 'To be decided upon.',
  ELECTION: 'A seat to be put to the vote.',
});

export const DecisionSubjectEnum = enumOf(
  'DecisionSubject',
  DECISION_SUBJECTS,
  'What a decision is on, where the charter says what follows from it.',
  {
    RULES_RATIFICATION:
      'The first plenary ratifies edition 1 of the rules of procedure, or edition 0 applies from the next day (charter ' +
      'RULES-ADOPTION).',
    RULES_EDITION:
      'A plenary adopts the draft of an edition of the rules of procedure, in force from that day (charter RULES-ADOPTION).',
    COMMITTEE_REMOVAL: 'A co-chair or committee member is removed: the seat is vacant (charter VACANCY).',
    WORKING_GROUP_SETUP:
      'A proposed working group is set up, with its facilitators (charter WORKING-GROUP-SETUP).',
    WORKING_GROUP_CLOSURE: 'A working group is closed (charter WORKING-GROUP-SETUP).',
    FACILITATOR_NAMING: 'A facilitator is named to a working group (charter WORKING-GROUP-SETUP).',
  },
);

export const AgendaKeyEnum = enumOf(
  'AgendaKeyName',
  AGENDA_KEYS,
  'The keys of an agenda (charter C3-AGENDA).',
  {
    SECRETARIAT: 'The secretariat drafts and approves the agenda.',
    COMMITTEE:
      'It is agreed jointly: by one member of the founding group before a committee exists, then by one co-chair or ' +
      'committee member of each college.',
    URGENCY: 'The holders of the second key agree to a notice shorter than the rules ask (charter NOTICE).',
  },
);

export const AgendaGroundEnum = enumOf(
  'AgendaGround',
  AGENDA_GROUNDS,
  'On what ground a convocation left with its agenda (charter C3-AGENDA).',
  {
    TWO_KEYS: 'Both keys were turned.',
    SILENCE:
      'The second key was not turned within ten days of the secretariat’s turn: the agenda is of elections only.',
    FACILITATORS: 'It is a working group’s: its facilitators set the agenda.',
    CO_CHAIRS: 'It is the management committee’s: its co-chairs set the agenda.',
    REQUEST: 'Members required the plenary: the agenda is that of their request (charter EXTRAORDINARY).',
  },
);

const AgendaStateEnum = enumOf('AgendaState', ['DRAFT', 'PUBLISHED'] as const, 'Whether everybody sees it.', {
  DRAFT:
    'Seen by the secretariat, the founding group, the management committee, and the members of a college that has nobody on it.',
  PUBLISHED: 'Published with the convocation, or since.',
});

@ObjectType('AgendaItem', { description: 'One point of an agenda.' })
export class AgendaItemType {
  /** The meeting's id, for the fields that later rooms add. */
  meetingId: string;

  @Field(() => ID, { description: 'The same from version to version.' })
  id: string;

  @Field(() => Int, { description: 'Its place, from 1.' })
  position: number;

  @Field(() => ItemKindEnum)
  kind: ItemKind;

  @TextField('What it is about.')
  title: Text;

  @Field(() => OfficeEnum, {
    nullable: true,
    description: 'For an election, its office; null for the other kinds.',
  })
  office: Office | null;

  @Field(() => CollegeEnum, {
    nullable: true,
    description: 'For an election, its college; null for the other kinds.',
  })
  college: College | null;

  @Field(() => DecisionSubjectEnum, {
    nullable: true,
    description: 'For a decision whose effects the charter knows, what it is on; null: any other item.',
  })
  subject: DecisionSubject | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'What the subject is about: the draft of the rules for RULES_EDITION, the mandate for COMMITTEE_REMOVAL; null: nothing.',
  })
  objectId: string | null;

  @Field({
    description:
      'Whether it presents results of the implementation to civil society and collects its comments (charter OGP-5.1).',
  })
  presentsResults: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The working group whose report to this plenary is heard; null: none is.',
  })
  reportOfId: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many minutes it is planned to take; null: nobody said.',
  })
  plannedMinutes: number | null;
}

@ObjectType('AgendaKey', { description: 'A key of an agenda, or one college’s half of it, turned or not.' })
export class AgendaKeyType {
  @Field(() => AgendaKeyEnum)
  key: AgendaKeyName;

  @Field(() => CollegeEnum, { nullable: true, description: 'Whose half it is; null: the whole key.' })
  college: College | null;

  @Field({
    description:
      'Whether members of the college turn it, nobody of the college being a co-chair or committee member: there are ' +
      'then two lines, one for each of two members, and the agenda carries elections only.',
  })
  byMember: boolean;

  @Field(() => Int, { description: 'The version of the agenda.' })
  version: number;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The new day of the meeting, moved at short notice, that it agrees to (charter NOTICE); null: it is the agenda’s own.',
  })
  forDay: Day | null;

  @Field(() => PublicPerson, {
    nullable: true,
    description: 'Who turned it on that version; null: nobody yet.',
  })
  turnedBy: PublicPerson | null;

  @Field(() => Date, { nullable: true, description: 'Null: not turned yet.' })
  turnedAt: Date | null;
}

const AgendaChangeEnum = enumOf('AgendaChangeKind', AGENDA_CHANGES, 'What happened to an item.');

@ObjectType('AgendaChange', { description: 'What happened to an item between two versions of an agenda.' })
export class AgendaChangeType {
  @Field(() => AgendaChangeEnum)
  kind: AgendaChangeKind;

  @Field(() => AgendaItemType, { nullable: true, description: 'As it was; null: it was added.' })
  before: AgendaItemType | null;

  @Field(() => AgendaItemType, { nullable: true, description: 'As it is; null: it was removed.' })
  after: AgendaItemType | null;
}

@ObjectType('AgendaPublication', {
  description:
    'The publication of an agenda changed after the convocation, which published the first (charter C3-AGENDA).',
})
export class AgendaPublicationType {
  @Field(() => Int, { description: 'The version of the agenda that it published.' })
  version: number;

  @Field()
  publishedAt: Date;

  @Field(() => Int, {
    description: 'Whole days between the day of the publication and the day of the meeting.',
  })
  noticeDays: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was sent less than five days before; null: it was not said to be urgent.',
  })
  urgencyReason: string | null;
}

@ObjectType('Agenda', { description: 'One version of a meeting’s agenda. A change makes a new version.' })
export class AgendaType {
  @Field(() => Int, { description: 'From 1.' })
  version: number;

  @Field(() => AgendaStateEnum)
  state: 'DRAFT' | 'PUBLISHED';

  @Field()
  draftedAt: Date;

  @Field(() => [AgendaItemType], { description: 'In the order in which they are taken up.' })
  items: AgendaItemType[];
}
