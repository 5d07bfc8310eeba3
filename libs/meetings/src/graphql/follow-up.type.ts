import { PublicPerson } from '@hemicycle/accounts';
import { DayScalar, pageOf, resultOf, TextField } from '@hemicycle/graphql';
import type { Day, Text } from '@hemicycle/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('FollowUp', { description: 'What somebody has to do after a decision, and by when.' })
export class FollowUpType {
  @Field(() => ID)
  id: string;

  @TextField('What is to be done; in French where nobody wrote it in English.')
  task: Text;

  @TextField('The role to which it is up, in words; null: up to a member or an organisation.', {
    nullable: true,
  })
  role: Text | null;

  @Field(() => DayScalar, { description: 'The day by which it is to be done.' })
  dueOn: Day;

  @Field(() => PublicPerson, { description: 'The person of the secretariat who recorded it.' })
  recordedBy: PublicPerson;

  @Field()
  recordedAt: Date;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which it was done; null: it is not.' })
  doneOn: Day | null;

  @Field(() => String, { nullable: true, description: 'What was done; null: it is not done.' })
  note: string | null;
}

export const FollowUpPage = pageOf(FollowUpType, 'FollowUp');
export const RecordFollowUpResult = resultOf('RecordFollowUp', () => FollowUpType);
export const CompleteFollowUpResult = resultOf('CompleteFollowUp', () => FollowUpType);
