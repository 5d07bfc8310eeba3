import { DECISION, type DecisionState, nextStates, type VoteResult, voteResult } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { type ApiContext, CurrentAct, PermittedAction, type RuleRefusal, VERDICTS } from '@hemicycle/graphql';
import { type Act, isId } from '@hemicycle/kernel';
import { Args, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CastDecisionVote } from '../commands/cast-decision-vote.js';
import { CloseDecisionVote } from '../commands/close-decision-vote.js';
import { OpenDecisionVote } from '../commands/open-decision-vote.js';
import { PutToVote } from '../commands/put-to-vote.js';
import { DecisionActs } from '../decision-acts.js';
import { DecisionsRepository, type ListedDecision } from '../decisions.repository.js';
import { MeetingActs } from '../meeting-acts.js';
import type { Meeting } from '../meeting.entity.js';
import { Sessions } from '../sessions.js';
import {
  CastDecisionVoteResult,
  CloseDecisionVoteResult,
  DecisionStateEnum,
  DecisionType,
  DecisionVoteType,
  OpenDecisionVoteResult,
  PutToVoteResult,
  VoteResultType,
} from './decision.type.js';
import {
  CastDecisionVoteInput,
  CloseDecisionVoteInput,
  OpenDecisionVoteInput,
  PutToVoteInput,
} from './decisions.inputs.js';
import { MeetingType } from './meeting.type.js';
import { MeetingsLoaders } from './meetings.loaders.js';

/** What decisions add to a meeting. */
@Resolver(() => MeetingType)
export class MeetingDecisionsResolver {
  constructor(
    private readonly loaders: MeetingsLoaders,
    putting: PutToVote,
    acts: MeetingActs,
  ) {
    acts.add('putToVote', (reader, act, meeting) => putting.verdict(reader, act, meeting));
  }

  @ResolveField(() => [DecisionType], {
    description: 'What was put to a recorded vote, in that order.',
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
    private readonly opening: OpenDecisionVote,
    private readonly casting: CastDecisionVote,
    private readonly closing: CloseDecisionVote,
  ) {
    acts.add('openDecisionVote', (reader, _, decision) => opening.verdict(reader, decision), 'SECRETARIAT');
    acts.add('castDecisionVote', (reader, act, decision) => casting.verdict(reader, act, decision));
    acts.add('closeDecisionVote', (_reader, _act, decision) => closing.verdict(decision), 'SECRETARIAT');
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

  @ResolveField(() => [DecisionVoteType], {
    nullable: true,
    description:
      'The answers by name, by member number, those who gave none included; null: the vote is not closed.',
  })
  async votes(
    { id, meetingId, closedAt }: ListedDecision,
    _: unknown,
    context: ApiContext,
  ): Promise<DecisionVoteType[] | null> {
    if (closedAt === null) return null;
    const meeting = await this.loaders.meeting(context, meetingId);
    const on = this.sessions.dayOf(meeting);
    const votes = await this.loaders.votes(context, id);
    return Promise.all(
      votes.map(async (vote) => ({ ...vote, member: await this.loaders.member(context, vote.memberId, on) })),
    );
  }

  @ResolveField(() => VoteResultType, { nullable: true, description: 'Null: the vote is not closed.' })
  async result(
    { id, majority, closedAt }: ListedDecision,
    _: unknown,
    context: ApiContext,
  ): Promise<VoteResult | null> {
    if (closedAt === null || majority === null) return null;
    return voteResult(await this.loaders.votes(context, id), majority);
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
      'Puts the ratification of the rules of procedure to a recorded vote, by whoever presides over the first plenary ' +
      '(charter RULES-ADOPTION, PRESIDING). The secretariat opens it.',
  })
  putToVote(
    @CurrentAct() act: Act,
    @Args('input') input: PutToVoteInput,
  ): Promise<ListedDecision | RuleRefusal> {
    return this.putting.execute(act, input);
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
