import { PublicPerson } from '@hemicycle/accounts';
import { DayScalar, pageOf, resultOf } from '@hemicycle/graphql';
import type { Day } from '@hemicycle/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AgendaGround } from '@hemicycle/charter';
import type { Body, MeetingState } from '../meeting.entity.js';
import { AgendaGroundEnum } from './agenda.type.js';
import { BodyEnum, MeetingStateEnum } from './meeting.enums.js';

@ObjectType('Convocation', { description: 'The dated call to a meeting, with the agenda that it published.' })
export class ConvocationType {
  @Field(() => Int, { description: '1; 2 and more after a lack of quorum.' })
  number: number;

  @Field()
  sentAt: Date;

  @Field({ description: 'When it called the members for.' })
  startsAt: Date;

  @Field(() => Int, { description: 'The version of the agenda that it published.' })
  agendaVersion: number;

  @Field(() => AgendaGroundEnum, {
    description: 'On what ground it left with that agenda; a second one, on that of the first.',
  })
  ground: AgendaGround;

  @Field(() => Int, { description: 'Whole days between the day of the sending and the day of the meeting.' })
  noticeDays: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why the notice was shorter than the rules ask; null: it was not said to be urgent.',
  })
  urgencyReason: string | null;

  @Field({
    description:
      'False for a second convocation, and for a working group, whose quorum is tested at its recorded votes (charter QUORUM).',
  })
  quorumRequired: boolean;
}

@ObjectType('MeetingMove', {
  description:
    'That a meeting was moved, planned or convened: when and where it would have been, and why (charter NOTICE).',
})
export class MeetingMoveType {
  @Field(() => Int, { description: 'From 1.' })
  number: number;

  @Field({ description: 'When it was to begin, before.' })
  formerStartsAt: Date;

  @Field(() => String, { nullable: true, description: 'Where it was to be, before; null: online only.' })
  formerPlace: string | null;

  @Field({ description: 'When it was to begin from then on.' })
  startsAt: Date;

  @Field({ description: 'In the words and language of whoever moved it.' })
  reason: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Whole days between the day of the move and the new day of the meeting; null: it was planned, and nobody was convened yet.',
  })
  noticeDays: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the notice was shorter than the rules ask; null: it was not said to be urgent.',
  })
  urgencyReason: string | null;

  @Field()
  movedAt: Date;
}

@ObjectType('SessionPresident', { description: 'Who presides over a session (charter PRESIDING).' })
export class SessionPresidentType {
  @Field(() => PublicPerson)
  person: PublicPerson;

  @Field({ description: 'The instant of the first act over which she presided, until the next one’s.' })
  fromAt: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The item of the agenda with which she began to preside; null: the opening, or the closing.',
  })
  itemId: string | null;
}

@ObjectType('Meeting', { description: 'A session of a body of the forum.' })
export class MeetingType {
  @Field(() => ID)
  id: string;

  @Field(() => BodyEnum)
  body: Body;

  @Field(() => Int, {
    description:
      'In the order in which the meetings of the body, or of the working group, were planned, from 1.',
  })
  number: number;

  @Field({ description: 'When it is planned or convened to begin.' })
  startsAt: Date;

  @Field(() => DayScalar, { description: 'The day of the meeting in the forum.' })
  on: Day;

  @Field(() => String, { nullable: true, description: 'Where; null: online only.' })
  place: string | null;

  @Field(() => MeetingStateEnum)
  state: MeetingState;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled; null: it was not.' })
  cancelReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When the session was opened; null: it was not.' })
  openedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the session was closed; null: it was not.' })
  closedAt: Date | null;
}

@ObjectType('ConvocationStop', {
  description:
    'That the secretariat stopped a convocation, which leaves by itself no more (charter C3-CONVOCATION).',
})
export class ConvocationStopType {
  @Field({ description: 'In the words and language of whoever stopped it.' })
  reason: string;

  @Field(() => PublicPerson)
  stoppedBy: PublicPerson;

  @Field()
  stoppedAt: Date;
}

export const MeetingPage = pageOf(MeetingType, 'Meeting');
export const PlanMeetingResult = resultOf('PlanMeeting', () => MeetingType);
export const DraftAgendaResult = resultOf('DraftAgenda', () => MeetingType);
export const TurnKeyResult = resultOf('TurnKey', () => MeetingType);
export const AgreeToMoveResult = resultOf('AgreeToMove', () => MeetingType);
export const OpenSessionResult = resultOf('OpenSession', () => MeetingType);
export const StopConvocationResult = resultOf('StopConvocation', () => MeetingType);
export const LetConvocationLeaveResult = resultOf('LetConvocationLeave', () => MeetingType);
export const DeclareNoQuorumResult = resultOf('DeclareNoQuorum', () => MeetingType);
