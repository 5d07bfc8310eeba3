import { Database } from '@hemicycle/database';
import { type ApiContext, CurrentAct, PermittedAction, type RuleRefusal, VERDICTS } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaItemActs, type ItemOfMeeting } from '../agenda-item-acts.js';
import { DeclareInterest } from '../commands/declare-interest.js';
import { DenyInterest } from '../commands/deny-interest.js';
import { PostponeItem } from '../commands/postpone-item.js';
import { PutToVote } from '../commands/put-to-vote.js';
import { RecordConsensus } from '../commands/record-consensus.js';
import type { ListedDecision } from '../decisions.repository.js';
import type { Meeting } from '../meeting.entity.js';
import { Sessions } from '../sessions.js';
import { itemShown } from './agendas.resolver.js';
import { AgendaItemType } from './agenda.type.js';
import { DecisionType, RecusalType } from './decision.type.js';
import { DeclareInterestInput, DenyInterestInput, PostponeItemInput } from './decisions.inputs.js';
import {
  DeclareInterestResult,
  DenyInterestResult,
  ItemUnderDiscussionType,
  PostponeItemResult,
} from './item-under-discussion.type.js';
import { MeetingsLoaders } from './meetings.loaders.js';

@Resolver(() => ItemUnderDiscussionType)
export class ItemsUnderDiscussionResolver {
  constructor(
    private readonly database: Database,
    private readonly loaders: MeetingsLoaders,
    private readonly sessions: Sessions,
    private readonly acts: AgendaItemActs,
    private readonly interest: DeclareInterest,
    private readonly denying: DenyInterest,
    private readonly postponing: PostponeItem,
    putting: PutToVote,
    consensus: RecordConsensus,
  ) {
    acts.add('putToVote', (reader, act, { meeting, item }) => putting.verdict(reader, act, meeting, item));
    acts.add('recordConsensus', (reader, act, { meeting, item }) =>
      consensus.verdict(reader, act, meeting, item),
    );
    acts.add('declareInterest', (reader, act, { meeting, item }) =>
      interest.verdict(reader, act, meeting, item),
    );
    acts.add('denyInterest', (reader, act, { meeting, item }) =>
      denying.verdict(reader, act, meeting, item.itemId),
    );
    acts.add('postponeItem', (reader, act, { meeting, item }) =>
      postponing.verdict(reader, act, meeting, item),
    );
  }

  @ResolveField(() => AgendaItemType, { description: 'What the published agenda says of it.' })
  item({ meeting, item }: ItemOfMeeting): AgendaItemType {
    return itemShown(item, meeting.id);
  }

  @ResolveField(() => DecisionType, {
    nullable: true,
    description: 'What came of it; null: it was not taken up.',
  })
  async decision(
    { meeting, item }: ItemOfMeeting,
    _: unknown,
    context: ApiContext,
  ): Promise<ListedDecision | null> {
    const decisions = await this.loaders.decisions(context, meeting.id);
    return decisions.find(({ itemId }) => itemId === item.itemId) ?? null;
  }

  @ResolveField(() => [RecusalType], {
    description: 'The members who take no part in it, by a declared interest, by number (charter RECUSAL).',
  })
  async recusals({ meeting, item }: ItemOfMeeting, _: unknown, context: ApiContext): Promise<RecusalType[]> {
    const recusals = await this.loaders.recusals(context, meeting.id, item.itemId);
    const on = this.sessions.dayOf(meeting);
    return Promise.all(
      recusals.map(async (one) => ({ ...one, member: await this.loaders.member(context, one.memberId, on) })),
    );
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description: 'What the actor may do with it now. `declareInterest` is judged for her own seat.',
  })
  permitted(item: ItemOfMeeting, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    return this.acts.permitted(this.database.reader, act, item);
  }

  @Mutation(() => DeclareInterestResult, {
    description:
      'Declares a member’s interest in an item, by the member, or in session by whoever presides over the item: her seat ' +
      'takes no part in it, nor does her alternate or whoever holds her proxy (charter RECUSAL).',
  })
  declareInterest(
    @CurrentAct() act: Act,
    @Args('input') input: DeclareInterestInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.interest.execute(act, input);
  }

  @Mutation(() => DenyInterestResult, {
    description:
      'Says that one has no interest in an item, where whoever presided recorded one: one’s seat takes part again (charter ' +
      'RECUSAL).',
  })
  denyInterest(
    @CurrentAct() act: Act,
    @Args('input') input: DenyInterestInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.denying.execute(act, input);
  }

  @Mutation(() => PostponeItemResult, {
    description:
      'Leaves an item of the agenda to the next session, by whoever presides over it (charter PRESIDING): the next agenda ' +
      'is offered it.',
  })
  postponeItem(
    @CurrentAct() act: Act,
    @Args('input') input: PostponeItemInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.postponing.execute(act, input);
  }
}
