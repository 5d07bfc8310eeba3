import type { Requirement } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  DayScalar,
  FACTS,
  type Page,
  PageArgs,
  pageFrom,
  PermittedAction,
  readCursor,
  type RuleRefusal,
  VERDICTS,
} from '@hemicycle/graphql';
import { type Act, addDays, type Day } from '@hemicycle/kernel';
import { type ListedMember, MemberType } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PlanRequiredPlenary } from '../commands/plan-required-plenary.js';
import { RequestPlenary } from '../commands/request-plenary.js';
import { SupportPlenaryRequest } from '../commands/support-plenary-request.js';
import { WithdrawPlenaryRequest } from '../commands/withdraw-plenary-request.js';
import type { Meeting } from '../meeting.entity.js';
import { PlenaryRequestActs } from '../plenary-request-acts.js';
import type { PlenaryRequest } from '../plenary-request.entity.js';
import { PlenaryRequests } from '../plenary-requests.js';
import { PlenaryRequestsRepository } from '../plenary-requests.repository.js';
import { seesSessions } from '../readers.js';
import { MeetingType } from './meeting.type.js';
import { MeetingsLoaders } from './meetings.loaders.js';
import {
  LISTED_REQUEST_STATES,
  type ListedRequestState,
  ListedRequestStateEnum,
  PlanRequiredPlenaryResult,
  PlenaryRequestPage,
  PlenaryRequestType,
  PlenaryRequirementType,
  RequestedItemType,
  RequestPlenaryResult,
  SupportPlenaryRequestResult,
  WithdrawPlenaryRequestResult,
} from './plenary-request.type.js';
import {
  PlanRequiredPlenaryInput,
  SupportPlenaryRequestInput,
  WithdrawPlenaryRequestInput,
  RequestPlenaryInput,
} from './plenary-requests.inputs.js';

/** What a request adds to the plenary planned for it. */
@Resolver(() => MeetingType)
export class MeetingRequestResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => PlenaryRequestType, {
    nullable: true,
    description:
      'The request of members for which it is planned: its agenda is theirs (charter EXTRAORDINARY); null: planned by the secretariat.',
  })
  request({ id }: Meeting, _: unknown, context: ApiContext): Promise<PlenaryRequest | null> {
    return this.loaders.request(context, id);
  }
}

