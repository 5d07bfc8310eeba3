import { DECISION, type DecisionState, nextStates, type VoteResult, voteResult } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  FACTS,
  type Page,
  pageFrom,
  PermittedAction,
  readCursor,
  type RuleRefusal,
  VERDICTS,
} from '@hemicycle/graphql';
import { type Act, isId } from '@hemicycle/kernel';
import { type WorkingGroup, WorkingGroupType } from '@hemicycle/groups';
import { type DatedMandate, MandateType } from '@hemicycle/mandates';
import { EditionType, type KnownEdition } from '@hemicycle/procedure';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CastDecisionVote } from '../commands/cast-decision-vote.js';
import { CloseDecisionVote } from '../commands/close-decision-vote.js';
import { OpenDecisionVote } from '../commands/open-decision-vote.js';
import { PutToVote } from '../commands/put-to-vote.js';
import { RecordConsensus } from '../commands/record-consensus.js';
import type { ItemOfMeeting } from '../agenda-item-acts.js';
import { Deliberations } from '../deliberations.js';
import { DecisionActs } from '../decision-acts.js';
import { DecisionsRepository, type ListedDecision } from '../decisions.repository.js';
import { MeetingActs } from '../meeting-acts.js';
import type { Meeting } from '../meeting.entity.js';
import type { Postponement } from '../postponement.entity.js';
import { Sessions } from '../sessions.js';
import { recusedInVote } from '../recused-in-vote.js';
import {
  CastDecisionVoteResult,
  CloseDecisionVoteResult,
  DecisionPage,
  DecisionStateEnum,
  DecisionType,
  DecisionVoteType,
  ObjectionType,
  OpenDecisionVoteResult,
  PutToVoteResult,
  RecordConsensusResult,
  RecusalType,
  VoteResultType,
} from './decision.type.js';
import {
  CastDecisionVoteInput,
  CloseDecisionVoteInput,
  DecisionSearchArgs,
  OpenDecisionVoteInput,
  PutToVoteInput,
  RecordConsensusInput,
} from './decisions.inputs.js';
import { ItemUnderDiscussionType, PostponementType } from './item-under-discussion.type.js';
import { MeetingType } from './meeting.type.js';
import { MeetingsLoaders } from './meetings.loaders.js';

/** What decisions add to a meeting. */
@Resolver(() => MeetingType)
export class MeetingDecisionsResolver {
  constructor(
    private readonly loaders: MeetingsLoaders,
    private readonly database: Database,
    private readonly deliberations: Deliberations,
    putting: PutToVote,
    consensus: RecordConsensus,
    acts: MeetingActs,
  ) {
    acts.add('putToVote', async (reader, act, meeting) =>
      putting.verdict(reader, act, meeting, await deliberations.nextItem(reader, meeting.id)),
    );
    acts.add('recordConsensus', async (reader, act, meeting) =>
      consensus.verdict(reader, act, meeting, await deliberations.nextItem(reader, meeting.id)),
    );
  }

  @ResolveField(() => ItemUnderDiscussionType, {
    nullable: true,
    complexity: FACTS,
    description: 'An item of the published agenda, and what may be done with it; null: it carries none such.',
  })
  async item(
    @Parent() meeting: Meeting,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ItemOfMeeting | null> {
    const item = isId(id) ? await this.deliberations.item(this.database.reader, meeting.id, id) : null;
    return item === null ? null : { meeting, item };
  }

  @ResolveField(() => [PostponementType], {
    description: 'What it left to the next session, in the order in which it did.',
  })
  postponements({ id }: Meeting, _: unknown, context: ApiContext): Promise<Postponement[]> {
    return this.loaders.postponements(context, id);
  }

  @ResolveField(() => [DecisionType], {
    description: 'What was decided by consensus or put to a recorded vote, in that order.',
  })
  decisions({ id }: Meeting, _: unknown, context: ApiContext): Promise<ListedDecision[]> {
    return this.loaders.decisions(context, id);
  }
}

@Resolver(() => DecisionType)
export class DecisionsResolver {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsRepository,
    private readonly sessions: Sessions,
    private readonly loaders: MeetingsLoaders,
    private readonly acts: DecisionActs,
    private readonly putting: PutToVote,
    private readonly consensus: RecordConsensus,
    private readonly opening: OpenDecisionVote,
    private readonly casting: CastDecisionVote,
    private readonly closing: CloseDecisionVote,
  ) {
    acts.add(
      'openDecisionVote',
      (reader, act, decision) => opening.verdict(reader, act, decision),
      'SECRETARIAT',
    );
    acts.add('castDecisionVote', (reader, act, decision) => casting.verdict(reader, act, decision));
    acts.add('closeDecisionVote', (_reader, _act, decision) => closing.verdict(decision), 'SECRETARIAT');
  }

