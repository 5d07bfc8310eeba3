import { enumOf, resultOf } from '@hemicycle/graphql';
import { MemberType } from '@hemicycle/members';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PROXY_ENDINGS, type ProxyEnding } from '../proxy.entity.js';
import { MeetingType } from './meeting.type.js';

const ProxyEndingEnum = enumOf('ProxyEnding', PROXY_ENDINGS, 'How a proxy ended before its meeting did.', {
  WITHDRAWN: 'It was taken back.',
  LAPSED: 'Its giver arrived, or her alternate sat in for her.',
});

@ObjectType('Proxy', {
  description:
    'The vote of a member lent to another of the same college for one meeting. It counts for the quorum and in recorded ' +
    'votes, never in an election (charter PROXY).',
})
export class ProxyType {
  @Field(() => ID)
  id: string;

  @Field(() => MemberType, { description: 'Whose vote is lent, as on the day of the meeting.' })
  giver: MemberType;

  @Field(() => MemberType, { description: 'To whom, as on the day of the meeting.' })
  holder: MemberType;

  @Field()
  givenAt: Date;

  @Field(() => Date, { nullable: true, description: 'Null: it stands.' })
  endedAt: Date | null;

  @Field(() => ProxyEndingEnum, { nullable: true, description: 'Null: it stands.' })
  ending: ProxyEnding | null;
}

export const GiveProxyResult = resultOf('GiveProxy', () => MeetingType);
export const WithdrawProxyResult = resultOf('WithdrawProxy', () => MeetingType);
