import type { DecisionState, VoteChoice } from '@hemicycle/charter';
import { Line, PageArgs, Prose } from '@hemicycle/graphql';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import type { DecisionSubject } from '../agenda-item.entity.js';
import { DecisionSubjectEnum } from './agenda.type.js';
import { DecisionStateEnum, VoteChoiceEnum } from './decision.type.js';

/** Characters of a wording, an objection, a task or a note. */
const LONGEST = 4_000;

@InputType()
export class PutToVoteInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => ID, { description: 'The item of the published agenda.' })
  @IsUUID()
  itemId: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is voted on, in French, fixed from now on; null: the item’s title says it.',
  })
  @IsOptional()
  @Prose(LONGEST)
  wordingFr?: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English; null: in French alone.' })
  @IsOptional()
  @Prose(LONGEST)
  wordingEn?: string | null;
}

@InputType({ description: 'An objection to a consensus that somebody asked to be recorded.' })
export class ObjectionInput {
  @Field(() => ID, { nullable: true, description: 'Whose it is, if she asks for her name; null: no name.' })
  @IsOptional()
  @IsUUID()
  memberId?: string | null;

  @Field({ description: 'In her own words, in her language.' })
  @Prose(LONGEST)
  words: string;
}

@InputType()
export class RecordConsensusInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => ID, { description: 'The item of the published agenda.' })
  @IsUUID()
  itemId: string;

  @Field({ description: 'The sense of the decision, in French.' })
  @Prose(LONGEST)
  wordingFr: string;

  @Field(() => String, { nullable: true, description: 'The same in English; null: in French alone.' })
  @IsOptional()
  @Prose(LONGEST)
  wordingEn?: string | null;

  @Field(() => [ObjectionInput], {
    defaultValue: [],
    description: 'Objections that somebody asked to be recorded: 200 at most.',
  })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ObjectionInput)
  objections: ObjectionInput[];
}

@InputType()
export class DeclareInterestInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => ID, { description: 'The item of the published agenda.' })
  @IsUUID()
  itemId: string;

  @Field(() => ID, { description: 'The member who has the interest.' })
  @IsUUID()
  memberId: string;
}

@InputType()
export class DenyInterestInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => ID, { description: 'The item in which an interest was recorded for one’s seat.' })
  @IsUUID()
  itemId: string;
}

@InputType()
export class PostponeItemInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => ID, { description: 'The item of the published agenda.' })
  @IsUUID()
  itemId: string;

  @Field(() => String, { nullable: true, description: 'Why, in one’s own language; null: it is not said.' })
  @IsOptional()
  @Line(300)
  reason?: string | null;
}

@InputType()
export class OpenDecisionVoteInput {
  @Field(() => ID)
  @IsUUID()
  decisionId: string;
}

@InputType()
export class CastDecisionVoteInput {
  @Field(() => ID)
  @IsUUID()
  decisionId: string;

  @Field(() => ID, { description: 'The seat that answers: one’s own, or one for which one sits in.' })
  @IsUUID()
  memberId: string;

  @Field(() => VoteChoiceEnum)
  choice: VoteChoice;
}

@InputType()
export class CloseDecisionVoteInput {
  @Field(() => ID)
  @IsUUID()
  decisionId: string;
}

/** What is looked for among the decisions. */
@ArgsType()
export class DecisionSearchArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the title or the wording, in French or English, accents or not, or a reference such as 2024-3; null: any.',
  })
  @IsOptional()
  @Line(200)
  words?: string | null;

  @Field(() => Int, { nullable: true, description: 'The year in which it was taken; null: any.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9999)
  year?: number | null;

  @Field(() => DecisionSubjectEnum, { nullable: true, description: 'Null: any, or none.' })
  @IsOptional()
  subject?: DecisionSubject | null;

  @Field(() => DecisionStateEnum, {
    nullable: true,
    description: 'ADOPTED or REJECTED: those in other states were not taken. Null: both.',
  })
  @IsOptional()
  state?: DecisionState | null;
}