  @Query(() => DecisionPage, {
    name: 'decisions',
    description: 'The decisions taken, adopted or rejected, the latest first.',
  })
  async decisionList(
    @Args() { first, after, words, year, subject, state }: DecisionSearchArgs,
  ): Promise<Page<ListedDecision>> {
    const rows = await this.decisions.search(this.database.reader, {
      words: words ?? null,
      year: year ?? null,
      subject: subject ?? null,
      state: state ?? null,
      after: readCursor(after, ['integer', 'integer']),
      limit: first + 1,
    });
    return pageFrom(rows, first, (decision) => [decision.year ?? 0, decision.number ?? 0]);
  }

  @Query(() => DecisionType, { nullable: true, description: 'A decision; null: unknown.' })
  async decision(@Args('id', { type: () => ID }) id: string): Promise<ListedDecision | null> {
    return isId(id) ? this.decisions.listed(this.database.reader, id) : null;
  }

  @ResolveField(() => [DecisionStateEnum], { description: 'The states that may follow (charter LIFE).' })
  nextStates({ state }: ListedDecision): DecisionState[] {
    return [...nextStates(DECISION, state)];
  }

  @ResolveField(() => Int, {
    description: 'Seats that answered so far: all that anybody learns before the closing.',
  })
  async answers({ id }: ListedDecision, _: unknown, context: ApiContext): Promise<number> {
    return (await this.loaders.votes(context, id)).filter(({ choice }) => choice !== null).length;
  }

  @ResolveField(() => MeetingType, { description: 'The session that took it up.' })
  meeting({ meetingId }: ListedDecision, _: unknown, context: ApiContext): Promise<Meeting> {
    return this.loaders.meeting(context, meetingId);
  }

  @ResolveField(() => EditionType, {
    nullable: true,
    description:
      'The edition of the rules of procedure that it adopts or ratifies, or would have; null: it is on something else.',
  })
  edition(decision: ListedDecision, _: unknown, context: ApiContext): Promise<KnownEdition> | null {
    const { subject, objectId } = decision;
    if (subject === 'RULES_RATIFICATION') return this.loaders.foundersEdition(context);
    return subject === 'RULES_EDITION' && objectId !== null ? this.loaders.edition(context, objectId) : null;
  }

  @ResolveField(() => MandateType, {
    nullable: true,
    description: 'The mandate that it ends, or would have; null: it is on something else.',
  })
  mandate(
    { subject, objectId }: ListedDecision,
    _: unknown,
    context: ApiContext,
  ): Promise<DatedMandate> | null {
    return subject === 'COMMITTEE_REMOVAL' && objectId !== null
      ? this.loaders.mandate(context, objectId)
      : null;
  }

  @ResolveField(() => WorkingGroupType, {
    nullable: true,
    description:
      'The working group that it sets up, closes or names a facilitator to, or would have; null: it is on something else.',
  })
  workingGroup({ groupId }: ListedDecision, _: unknown, context: ApiContext): Promise<WorkingGroup> | null {
    return groupId === null ? null : this.loaders.group(context, groupId);
  }

  @ResolveField(() => [ObjectionType], {
    description: 'The objections to a consensus that somebody asked to be recorded.',
  })
  async objections(
    { id, meetingId }: ListedDecision,
    _: unknown,
    context: ApiContext,
  ): Promise<ObjectionType[]> {
    const objections = await this.loaders.objections(context, id);
    const on = this.sessions.dayOf(await this.loaders.meeting(context, meetingId));
    return Promise.all(
      objections.map(async ({ memberId, words }) => ({
        words,
        member: memberId === null ? null : await this.loaders.member(context, memberId, on),
      })),
    );
  }

