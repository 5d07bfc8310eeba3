import { PublicPerson } from '@hemicycle/accounts';
import { DayScalar, pageOf, TextField } from '@hemicycle/graphql';
import type { Day, Text } from '@hemicycle/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Need', {
  description:
    'What the forum lacks, stated so that somebody may be appointed directly (charter C3-ADMISSION).',
})
export class NeedType {
  @Field(() => ID)
  id: string;

  @TextField('What is lacking.')
  statement: Text;

  @Field(() => PublicPerson)
  statedBy: PublicPerson;

  @Field(() => DayScalar)
  statedOn: Day;
}

export const NeedPage = pageOf(NeedType, 'Need');
