import type { AttendeeCapacity } from '@hemicycle/charter';
import { Hexadecimal, LanguageEnum, Line, Prose } from '@hemicycle/graphql';
import { type AttendanceMode, AttendanceModeEnum } from '@hemicycle/meetings';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AttendeeCapacityEnum } from './attendee.type.js';

/** More than any agenda has, with its opening and its closing. */
const MOST_SECTIONS = 102;
const MOST_COMMENTS = 1_000;
const LONGEST_TEXT = 20_000;
const LARGEST_INT = 2_147_483_647;
const SECTION_KEY = /^(opening|closing|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

@InputType()
export class DraftMinutesInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => LanguageEnum, {
    defaultValue: 'FR',
    description: 'The language in which they are to be written.',
  })
  language: 'FR' | 'EN';
}

@InputType({ description: 'What the rapporteur writes in one section.' })
export class MinutesSectionInput {
  @Field({ description: '`opening`, `closing`, or the id of an item of the agenda.' })
  @Matches(SECTION_KEY)
  key: string;

  @Field({
    description:
      'Markdown (CommonMark): headings of three or four number signs; no HTML, no image, links to https, http and mailto.',
  })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().replace(/\r\n?/g, '\n').normalize('NFC') : value,
  )
  @IsString()
  @MaxLength(LONGEST_TEXT)
  text: string;
}

@InputType()
export class SaveMinutesInput {
  @Field(() => ID)
  @IsUUID()
  minutesId: string;

  @Field(() => Int, { description: 'The version from which the text was written.' })
  @IsInt()
  @Min(1)
  @Max(LARGEST_INT)
  basedOnVersion: number;

  @Field(() => [MinutesSectionInput], { description: 'Sections left out are left empty.' })
  @ArrayMaxSize(MOST_SECTIONS)
  @ValidateNested({ each: true })
  @Type(() => MinutesSectionInput)
  sections: MinutesSectionInput[];
}

@InputType()
export class CirculateMinutesInput {
  @Field(() => ID)
  @IsUUID()
  minutesId: string;

  @Field(() => Int, {
    description: 'The version that was read: when it is no longer the last, nothing is sent.',
  })
  @IsInt()
  @Min(1)
  @Max(LARGEST_INT)
  version: number;
}

@InputType()
export class CommentMinutesInput {
  @Field(() => ID)
  @IsUUID()
  minutesId: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The section that it is about, by its key; null: the whole. A second comment on it replaces the first.',
  })
  @IsOptional()
  @Matches(SECTION_KEY)
  section?: string | null;

  @Field({ description: 'Plain text. It is published with the minutes, with the member’s name.' })
  @Prose(5_000)
  text: string;
}

@InputType({ description: 'What the president of the meeting decides on one comment.' })
export class CommentDecisionInput {
  @Field(() => ID)
  @IsUUID()
  commentId: string;

  @Field({ description: 'Whether the text changes for it.' })
  @IsBoolean()
  takenIn: boolean;

  @Field({ description: 'Why; published.' })
  @Line(1_000)
  reason: string;
}

@InputType()
export class DecideOnCommentsInput {
  @Field(() => ID)
  @IsUUID()
  minutesId: string;

  @Field(() => [CommentDecisionInput], { description: 'One for each comment.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COMMENTS)
  @ValidateNested({ each: true })
  @Type(() => CommentDecisionInput)
  decisions: CommentDecisionInput[];

  @Field(() => [MinutesSectionInput], {
    nullable: true,
    description: 'The whole text with what is taken in; null where nothing is.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_SECTIONS)
  @ValidateNested({ each: true })
  @Type(() => MinutesSectionInput)
  sections?: MinutesSectionInput[] | null;
}

@InputType()
export class CorrectMinutesInput {
  @Field(() => ID)
  @IsUUID()
  minutesId: string;

  @Field(() => Int, { description: 'The version from which the correction was written.' })
  @IsInt()
  @Min(1)
  @Max(LARGEST_INT)
  basedOnVersion: number;

  @Field(() => [MinutesSectionInput], { description: 'The whole text; sections left out are left empty.' })
  @ArrayMaxSize(MOST_SECTIONS)
  @ValidateNested({ each: true })
  @Type(() => MinutesSectionInput)
  sections: MinutesSectionInput[];

  @Field({ description: 'Why; published with the correction.' })
  @Line(1_000)
  reason: string;
}

@InputType()
export class SignMinutesInput {
  @Field(() => ID)
  @IsUUID()
  minutesId: string;

  @Field({
    description:
      'SHA-256 of the edition that was read, as published: when another was published since, nothing is signed.',
  })
  @Hexadecimal(64)
  sha256: string;
}

@InputType({ description: 'How one member takes part, or does not.' })
export class AttendanceEntryInput {
  @Field(() => ID)
  @IsUUID()
  memberId: string;

  @Field(() => AttendanceModeEnum)
  mode: AttendanceMode;

  @Field({
    defaultValue: false,
    description: 'Whether the named alternate sits in for the member at this meeting (charter ALTERNATE).',
  })
  byAlternate: boolean;
}

@InputType()
export class RecordAttendanceInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => [AttendanceEntryInput], { description: 'Each member once at most: 1 to 200.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => AttendanceEntryInput)
  entries: AttendanceEntryInput[];
}

@InputType()
export class RecordAttendeeInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field({ description: 'As the minutes are to name her; public with these, and not before.' })
  @Line(200)
  name: string;

  @Field(() => String, { nullable: true, description: 'For whom she comes; null: for nobody.' })
  @IsOptional()
  @Line(200)
  organisation?: string | null;

  @Field(() => AttendeeCapacityEnum)
  capacity: AttendeeCapacity;
}

@InputType()
export class RemoveAttendeeInput {
  @Field(() => ID)
  @IsUUID()
  attendeeId: string;
}
