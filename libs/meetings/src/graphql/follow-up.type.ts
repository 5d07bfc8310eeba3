import { PublicPerson } from '@hemicycle/accounts';
import { DayScalar, pageOf, resultOf, TextField } from '@hemicycle/graphql';
import type { Day, Text } from '@hemicycle/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('FollowUpChange', {
  description: 'That what follows from a decision got another day, or was withdrawn.',
})
export class FollowUpChangeType {
  @Field(() => DayScalar, { description: 'The day that it had.' })
  formerlyDueOn: Day;

  @Field(() => DayScalar, { nullable: true, description: 'The day that it got; null: it was withdrawn.' })
  dueOn: Day | null;

  @Field({ description: 'In the language of whoever recorded it.' })
  reason: string;

  @Field(() => PublicPerson, { description: 'The person of the secretariat who recorded it.' })
  recordedBy: PublicPerson;

  @Field()
  recordedAt: Date;
}

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

  @Field(() => DayScalar, { description: 'The day by which it is to be done: the one that it got last.' })
  dueOn: Day;

  @Field(() => PublicPerson, { description: 'The person of the secretariat who recorded it.' })
  recordedBy: PublicPerson;

  @Field()
  recordedAt: Date;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which it was done; null: it is not.' })
  doneOn: Day | null;

  @Field(() => String, { nullable: true, description: 'What was done; null: it is not done.' })
  note: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn; null: it stands.' })
  withdrawnAt: Date | null;

  @Field(() => [FollowUpChangeType], {
    description: 'Each other day that it got, and its withdrawal, in their order.',
  })
  changes: FollowUpChangeType[];
}

export const FollowUpPage = pageOf(FollowUpType, 'FollowUp');
export const RecordFollowUpResult = resultOf('RecordFollowUp', () => FollowUpType);
export const CompleteFollowUpResult = resultOf('CompleteFollowUp', () => FollowUpType);
export const RedateFollowUpResult = resultOf('RedateFollowUp', () => FollowUpType);
export const WithdrawFollowUpResult = resultOf('WithdrawFollowUp', () => FollowUpType);
