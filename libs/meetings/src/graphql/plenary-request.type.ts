import { PLENARY_REQUEST, type StateOf } from '@hemicycle/charter';
import { CollegeEnum, DayScalar, enumOf, pageOf, resultOf, TextField } from '@hemicycle/graphql';
import type { College, Day, Text } from '@hemicycle/kernel';
import { type Office, OfficeEnum } from '@hemicycle/mandates';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { DecisionSubject, ItemKind } from '../agenda-item.entity.js';
import { DecisionSubjectEnum, ItemKindEnum } from './agenda.type.js';
import { MeetingType } from './meeting.type.js';

type RequestState = StateOf<typeof PLENARY_REQUEST>;

const RequestStateEnum = enumOf(
  'PlenaryRequestState',
  Object.keys(PLENARY_REQUEST.states) as [RequestState, ...RequestState[]],
  'How far a request for a plenary has come (charter EXTRAORDINARY).',
  {
    OPEN: 'Members may support it.',
    REQUIRED: 'Enough members, or both co-chairs, support it: the plenary is to be held.',
    WITHDRAWN: 'Withdrawn by the member who made it.',
  },
);

/** The states of which a list shows requests: what was withdrawn is nobody’s concern. */
export const LISTED_REQUEST_STATES = ['REQUIRED', 'OPEN'] as const;
export type ListedRequestState = (typeof LISTED_REQUEST_STATES)[number];
export const ListedRequestStateEnum = enumOf(
  'ListedPlenaryRequestState',
  LISTED_REQUEST_STATES,
  'Which requests for a plenary a list shows.',
);

@ObjectType('RequestedItem', { description: 'A point of the agenda that a request for a plenary carries.' })
export class RequestedItemType {
  @Field(() => Int, { description: 'Its place, from 1.' })
  position: number;

  @Field(() => ItemKindEnum)
  kind: ItemKind;

  @TextField('What it is about.')
  title: Text;

  @Field(() => OfficeEnum, { nullable: true, description: 'For an election, its office; null: no election.' })
  office: Office | null;

  @Field(() => CollegeEnum, {
    nullable: true,
    description: 'For an election, its college; null: no election.',
  })
  college: College | null;

  @Field(() => DecisionSubjectEnum, {
    nullable: true,
    description: 'For a decision whose effects the charter knows, what it is on; null: any other item.',
  })
  subject: DecisionSubject | null;

  @Field({
    description:
      'Whether it presents results of the implementation to civil society and collects its comments (charter OGP-5.1).',
  })
  presentsResults: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'How many minutes it is planned to take; null: nobody said.',
  })
  plannedMinutes: number | null;
}

@ObjectType('PlenaryRequirement', {
  description: 'What a request for a plenary has and what it takes, as of today.',
})
export class PlenaryRequirementType {
  @Field(() => Int, { description: 'Members in force who support it, whoever made it included.' })
  supporters: number;

  @Field(() => Int, { description: 'Members in force.' })
  members: number;

  @Field(() => Int, { description: 'Members that it takes.' })
  needed: number;

  @Field(() => Int, { description: 'Co-chairs who support it: both are enough.' })
  coChairs: number;

  @TextField('The arithmetic, in words.')
  explanation: Text;
}

@ObjectType('PlenaryRequest', {
  description: 'A plenary that members ask for, with its agenda (charter EXTRAORDINARY).',
})
export class PlenaryRequestType {
  @Field(() => ID)
  id: string;

  @Field(() => RequestStateEnum)
  state: RequestState;

  @Field({ description: 'In the words and language of whoever made it.' })
  reason: string;

  @Field()
  madeAt: Date;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day from which the plenary is required; null: it is not.',
  })
  requiredOn: Day | null;
}

export const PlenaryRequestPage = pageOf(PlenaryRequestType, 'PlenaryRequest');
export const RequestPlenaryResult = resultOf('RequestPlenary', () => PlenaryRequestType);
export const SupportPlenaryRequestResult = resultOf('SupportPlenaryRequest', () => PlenaryRequestType);
export const WithdrawPlenaryRequestResult = resultOf('WithdrawPlenaryRequest', () => PlenaryRequestType);
export const PlanRequiredPlenaryResult = resultOf('PlanRequiredPlenary', () => MeetingType);