@Resolver(() => PlenaryRequestType)
export class PlenaryRequestsResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: PlenaryRequestsRepository,
    private readonly requests: PlenaryRequests,
    private readonly procedure: ProcedureRepository,
    private readonly loaders: MeetingsLoaders,
    private readonly acts: PlenaryRequestActs,
    private readonly requesting: RequestPlenary,
    private readonly supporting: SupportPlenaryRequest,
    private readonly withdrawing: WithdrawPlenaryRequest,
    private readonly planning: PlanRequiredPlenary,
  ) {
    acts.add('supportPlenaryRequest', (reader, act, request) => supporting.verdict(reader, act, request));
    acts.add('withdrawPlenaryRequest', (reader, act, request) => withdrawing.verdict(reader, act, request));
    acts.add('planRequiredPlenary', (reader, act, request) => planning.verdict(reader, act, request, null));
  }

  @Query(() => PlenaryRequestPage, {
    description:
      'The requests for a plenary, the latest first: those supported by enough members; those open for support too, for ' +
      'members, alternates and the secretariat.',
  })
  async plenaryRequests(
    @Args() { first, after }: PageArgs,
    @Args('state', {
      type: () => ListedRequestStateEnum,
      nullable: true,
      description: 'Null: each state that one may see.',
    })
    state: ListedRequestState | null,
    @CurrentAct() { actor }: Act,
  ): Promise<Page<PlenaryRequest>> {
    const seen = LISTED_REQUEST_STATES.filter((one) => one === 'REQUIRED' || seesSessions(actor));
    const states = seen.filter((one) => one === (state ?? one));
    if (states.length === 0) return pageFrom<PlenaryRequest>([], first, () => []);
    const rows = await this.repository.list(this.database.reader, {
      states,
      after: readCursor(after, ['instant', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ madeAt, id }) => [madeAt.toISOString(), id]);
  }

  @ResolveField(() => MemberType, { description: 'The member who made it, as of today.' })
  madeBy({ madeById }: PlenaryRequest, _: unknown, context: ApiContext): Promise<ListedMember> {
    return this.loaders.member(context, madeById, context.act.on);
  }

  @ResolveField(() => [MemberType], {
    complexity: FACTS,
    description: 'Who supports it, whoever made it included, in the order in which they did, as of today.',
  })
  async supporters({ id }: PlenaryRequest, _: unknown, context: ApiContext): Promise<ListedMember[]> {
    const supports = await this.repository.supports(this.database.reader, [id]);
    return Promise.all(
      supports.map(({ memberId }) => this.loaders.member(context, memberId, context.act.on)),
    );
  }

  @ResolveField(() => [RequestedItemType], {
    complexity: FACTS,
    description: 'Its agenda, in order.',
  })
  async items({ id }: PlenaryRequest): Promise<RequestedItemType[]> {
    const items = await this.repository.items(this.database.reader, [id]);
    return items.map(({ titleFr, titleEn, ...item }) => ({ ...item, title: { fr: titleFr, en: titleEn } }));
  }

  @ResolveField(() => PlenaryRequirementType, {
    complexity: FACTS,
    description: 'What it has and what it takes, as of today.',
  })
  requirement({ id }: PlenaryRequest, _: unknown, { act }: ApiContext): Promise<Requirement> {
    return this.requests.requirement(this.database.reader, id, act.on);
  }

  @ResolveField(() => DayScalar, {
    nullable: true,
    complexity: FACTS,
    description: 'The last day on which the plenary is held in time; null: it is not required.',
  })
  async dueOn({ requiredOn }: PlenaryRequest): Promise<Day | null> {
    if (requiredOn === null) return null;
    const { rules } = await this.procedure.editionOn(this.database.reader, requiredOn);
    return addDays(requiredOn, rules.extraordinaryWithinDays);
  }

  @ResolveField(() => MeetingType, {
    nullable: true,
    description: 'The plenary last planned for it; null: none.',
  })
  meeting({ meetingId }: PlenaryRequest, _: unknown, context: ApiContext): Promise<Meeting> | null {
    return meetingId === null ? null : this.loaders.meeting(context, meetingId);
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description: 'What the actor may do with it now; `planRequiredPlenary` is judged for any time in time.',
  })
  permitted(request: PlenaryRequest, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    return this.acts.permitted(this.database.reader, act, request);
  }

  @Mutation(() => RequestPlenaryResult, {
    description: 'Asks for a plenary, with its agenda, by a member (charter EXTRAORDINARY).',
  })
  requestPlenary(
    @CurrentAct() act: Act,
    @Args('input') input: RequestPlenaryInput,
  ): Promise<PlenaryRequest | RuleRefusal> {
    return this.requesting.execute(act, input);
  }

  @Mutation(() => SupportPlenaryRequestResult, {
    description:
      'Supports a request for a plenary, by a member: it is required once enough members, or both co-chairs, do (charter ' +
      'EXTRAORDINARY).',
  })
  supportPlenaryRequest(
    @CurrentAct() act: Act,
    @Args('input') input: SupportPlenaryRequestInput,
  ): Promise<PlenaryRequest | RuleRefusal> {
    return this.supporting.execute(act, input);
  }

  @Mutation(() => WithdrawPlenaryRequestResult, {
    description:
      'Withdraws a request that is not required yet, by the member who made it (charter EXTRAORDINARY).',
  })
  withdrawPlenaryRequest(
    @CurrentAct() act: Act,
    @Args('input') input: WithdrawPlenaryRequestInput,
  ): Promise<PlenaryRequest | RuleRefusal> {
    return this.withdrawing.execute(act, input);
  }

  @Mutation(() => PlanRequiredPlenaryResult, {
    description:
      'Plans the plenary that members require, on the agenda of their request, by the secretariat, whose key on it suffices ' +
      '(charter EXTRAORDINARY, C3-CONVOCATION).',
  })
  planRequiredPlenary(
    @CurrentAct() act: Act,
    @Args('input') input: PlanRequiredPlenaryInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.planning.execute(act, input);
  }
}
