import { Prose } from '@hemicycle/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsUUID, ValidateNested } from 'class-validator';
import { AgendaItemInput, WhenAndWhereInput } from './meetings.inputs.js';

@InputType()
export class RequestPlenaryInput {
  @Field({ description: 'Why a plenary is asked for, in one’s own language.' })
  @Prose(2_000)
  reason: string;

  @Field(() => [AgendaItemInput], {
    description: 'The agenda of the plenary asked for, in order: 1 to 20 items, all of them new.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  items: AgendaItemInput[];
}

@InputType()
export class SupportPlenaryRequestInput {
  @Field(() => ID)
  @IsUUID()
  requestId: string;
}

@InputType()
export class WithdrawPlenaryRequestInput {
  @Field(() => ID)
  @IsUUID()
  requestId: string;
}

@InputType()
export class PlanRequiredPlenaryInput extends WhenAndWhereInput {
  @Field(() => ID)
  @IsUUID()
  requestId: string;
}
