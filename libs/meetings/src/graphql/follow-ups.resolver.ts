import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  type Page,
  pageFrom,
  PermittedAction,
  readCursor,
  type RuleRefusal,
} from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { type ListedMember, MemberType, type NamedOrganisation, OrganisationType } from '@hemicycle/members';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CompleteFollowUp } from '../commands/complete-follow-up.js';
import { RedateFollowUp } from '../commands/redate-follow-up.js';
import { WithdrawFollowUp } from '../commands/withdraw-follow-up.js';
import { RecordFollowUp } from '../commands/record-follow-up.js';
import { DecisionActs } from '../decision-acts.js';
import { DecisionsRepository, type ListedDecision } from '../decisions.repository.js';
import { FollowUpActs } from '../follow-up-acts.js';
import { FollowUpsRepository, type ListedFollowUp } from '../follow-ups.repository.js';
import { DecisionType } from './decision.type.js';
import {
  CompleteFollowUpResult,
  FollowUpPage,
  FollowUpType,
  RecordFollowUpResult,
  RedateFollowUpResult,
  WithdrawFollowUpResult,
} from './follow-up.type.js';
import {
  CompleteFollowUpInput,
  FollowUpArgs,
  RecordFollowUpInput,
  RedateFollowUpInput,
  WithdrawFollowUpInput,
} from './follow-ups.inputs.js';
import { MeetingsLoaders } from './meetings.loaders.js';

/** What follow-ups add to a decision. */
@Resolver(() => DecisionType)
export class DecisionFollowUpsResolver {
  constructor(
    private readonly loaders: MeetingsLoaders,
    recording: RecordFollowUp,
    acts: DecisionActs,
  ) {
    acts.add('recordFollowUp', (_, act, decision) => recording.verdict(decision, act.on), 'SECRETARIAT');
  }

  @ResolveField(() => [FollowUpType], { description: 'What follows from it, the first due first.' })
  followUps({ id }: ListedDecision, _: unknown, context: ApiContext): Promise<ListedFollowUp[]> {
    return this.loaders.followUps(context, id);
  }
}

@Resolver(() => FollowUpType)
export class FollowUpsResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: FollowUpsRepository,
    private readonly loaders: MeetingsLoaders,
    private readonly acts: FollowUpActs,
    private readonly recording: RecordFollowUp,
    private readonly completion: CompleteFollowUp,
    private readonly redating: RedateFollowUp,
    private readonly withdrawal: WithdrawFollowUp,
    decisions: DecisionsRepository,
  ) {
    acts.add(
      'redateFollowUp',
      async (reader, _, followUp) =>
        redating.verdict(await decisions.known(reader, followUp.decisionId), followUp),
      'SECRETARIAT',
    );
    acts.add('withdrawFollowUp', (_reader, _act, followUp) => withdrawal.verdict(followUp), 'SECRETARIAT');
    acts.add('completeFollowUp', (_, act, followUp) => completion.verdict(act, followUp), 'SECRETARIAT');
  }

  @Query(() => FollowUpPage, {
    description: 'What follows from the decisions of the forum, the first due first.',
  })
  async followUps(@Args() { first, after, done }: FollowUpArgs): Promise<Page<ListedFollowUp>> {
    const rows = await this.repository.list(this.database.reader, {
      done: done ?? null,
      after: readCursor(after, ['day', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ dueOn, id }) => [dueOn, id]);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether its day has passed and it is neither done nor withdrawn.',
  })
  late({ doneOn, withdrawnAt, dueOn }: ListedFollowUp, _: unknown, { act: { on } }: ApiContext): boolean {
    return doneOn === null && withdrawnAt === null && dueOn < on;
  }

  @ResolveField(() => DecisionType, { description: 'The decision from which it follows.' })
  decision({ decisionId }: ListedFollowUp, _: unknown, context: ApiContext): Promise<ListedDecision> {
    return this.loaders.decision(context, decisionId);
  }

  @ResolveField(() => MemberType, {
    nullable: true,
    description: 'The member to whom it is up, as of today; null: not up to a member.',
  })
  member({ memberId }: ListedFollowUp, _: unknown, context: ApiContext): Promise<ListedMember> | null {
    return memberId === null ? null : this.loaders.member(context, memberId, context.act.on);
  }

  @ResolveField(() => OrganisationType, {
    nullable: true,
    description: 'The organisation to which it is up, as of today; null: not up to an organisation.',
  })
  organisation(
    { organisationId }: ListedFollowUp,
    _: unknown,
    context: ApiContext,
  ): Promise<NamedOrganisation> | null {
    return organisationId === null ? null : this.loaders.organisation(context, organisationId);
  }

  @ResolveField(() => [PermittedAction], { description: 'What the actor may do with it today.' })
  permitted(followUp: ListedFollowUp, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    return this.acts.permitted(this.database.reader, act, followUp);
  }

  @Mutation(() => RecordFollowUpResult, {
    description: 'Records what follows from an adopted decision — who, what, by when —, by the secretariat.',
  })
  recordFollowUp(
    @CurrentAct() act: Act,
    @Args('input') input: RecordFollowUpInput,
  ): Promise<ListedFollowUp | RuleRefusal> {
    return this.recording.execute(act, input);
  }

  @Mutation(() => CompleteFollowUpResult, {
    description: 'Records that what followed from a decision was done, by the secretariat.',
  })
  completeFollowUp(
    @CurrentAct() act: Act,
    @Args('input') input: CompleteFollowUpInput,
  ): Promise<ListedFollowUp | RuleRefusal> {
    return this.completion.execute(act, input);
  }

  @Mutation(() => RedateFollowUpResult, {
    description:
      'Gives another day to what follows from a decision, by the secretariat; whoever is charged with it is told. The day that it had stays public.',
  })
  redateFollowUp(
    @CurrentAct() act: Act,
    @Args('input') input: RedateFollowUpInput,
  ): Promise<ListedFollowUp | RuleRefusal> {
    return this.redating.execute(act, input);
  }

  @Mutation(() => WithdrawFollowUpResult, {
    description:
      'Withdraws what was written down by mistake, or is to be done no more, by the secretariat; whoever was charged with it is told.',
  })
  withdrawFollowUp(
    @CurrentAct() act: Act,
    @Args('input') input: WithdrawFollowUpInput,
  ): Promise<ListedFollowUp | RuleRefusal> {
    return this.withdrawal.execute(act, input);
  }
}
