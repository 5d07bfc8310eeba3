import { EmailAddress, Instant, LanguageEnum, Line, Prose } from '@hemicycle/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsEmpty,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { EventKind } from '../forum-event.entity.js';
import { EventKindEnum } from './event.type.js';

const MANY = 100_000;

@InputType({ isAbstract: true })
export abstract class EventTermsInput {
  @Field(() => EventKindEnum)
  kind: EventKind;

  @Field({ description: 'Its title in French.' })
  @Line(200)
  titleFr: string;

  @Field({ description: 'The same in English.' })
  @Line(200)
  titleEn: string;

  @Field({ description: 'What it is about, in French: the programme.' })
  @Prose(8_000)
  topicsFr: string;

  @Field({ description: 'The same in English.' })
  @Prose(8_000)
  topicsEn: string;

  @Field(() => String, { nullable: true, description: 'Where; null: online only.' })
  @IsOptional()
  @Line(300)
  place?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is followed at a distance, `https://…`; null: in the room only.',
  })
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  streamLink?: string | null;

  @Field({ description: 'Whether what is said is captioned.' })
  captioning: boolean;

  @Field({ description: 'Whether what is said is interpreted into sign language.' })
  signLanguage: boolean;

  @Field({ description: 'Whether the place is reached without a step.' })
  stepFree: boolean;

  @Field(() => Int, { nullable: true, description: 'How many may come; null: as many as wish.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MANY)
  capacity?: number | null;

  @Field({ description: 'Whether it presents results of implementation and collects comments (OGP-5.1).' })
  presentsResults: boolean;
}

@InputType()
export class DraftEventInput extends EventTermsInput {
  @Field({ description: 'When it begins: an instant to come.' })
  @Instant()
  startsAt: Date;

  @Field({ description: 'When it ends, within a week.' })
  @Instant()
  endsAt: Date;
}

@InputType()
export class ReviseEventInput extends EventTermsInput {
  @Field(() => ID)
  @IsUUID()
  eventId: string;

  @Field(() => Int, {
    description:
      'The `version` of the event that was read. If somebody changed it since, the answer is CONFLICT and nothing is written.',
  })
  @IsInt()
  @Min(1)
  basedOnVersion: number;
}

@InputType({ isAbstract: true })
abstract class EventInput {
  @Field(() => ID)
  @IsUUID()
  eventId: string;
}

@InputType()
export class MoveEventInput extends EventInput {
  @Field({ description: 'When it begins now: an instant to come.' })
  @Instant()
  startsAt: Date;

  @Field({ description: 'When it ends now, within a week.' })
  @Instant()
  endsAt: Date;

  @Field({ description: 'Why, in one’s own language: it is public.' })
  @Line(500)
  reason: string;
}

@InputType()
export class PublishEventInput extends EventInput {}

@InputType()
export class CancelEventInput extends EventInput {
  @Field({ description: 'Why, in one’s own language: it is public.' })
  @Line(500)
  reason: string;
}

@InputType({ isAbstract: true })
export abstract class HeadsInput extends EventInput {
  @Field(() => Int, { description: 'How many came of government.' })
  @IsInt()
  @Min(0)
  @Max(MANY)
  governmentHeads: number;

  @Field(() => Int, { description: 'How many came of organised civil society.' })
  @IsInt()
  @Min(0)
  @Max(MANY)
  civilSocietyHeads: number;

  @Field(() => Int, { description: 'How many others came.' })
  @IsInt()
  @Min(0)
  @Max(MANY)
  publicHeads: number;
}

@InputType()
export class RecordEventInput extends HeadsInput {}

@InputType()
export class CorrectEventHeadCountInput extends HeadsInput {
  @Field({ description: 'Why the count before was wrong, in one’s own language: it is public.' })
  @Line(500)
  reason: string;
}

@InputType()
export class EventDocumentInput {
  @Field()
  @Line(200)
  title: string;

  @Field({ description: '`https://…`' })
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  link: string;
}

@InputType()
export class PublishEventResultsInput extends EventInput {
  @Field({ description: 'What came out of it, in French, in Markdown; HTML is not shown.' })
  @Prose(20_000)
  summaryFr: string;

  @Field(() => String, { nullable: true, description: 'The same in English; null: in French alone.' })
  @IsOptional()
  @Prose(20_000)
  summaryEn?: string | null;

  @Field(() => [EventDocumentInput], { defaultValue: [], description: '20 at most.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => EventDocumentInput)
  documents: EventDocumentInput[];
}

@InputType()
export class RegisterForEventInput extends EventInput {}

@InputType()
export class RequestEventPlaceInput extends EventInput {
  @Field({ description: 'Where the letters are sent: never public, erased on the day after the event.' })
  @EmailAddress()
  email: string;

  @Field(() => LanguageEnum, { description: 'The language of the letters.' })
  language: 'FR' | 'EN';

  @Field(() => String, {
    nullable: true,
    description: 'People leave it empty: it is a trap for automatic senders.',
  })
  @IsOptional()
  @IsEmpty()
  website?: string | null;

  @Field({
    description: 'The solved challenge of `eventChallenge`, in base64, as the ALTCHA widget gives it.',
  })
  @IsNotEmpty()
  @MaxLength(4_000)
  proofOfWork: string;
}

@InputType({ isAbstract: true })
abstract class PlaceCodeInput {
  @Field({ description: 'The code of the letter’s link.' })
  @Line(100)
  code: string;
}

@InputType()
export class ConfirmEventPlaceInput extends PlaceCodeInput {}

@InputType()
export class CancelEventPlaceInput extends PlaceCodeInput {}
