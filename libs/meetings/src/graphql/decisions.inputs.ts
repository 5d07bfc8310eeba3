import type { VoteChoice } from '@hemicycle/charter';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { VoteChoiceEnum } from './decision.type.js';

@InputType()
export class PutToVoteInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => ID, { description: 'The item of the published agenda.' })
  @IsUUID()
  itemId: string;
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
