import { PublicPerson } from '@hemicycle/accounts';
import { DayScalar, resultOf } from '@hemicycle/graphql';
import type { Day } from '@hemicycle/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Correspondent', {
  description:
    'A department’s contact for the action plan: relays, reminds, reports. It is a charge, not a seat in the forum.',
})
export class CorrespondentType {
  @Field(() => ID)
  id: string;

  @Field(() => PublicPerson)
  person: PublicPerson;

  @Field(() => DayScalar)
  fromOn: Day;

  @Field(() => DayScalar, { nullable: true, description: 'The last day; null: no end known.' })
  untilOn: Day | null;
}

export const NameCorrespondentResult = resultOf('NameCorrespondent', () => CorrespondentType);
export const EndCorrespondentResult = resultOf('EndCorrespondent', () => CorrespondentType);