  @ResolveField(() => [RecusalType], {
    description: 'The members who took no part, by a declared interest, by number (charter RECUSAL).',
  })
  async recusals(
    { meetingId, itemId }: ListedDecision,
    _: unknown,
    context: ApiContext,
  ): Promise<RecusalType[]> {
    const recusals = await this.loaders.recusals(context, meetingId, itemId);
    const on = this.sessions.dayOf(await this.loaders.meeting(context, meetingId));
    return Promise.all(
      recusals.map(async (one) => ({ ...one, member: await this.loaders.member(context, one.memberId, on) })),
    );
  }

  @ResolveField(() => [DecisionVoteType], {
    nullable: true,
    description:
      'The answers by name, by member number, those who gave none included; null: the vote is not closed, or there was none.',
  })
  async votes(
    { id, meetingId, closedAt, way }: ListedDecision,
    _: unknown,
    context: ApiContext,
  ): Promise<DecisionVoteType[] | null> {
    if (closedAt === null || way === 'CONSENSUS') return null;
    const meeting = await this.loaders.meeting(context, meetingId);
    const on = this.sessions.dayOf(meeting);
    const votes = await this.loaders.votes(context, id);
    return Promise.all(
      votes.map(async (vote) => ({ ...vote, member: await this.loaders.member(context, vote.memberId, on) })),
    );
  }

  @ResolveField(() => VoteResultType, {
    nullable: true,
    description: 'Null: the vote is not closed, or there was none.',
  })
  async result(
    { id, meetingId, majority, closedAt, quorumNumber }: ListedDecision,
    _: unknown,
    context: ApiContext,
  ): Promise<VoteResult | null> {
    if (closedAt === null || majority === null) return null;
    return voteResult(
      await this.loaders.votes(context, id),
      majority,
      recusedInVote(await this.loaders.quorumChecks(context, meetingId), { quorumNumber }),
    );
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description:
      'What the actor may do with this decision now. `castDecisionVote` is judged for a seat whose vote she holds, or else ' +
      'for her own.',
  })
  permitted(decision: ListedDecision, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    return this.acts.permitted(this.database.reader, act, decision);
  }

  @Mutation(() => PutToVoteResult, {
    description:
      'Puts an item of the agenda to a recorded vote, consensus having been sought, by whoever presides over it (charter ' +
      'DECISION, PRESIDING): the wording is fixed, and the secretariat opens the vote.',
  })
  putToVote(
    @CurrentAct() act: Act,
    @Args('input') input: PutToVoteInput,
  ): Promise<ListedDecision | RuleRefusal> {
    return this.putting.execute(act, input);
  }

  @Mutation(() => RecordConsensusResult, {
    description:
      'Records that a consensus was found on an item of the agenda, by whoever presides over it, with the objections that ' +
      'members asked to be recorded (charter DECISION, PRESIDING).',
  })
  recordConsensus(
    @CurrentAct() act: Act,
    @Args('input') input: RecordConsensusInput,
  ): Promise<ListedDecision | RuleRefusal> {
    return this.consensus.execute(act, input);
  }

  @Mutation(() => OpenDecisionVoteResult, {
    description:
      'Opens the recorded vote, by the secretariat, with a quorum in each college; without it the vote is carried over ' +
      '(charter QUORUM). Who holds the vote of each seat is fixed.',
  })
  openDecisionVote(
    @CurrentAct() act: Act,
    @Args('input') input: OpenDecisionVoteInput,
  ): Promise<ListedDecision | RuleRefusal> {
    return this.opening.execute(act, input);
  }

  @Mutation(() => CastDecisionVoteResult, {
    description:
      'Gives the answer of a seat, by name, by whoever holds its vote. Until the vote is closed it may be given again: the ' +
      'last one counts.',
  })
  castDecisionVote(
    @CurrentAct() act: Act,
    @Args('input') input: CastDecisionVoteInput,
  ): Promise<ListedDecision | RuleRefusal> {
    return this.casting.execute(act, input);
  }

  @Mutation(() => CloseDecisionVoteResult, {
    description:
      'Closes the recorded vote, by the secretariat: its result is there at once (charter DECISION, TIE).',
  })
  closeDecisionVote(
    @CurrentAct() act: Act,
    @Args('input') input: CloseDecisionVoteInput,
  ): Promise<ListedDecision | RuleRefusal> {
    return this.closing.execute(act, input);
  }
}
