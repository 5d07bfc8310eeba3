import type { AgendaKeyName } from '@hemicycle/charter';
import { CollegeEnum, DayScalar, Instant, Line, Prose } from '@hemicycle/graphql';
import type { College, Day } from '@hemicycle/kernel';
import { type Office, OfficeEnum } from '@hemicycle/mandates';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsInt,
  IsOptional,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { DecisionSubject, ItemKind } from '../agenda-item.entity.js';
import type { Body } from '../meeting.entity.js';
import { AgendaKeyEnum, DecisionSubjectEnum, ItemKindEnum } from './agenda.type.js';
import { BodyEnum } from './meeting.enums.js';

/** An act that counts for the day that a meeting has. */
@InputType({ isAbstract: true })
export abstract class OnTheDayReadInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'How often the meeting had been moved when its day was read: a later move is told, by CONFLICT. Null: whatever its day.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000)
  basedOnMove?: number | null;
}

/** When a meeting is to begin, and where. */
@InputType({ isAbstract: true })
export abstract class WhenAndWhereInput {
  @Field({ description: 'When it is to begin: an instant to come.' })
  @Instant()
  startsAt: Date;

  @Field(() => String, { nullable: true, description: 'Where; null: online only.' })
  @IsOptional()
  @Line(300)
  place?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where one takes part at a distance, `https://…`; shown to those who take part. Null: in the room only.',
  })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(500)
  onlineLink?: string | null;
}

@InputType()
export class PlanMeetingInput extends WhenAndWhereInput {
  @Field(() => BodyEnum, { defaultValue: 'PLENARY', description: 'Whose meeting it is.' })
  body: Body;

  @Field(() => ID, {
    nullable: true,
    description: 'The working group whose meeting it is; null: another body’s.',
  })
  @IsOptional()
  @IsUUID()
  groupId?: string | null;
}

@InputType({ description: 'One point of an agenda, in the place that it takes in the list.' })
export class AgendaItemInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The item of the present version that it keeps, moves or rewords; null: a new one.',
  })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => ItemKindEnum)
  kind: ItemKind;

  @Field({ description: 'Its title in French.' })
  @Line(300)
  titleFr: string;

  @Field({ description: 'Its title in English.' })
  @Line(300)
  titleEn: string;

  @Field(() => OfficeEnum, {
    nullable: true,
    description: 'For an election, its office; null for the other kinds.',
  })
  office?: Office | null;

  @Field(() => CollegeEnum, {
    nullable: true,
    description: 'For an election, its college; null for the other kinds.',
  })
  college?: College | null;

  @Field(() => DecisionSubjectEnum, {
    nullable: true,
    description: 'For a decision from which the charter makes something follow; null for any other item.',
  })
  subject?: DecisionSubject | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'What the subject is about: the draft of the rules for RULES_EDITION, the mandate for COMMITTEE_REMOVAL, the group ' +
      'for WORKING_GROUP_SETUP and WORKING_GROUP_CLOSURE, the proposal for FACILITATOR_NAMING; null for any other item.',
  })
  @IsOptional()
  @IsUUID()
  objectId?: string | null;

  @Field({
    defaultValue: false,
    description:
      'Whether it presents results of the implementation to civil society and collects its comments (charter OGP-5.1): an ' +
      'item to be heard or discussed.',
  })
  @IsBoolean()
  presentsResults: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'The working group whose report to this plenary is heard, by an item to be heard or discussed, once an agenda; null: none. ' +
      'Members who request a plenary name none.',
  })
  @IsOptional()
  @IsUUID()
  reportOfId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many minutes it is planned to take, 600 at most; null: nobody said.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(600)
  plannedMinutes?: number | null;
}

@InputType()
export class DraftAgendaInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that the draft started from, 0 where there was none: when it is no longer the present one, the ' +
      'answer is CONFLICT and nothing is written. Null: replaces whatever stands.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  basedOnVersion?: number | null;

  @Field(() => [AgendaItemInput], { description: 'The whole agenda, in order: 1 to 50 items.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  items: AgendaItemInput[];
}

@InputType()
export class TurnKeyInput extends OnTheDayReadInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => Int, { description: 'The version that was read: a key is turned on no other.' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;

  @Field(() => AgendaKeyEnum, {
    description: 'Which key; of the second, the part that the person holds is turned.',
  })
  key: AgendaKeyName;
}

@InputType()
export class AgreeToMoveInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => Int, { description: 'The version of the agenda that stands published, as it was read.' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;

  @Field(() => DayScalar, {
    description: 'The day to which the plenary may be moved at short notice: a day of the forum, to come.',
  })
  forDay: Day;
}

@InputType()
export class OpenSessionInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;
}

@InputType()
export class DeclareNoQuorumInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;
}

@InputType()
export class StopConvocationInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field({ description: 'Why, in one’s own words and language: the group’s facilitators are told.' })
  @Prose(1_000)
  reason: string;
}

@InputType()
export class LetConvocationLeaveInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;
}
