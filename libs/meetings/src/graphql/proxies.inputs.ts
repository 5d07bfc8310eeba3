import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';

@InputType()
export class GiveProxyInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => ID, { description: 'The member whose vote is lent.' })
  @IsUUID()
  memberId: string;

  @Field(() => ID, { description: 'The member of the same college to whom it is lent.' })
  @IsUUID()
  holderId: string;
}

@InputType()
export class WithdrawProxyInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => ID, { description: 'The member whose vote was lent.' })
  @IsUUID()
  memberId: string;
}
