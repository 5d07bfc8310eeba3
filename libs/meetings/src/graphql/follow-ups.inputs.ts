import { DayScalar, Line, PageArgs, Prose } from '@hemicycle/graphql';
import type { Day } from '@hemicycle/kernel';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';

@InputType({
  description: 'Who does what, by when. One of the member, the organisation and the role is given.',
})
export class RecordFollowUpInput {
  @Field(() => ID)
  @IsUUID()
  decisionId: string;

  @Field({ description: 'What is to be done, in French.' })
  @Prose(2_000)
  taskFr: string;

  @Field(() => String, { nullable: true, description: 'The same in English; null: in French alone.' })
  @IsOptional()
  @Prose(2_000)
  taskEn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The member to whom it is up; null: not to a member.' })
  @IsOptional()
  @IsUUID()
  memberId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation to which it is up; null: not to an organisation.',
  })
  @IsOptional()
  @IsUUID()
  organisationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The role to which it is up, in French, such as « le secrétariat »; null: not to a role.',
  })
  @IsOptional()
  @Line(300)
  roleFr?: string | null;

  @Field(() => String, { nullable: true, description: 'The role in English; null: in French alone.' })
  @IsOptional()
  @Line(300)
  roleEn?: string | null;

  @Field(() => DayScalar, {
    description: 'The day by which it is to be done: that of the decision at the earliest.',
  })
  dueOn: Day;
}

@InputType()
export class CompleteFollowUpInput {
  @Field(() => ID)
  @IsUUID()
  followUpId: string;

  @Field(() => DayScalar, { description: 'The day on which it was done: today at the latest.' })
  doneOn: Day;

  @Field({ description: 'What was done, in the language of whoever records it.' })
  @Prose(2_000)
  note: string;
}

@InputType()
export class RedateFollowUpInput {
  @Field(() => ID)
  @IsUUID()
  followUpId: string;

  @Field(() => DayScalar, { description: 'The day that it gets: another one than it has.' })
  dueOn: Day;

  @Field({ description: 'Why, in the language of whoever records it.' })
  @Prose(2_000)
  reason: string;
}

@InputType()
export class WithdrawFollowUpInput {
  @Field(() => ID)
  @IsUUID()
  followUpId: string;

  @Field({ description: 'Why, in the language of whoever records it.' })
  @Prose(2_000)
  reason: string;
}

/** Which follow-ups are looked for. */
@ArgsType()
export class FollowUpArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is done, of those that stand; null: done or not, withdrawn ones too.',
  })
  @IsOptional()
  done?: boolean | null;
}
