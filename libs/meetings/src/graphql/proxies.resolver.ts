import { type ApiContext, CurrentAct, type RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { GiveProxy } from '../commands/give-proxy.js';
import { WithdrawProxy } from '../commands/withdraw-proxy.js';
import { MeetingActs } from '../meeting-acts.js';
import type { Meeting } from '../meeting.entity.js';
import { Sessions } from '../sessions.js';
import { MeetingType } from './meeting.type.js';
import { MeetingsLoaders } from './meetings.loaders.js';
import { GiveProxyInput, WithdrawProxyInput } from './proxies.inputs.js';
import { GiveProxyResult, ProxyType, WithdrawProxyResult } from './proxy.type.js';

/** What proxies add to a meeting. */
@Resolver(() => MeetingType)
export class MeetingProxiesResolver {
  constructor(
    private readonly loaders: MeetingsLoaders,
    private readonly sessions: Sessions,
    private readonly giving: GiveProxy,
    private readonly withdrawal: WithdrawProxy,
    acts: MeetingActs,
  ) {
    acts.add('giveProxy', (reader, act, meeting) => giving.verdict(reader, act, meeting));
    acts.add('withdrawProxy', (reader, act, meeting) => withdrawal.verdict(reader, act, meeting));
  }

  @ResolveField(() => [ProxyType], {
    nullable: true,
    description:
      'The proxies given for it, those that ended included, in the order of giving. Null: for those who take part in it and the ' +
      'secretariat only.',
  })
  async proxies(meeting: Meeting, _: unknown, context: ApiContext): Promise<ProxyType[] | null> {
    if (!(await this.loaders.takesPart(context, meeting))) return null;
    const proxies = await this.loaders.proxies(context, meeting.id);
    const on = this.sessions.dayOf(meeting);
    return Promise.all(
      proxies.map(async (proxy) => ({
        ...proxy,
        giver: await this.loaders.member(context, proxy.giverId, on),
        holder: await this.loaders.member(context, proxy.holderId, on),
      })),
    );
  }

  @Mutation(() => GiveProxyResult, {
    description:
      'Lends a member’s vote to another of the same college for one meeting: in writing here by the member, or as the ' +
      'secretariat got it in writing (charter PROXY).',
  })
  giveProxy(@CurrentAct() act: Act, @Args('input') input: GiveProxyInput): Promise<Meeting | RuleRefusal> {
    return this.giving.execute(act, input);
  }

  @Mutation(() => WithdrawProxyResult, {
    description:
      'Takes back a proxy that still stands, by whoever gave it or by the secretariat (charter PROXY).',
  })
  withdrawProxy(
    @CurrentAct() act: Act,
    @Args('input') input: WithdrawProxyInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.withdrawal.execute(act, input);
  }
}
