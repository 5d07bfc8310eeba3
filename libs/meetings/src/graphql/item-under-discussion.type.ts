import { resultOf } from '@hemicycle/graphql';
import { ObjectType } from '@nestjs/graphql';
import { MeetingType } from './meeting.type.js';

@ObjectType('ItemUnderDiscussion', {
  description:
    'An item of a published agenda in its meeting: who may take part, who presides, what may be done.',
})
export class ItemUnderDiscussionType {}

export const DeclareInterestResult = resultOf('DeclareInterest', () => MeetingType);
