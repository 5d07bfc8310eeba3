import { type EventPlaceState, type EventState, EVENT_PLACE, FORUM_EVENT } from '@hemicycle/charter';
import { enumOf, LanguageEnum, pageOf, resultOf, TextField } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { EVENT_KINDS, type EventKind } from '../forum-event.entity.js';

export const EventKindEnum = enumOf('EventKind', EVENT_KINDS, 'What kind of event it is.', {
  WORKSHOP: 'People work together, in a room as a rule.',
  WEBINAR: 'Followed at a distance.',
  OPEN_EVENING: 'The forum opens its doors to the public.',
});

export const EventStateEnum = enumOf(
  'EventState',
  Object.keys(FORUM_EVENT.states) as EventState[],
  'The life of an event of the open agenda.',
  {
    DRAFT: 'Prepared: the secretariat alone sees it.',
    PUBLISHED: 'Announced: anybody may register until it begins.',
    HELD: 'It took place, and who came was counted.',
    CANCELLED: 'It does not take place, for the reason given.',
  },
);

const EventPlaceStateEnum = enumOf(
  'EventPlaceState',
  Object.keys(EVENT_PLACE.states) as EventPlaceState[],
  'How the registration of one person for an event stands.',
  {
    REQUESTED: 'Asked for with an address, which has not confirmed it.',
    WAITING: 'Every place is taken: the first one that comes free goes to whoever waits longest.',
    REGISTERED: 'There is a place.',
    CANCELLED: 'Given up; whose it was is erased.',
  },
);

@ObjectType('EventMove', { description: 'That an event was moved.' })
export class EventMoveType {
  @Field({ description: 'When it would have begun.' })
  startedAt: Date;

  @Field({ description: 'When it would have ended.' })
  endedAt: Date;

  @Field({ description: 'Why, in the language of whoever moved it.' })
  reason: string;

  @Field()
  movedAt: Date;
}

@ObjectType('EventDocument', { description: 'A document that came out of an event.' })
export class EventDocumentType {
  @Field()
  title: string;

  @Field({ description: '`https://…`' })
  link: string;
}

@ObjectType('EventResults', {
  description: 'What came out of an event, as it was last published: nothing is edited.',
})
export class EventResultsType {
  @Field(() => Int, { description: 'The number of the version, from 1: later ones correct it.' })
  number: number;

  @TextField('In Markdown, in French where it does not exist in the language asked for.')
  summary: Text;

  @Field(() => [LanguageEnum], { description: 'The languages in which the summary exists, French first.' })
  languages: ('FR' | 'EN')[];

  @Field(() => [EventDocumentType])
  documents: EventDocumentType[];

  @Field()
  publishedAt: Date;
}

@ObjectType('EventHeadCount', { description: 'How many came, as it was counted once: nothing is edited.' })
export class EventHeadCountType {
  @Field(() => Int, { description: 'The number of the count, from 1: later ones correct it.' })
  number: number;

  @Field(() => Int)
  government: number;

  @Field(() => Int)
  civilSociety: number;

  @Field(() => Int, { description: 'Whoever is of neither college.' })
  public: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the count before was wrong, in the language of whoever corrected it; null: it is the first one.',
  })
  reason: string | null;

  @Field()
  recordedAt: Date;
}

@ObjectType('ForumEvent', {
  description: 'An event of the open agenda, beyond the meetings of bodies: anybody may come.',
})
export class ForumEventType {
  @Field(() => ID)
  id: string;

  @Field(() => EventKindEnum)
  kind: EventKind;

  @Field(() => EventStateEnum)
  state: EventState;

  @TextField('Its title.')
  title: Text;

  @TextField('What it is about, known beforehand.')
  topics: Text;

  @Field()
  startsAt: Date;

  @Field()
  endsAt: Date;

  @Field(() => String, { nullable: true, description: 'Where; null: online only.' })
  place: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is followed at a distance, `https://…`; null: in the room only.',
  })
  streamLink: string | null;

  @Field({ description: 'Whether what is said is captioned.' })
  captioning: boolean;

  @Field({ description: 'Whether what is said is interpreted into sign language.' })
  signLanguage: boolean;

  @Field({ description: 'Whether the place is reached without a step.' })
  stepFree: boolean;

  @Field(() => Int, { nullable: true, description: 'How many may come; null: as many as wish.' })
  capacity: number | null;

  @Field({
    description:
      'Whether it presents results of implementation and collects comments: held, it counts for OGP-5.1.',
  })
  presentsResults: boolean;

  @Field(() => Int, { description: 'Raised by one by each change; what `reviseEvent` rests on.' })
  version: number;

  @Field({ description: 'Since when it is as it is.' })
  changedAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is cancelled, in the language of whoever cancelled it; null: it is not.',
  })
  cancelReason: string | null;
}

@ObjectType('EventPlace', { description: 'One registration for an event. The API never says whose it is.' })
export class EventPlaceType {
  @Field(() => EventPlaceStateEnum)
  state: EventPlaceState;

  @Field({ description: 'What confirms it and gives it up; known to whoever has it alone.' })
  code: string;

  @Field(() => ForumEventType)
  event: ForumEventType;
}

@ObjectType({
  description:
    'The same whoever asks: the letter tells the rest, to the address alone, and has the link that confirms.',
})
export class EventPlaceReceipt {
  @Field()
  requestedAt: Date;
}

export const ForumEventPage = pageOf(ForumEventType, 'ForumEvent');
export const ReviseEventResult = resultOf('ReviseEvent', () => ForumEventType);
export const MoveEventResult = resultOf('MoveEvent', () => ForumEventType);
export const PublishEventResult = resultOf('PublishEvent', () => ForumEventType);
export const CancelEventResult = resultOf('CancelEvent', () => ForumEventType);
export const RecordEventResult = resultOf('RecordEvent', () => ForumEventType);
export const CorrectEventHeadCountResult = resultOf('CorrectEventHeadCount', () => ForumEventType);
export const PublishEventResultsResult = resultOf('PublishEventResults', () => ForumEventType);
export const DraftEventResult = resultOf('DraftEvent', () => ForumEventType);
export const RegisterForEventResult = resultOf('RegisterForEvent', () => ForumEventType);
export const RequestEventPlaceResult = resultOf('RequestEventPlace', () => EventPlaceReceipt);
export const ConfirmEventPlaceResult = resultOf('ConfirmEventPlace', () => EventPlaceType);
export const CancelEventPlaceResult = resultOf('CancelEventPlace', () => EventPlaceType);
