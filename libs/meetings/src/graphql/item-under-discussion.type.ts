import { resultOf } from '@hemicycle/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MeetingType } from './meeting.type.js';

@ObjectType('ItemUnderDiscussion', {
  description:
    'An item of a published agenda in its meeting: who may take part, who presides, what may be done.',
})
export class ItemUnderDiscussionType {}

@ObjectType('Postponement', { description: 'An item that its session left to the next one.' })
export class PostponementType {
  @Field(() => ID, { description: 'The item of the published agenda.' })
  itemId: string;

  @Field(() => String, {
    nullable: true,
    description: 'In the words and language of whoever presided; null: it is not said.',
  })
  reason: string | null;

  @Field()
  postponedAt: Date;
}

export const PostponeItemResult = resultOf('PostponeItem', () => MeetingType);
export const DenyInterestResult = resultOf('DenyInterest', () => MeetingType);
export const DeclareInterestResult = resultOf('DeclareInterest', () => MeetingType);
