import { PublicPerson } from '@hemicycle/accounts';
import {
  MINUTES,
  MINUTES_APPROVALS,
  MINUTES_SIGNATORIES,
  type MinutesSignatory,
  type MinutesState,
} from '@hemicycle/charter';
import { enumOf, LanguageEnum, pageOf, resultOf } from '@hemicycle/graphql';
import { MeetingType } from '@hemicycle/meetings';
import { MemberType } from '@hemicycle/members';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

export const MinutesStateEnum = enumOf(
  'MinutesState',
  Object.keys(MINUTES.states) as MinutesState[],
  'The life of minutes (charter LIFE, MINUTES). It follows from the instant at which it is asked, whether or not anybody acts.',
  {
    DRAFT: 'The secretariat writes them.',
    CIRCULATED: 'The members have them and comment, or the president of the meeting decides on the comments.',
    APPROVED: 'Published at the same instant: never met.',
    PUBLISHED: 'Everybody reads them, and nobody edits them.',
  },
);

export const MinutesApprovalEnum = enumOf(
  'MinutesApproval',
  MINUTES_APPROVALS,
  'How minutes were approved (charter MINUTES).',
  {
    WITHOUT_COMMENT: 'By themselves: no member commented in time.',
    BY_PRESIDENT: 'The president of the meeting decided on each comment.',
    COMMENTS_ANNEXED: 'No decision came in time: the comments are annexed.',
  },
);

@ObjectType('MinutesSection', { description: 'One part of the minutes.' })
export class MinutesSectionType {
  @Field({ description: '`opening`, `closing`, or the id of an item of the agenda.' })
  key: string;

  @Field({ description: 'Its title, in the language of the minutes.' })
  title: string;

  @Field({ description: 'What the records of the meeting say, in Markdown; empty: nothing.' })
  facts: string;

  @Field({ description: 'What the rapporteur wrote, in Markdown; empty: nothing.' })
  text: string;
}

@ObjectType('MinutesVersion', { description: 'The text as it was last written.' })
export class MinutesVersionType {
  @Field(() => Int, { description: '1, 2, 3…: to be given back by whoever starts from it.' })
  number: number;

  @Field(() => PublicPerson)
  writtenBy: PublicPerson;

  @Field()
  writtenAt: Date;

  @Field(() => [MinutesSectionType], { description: 'In the order of the meeting.' })
  sections: MinutesSectionType[];
}

export const MinutesSignatoryEnum = enumOf(
  'MinutesSignatory',
  MINUTES_SIGNATORIES,
  'In what capacity an edition of minutes is signed (charter MINUTES).',
  {
    PRESIDENT: 'Whoever presided over the session.',
    RAPPORTEUR: 'Whoever sent the minutes to the members; of a correction, whoever wrote it.',
  },
);

@ObjectType('MinutesSignature', {
  description:
    'A signature that an edition has, or waits for. It stands apart from the text, whose hash it signs; without it the minutes are ' +
    'approved and published all the same.',
})
export class MinutesSignatureType {
  @Field(() => MinutesSignatoryEnum)
  capacity: MinutesSignatory;

  @Field(() => PublicPerson)
  person: PublicPerson;

  @Field(() => Date, {
    nullable: true,
    description: 'When she signed the SHA-256 of the edition; null: not signed.',
  })
  signedAt: Date | null;
}

@ObjectType('MinutesEdition', {
  description:
    'The minutes as a file, byte for byte. Before they are published there is one, which takes in the comments as they come; ' +
    'published, an edition never changes, and a correction is another.',
})
export class MinutesEditionType {
  @Field(() => Int, { description: '1; 2 and more for corrections.' })
  number: number;

  @Field({
    description: 'When it was last changed before it was published, or when the correction was published.',
  })
  madeAt: Date;

  @Field(() => String, { nullable: true, description: 'Why it corrects the one before; null: the first.' })
  reason: string | null;

  @Field({
    description:
      'SHA-256, in lowercase hexadecimal, of the file `/minutes/ID.md`: anybody recomputes it with `sha256sum`.',
  })
  sha256: string;
}

@ObjectType('MinutesExtract', {
  description:
    'One item of the agenda as published minutes tell of it, with who was there, the comments annexed on it and where it comes ' +
    'from: a file of its own.',
})
export class MinutesExtractType {
  @Field(() => ID, { description: 'The item of the agenda.' })
  itemId: string;

  @Field({ description: 'The title of the item with its number, in the language of the minutes.' })
  itemTitle: string;

  @Field(() => MinutesEditionType, { description: 'The edition of the minutes of which it is an extract.' })
  edition: MinutesEditionType;

  @Field({
    description:
      'The whole extract, in Markdown: also had as `/minutes/ID/items/ITEM.md`, `.pdf` and `.xml`. But for its title and its ' +
      'last part it stands in the file of the edition, sign for sign.',
  })
  markdown: string;
}

@ObjectType('MinutesComment', { description: 'What a member says of circulated minutes (charter MINUTES).' })
export class MinutesCommentType {
  @Field(() => ID)
  id: string;

  @Field(() => MemberType, { description: 'As she is today.' })
  member: MemberType;

  @Field(() => String, { nullable: true, description: 'The section that it is about; null: the whole.' })
  section: string | null;

  @Field({ description: 'Plain text.' })
  text: string;

  @Field()
  madeAt: Date;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the president of the meeting took it in; null: not decided.',
  })
  takenIn: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why; null: not decided.' })
  ruling: string | null;
}

@ObjectType('Minutes', { description: 'The record of a meeting that was held (charter MINUTES).' })
export class MinutesType {
  @Field(() => ID)
  id: string;

  @Field(() => LanguageEnum, { description: 'The language in which they are written.' })
  language: 'FR' | 'EN';

  @Field()
  draftedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When they were sent to the members; null: they were not.',
  })
  circulatedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The first instant at which no comment is taken; null: not circulated.',
  })
  commentsUntil: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'The first instant at which the president decides no more on the comments; null: not circulated.',
  })
  rulingUntil: Date | null;
}

export const MinutesPage = pageOf(MinutesType, 'Minutes');
export const RecordAttendeeResult = resultOf('RecordAttendee', () => MeetingType);
export const RemoveAttendeeResult = resultOf('RemoveAttendee', () => MeetingType);
export const RecordAttendanceResult = resultOf('RecordAttendance', () => MeetingType);
export const DraftMinutesResult = resultOf('DraftMinutes', () => MinutesType);
export const SaveMinutesResult = resultOf('SaveMinutes', () => MinutesType);
export const CirculateMinutesResult = resultOf('CirculateMinutes', () => MinutesType);
export const CommentMinutesResult = resultOf('CommentMinutes', () => MinutesType);
export const DecideOnCommentsResult = resultOf('DecideOnComments', () => MinutesType);
export const CorrectMinutesResult = resultOf('CorrectMinutes', () => MinutesType);
export const SignMinutesResult = resultOf('SignMinutes', () => MinutesType);
