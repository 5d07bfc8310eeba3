import { type GroupState, nextStates, WORKING_GROUP } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CollegeEnum,
  CurrentAct,
  FACTS,
  type Page,
  PageArgs,
  pageFrom,
  PermittedAction,
  permittedAction,
  readCursor,
  type RuleRefusal,
  VERDICTS,
} from '@hemicycle/graphql';
import { type Act, type College, isId } from '@hemicycle/kernel';
import type { NamedFacilitator } from '@hemicycle/mandates';
import {
  type ListedMember,
  MemberType,
  type NamedPerson,
  NeedType,
  type StatedNeed,
} from '@hemicycle/members';
import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { JoinWorkingGroup } from '../commands/join-working-group.js';
import { LeaveWorkingGroup } from '../commands/leave-working-group.js';
import { ProposeFacilitator } from '../commands/propose-facilitator.js';
import { ProposeWorkingGroup } from '../commands/propose-working-group.js';
import { ResignFacilitation } from '../commands/resign-facilitation.js';
import type { FacilitatorProposal } from '../facilitator-proposal.entity.js';
import { GroupActs } from '../group-acts.js';
import { GroupsRepository, type ListedGroupMember } from '../groups.repository.js';
import type { WorkingGroup } from '../working-group.entity.js';
import {
  FacilitatorProposalType,
  FacilitatorType,
  GroupMemberType,
  GroupStateEnum,
  JoinWorkingGroupResult,
  LeaveWorkingGroupResult,
  ProposeFacilitatorResult,
  ProposeWorkingGroupResult,
  ResignFacilitationResult,
  WorkingGroupPage,
  WorkingGroupType,
} from './group.type.js';
import {
  JoinWorkingGroupInput,
  LeaveWorkingGroupInput,
  ProposeFacilitatorInput,
  ProposeWorkingGroupInput,
  ResignFacilitationInput,
} from './groups.inputs.js';
import { GroupsLoaders } from './groups.loaders.js';

@Resolver(() => WorkingGroupType)
export class GroupsResolver {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupsRepository,
    private readonly loaders: GroupsLoaders,
    private readonly acts: GroupActs,
    private readonly proposal: ProposeWorkingGroup,
    private readonly naming: ProposeFacilitator,
    private readonly joining: JoinWorkingGroup,
    private readonly leaving: LeaveWorkingGroup,
  ) {
    acts.add('joinWorkingGroup', (reader, act, group) => joining.verdict(reader, act, group), 'MEMBER');
    acts.add('leaveWorkingGroup', (reader, act, group) => leaving.verdict(reader, act, group), 'MEMBER');
  }

  @Query(() => WorkingGroupPage, {
    name: 'workingGroups',
    description: 'The thematic working groups, closed ones included, the latest proposed first.',
  })
  async groupList(
    @Args() { first, after }: PageArgs,
    @Args('state', { type: () => GroupStateEnum, nullable: true, description: 'Null: any.' })
    state: GroupState | null,
  ): Promise<Page<WorkingGroup>> {
    const rows = await this.groups.list(this.database.reader, {
      state: state ?? null,
      after: readCursor(after, ['day', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ proposedOn, id }) => [proposedOn, id]);
  }

  @Query(() => WorkingGroupType, { nullable: true, description: 'A working group; null: unknown.' })
  async workingGroup(@Args('id', { type: () => ID }) id: string): Promise<WorkingGroup | null> {
    return isId(id) ? this.groups.byId(this.database.reader, id) : null;
  }

  @ResolveField()
  proposedBy({ id }: WorkingGroup, _: unknown, context: ApiContext): Promise<NamedPerson> {
    return this.loaders.proposer(context, id);
  }

  @ResolveField(() => [GroupStateEnum], { description: 'The states that may follow (charter LIFE).' })
  nextStates({ state }: WorkingGroup): GroupState[] {
    return [...nextStates(WORKING_GROUP, state)];
  }

  @ResolveField(() => [FacilitatorType], {
    description: 'Every mandate of facilitator that it gave, the earliest first.',
  })
  facilitators({ id }: WorkingGroup, _: unknown, context: ApiContext): Promise<NamedFacilitator[]> {
    return this.loaders.facilitators(context, id);
  }

  @ResolveField(() => [CollegeEnum], {
    complexity: FACTS,
    description:
      'The colleges whose seat of facilitator is vacant today: the secretariat then plans the group’s meetings. Empty unless it is at work.',
  })
  async vacantColleges({ id, state }: WorkingGroup, _: unknown, { act }: ApiContext): Promise<College[]> {
    return state === 'SET_UP' ? this.groups.vacantColleges(this.database.reader, id, act.on) : [];
  }

  @ResolveField(() => [FacilitatorProposalType], {
    description: 'Whoever was proposed to facilitate it, the earliest first, then by member number.',
  })
  facilitatorProposals(
    { id }: WorkingGroup,
    _: unknown,
    context: ApiContext,
  ): Promise<FacilitatorProposal[]> {
    return this.loaders.proposals(context, id);
  }

  @ResolveField(() => [GroupMemberType], { description: 'Present and past, by member number.' })
  async members({ id }: WorkingGroup, _: unknown, context: ApiContext): Promise<GroupMemberType[]> {
    const rows: ListedGroupMember[] = await this.loaders.members(context, id);
    return Promise.all(
      rows.map(async (row) => ({ ...row, member: await this.loaders.member(context, row.memberId) })),
    );
  }

  @ResolveField(() => [NeedType], {
    description: 'The needs that it stated, the earliest first (charter C3-ADMISSION).',
  })
  needs({ id }: WorkingGroup, _: unknown, context: ApiContext): Promise<StatedNeed[]> {
    return this.loaders.needs(context, id);
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description: 'What the actor may do with this group now.',
  })
  permitted(group: WorkingGroup, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    return this.acts.permitted(this.database.reader, act, group);
  }

  @Mutation(() => ProposeWorkingGroupResult, {
    description:
      'Proposes a group to the plenary, by the secretariat or the management committee: its theme, its commitments, its ' +
      'facilitators. An item of subject WORKING_GROUP_SETUP sets it up (charter WORKING-GROUP-SETUP).',
  })
  proposeWorkingGroup(
    @CurrentAct() act: Act,
    @Args('input') input: ProposeWorkingGroupInput,
  ): Promise<WorkingGroup | RuleRefusal> {
    return this.proposal.execute(act, input);
  }

  @Mutation(() => ProposeFacilitatorResult, {
    description:
      'Proposes a facilitator to the next plenary, for a vacant seat or in somebody’s place, by the secretariat or the ' +
      'management committee. An item of subject FACILITATOR_NAMING names her (charter WORKING-GROUP-SETUP).',
  })
  proposeFacilitator(
    @CurrentAct() act: Act,
    @Args('input') input: ProposeFacilitatorInput,
  ): Promise<WorkingGroup | RuleRefusal> {
    return this.naming.execute(act, input);
  }

  @Mutation(() => JoinWorkingGroupResult, { description: 'Joins a group at work, as a member of the forum.' })
  joinWorkingGroup(
    @CurrentAct() act: Act,
    @Args('input') input: JoinWorkingGroupInput,
  ): Promise<WorkingGroup | RuleRefusal> {
    return this.joining.execute(act, input);
  }

  @Mutation(() => LeaveWorkingGroupResult, { description: 'Leaves a group; today is the last day in it.' })
  leaveWorkingGroup(
    @CurrentAct() act: Act,
    @Args('input') input: LeaveWorkingGroupInput,
  ): Promise<WorkingGroup | RuleRefusal> {
    return this.leaving.execute(act, input);
  }
}

@Resolver(() => FacilitatorType)
export class FacilitatorsResolver {
  constructor(
    private readonly loaders: GroupsLoaders,
    private readonly resignation: ResignFacilitation,
  ) {}

  @ResolveField(() => MemberType, { description: 'Who holds it, with the organisation of today.' })
  holder({ memberId }: NamedFacilitator, _: unknown, context: ApiContext): Promise<ListedMember> {
    return this.loaders.member(context, memberId);
  }

  @ResolveField(() => [PermittedAction], { description: 'What the actor may do with it today.' })
  permitted(facilitator: NamedFacilitator, _: unknown, { act }: ApiContext): PermittedAction[] {
    return [
      permittedAction(
        'resignFacilitation',
        this.resignation.verdict(act, facilitator),
        act.actor.personId === facilitator.personId,
      ),
    ];
  }

  @Mutation(() => ResignFacilitationResult, {
    description: 'Gives up one’s own office of facilitator; today is its last day.',
  })
  resignFacilitation(
    @CurrentAct() act: Act,
    @Args('input') input: ResignFacilitationInput,
  ): Promise<NamedFacilitator | RuleRefusal> {
    return this.resignation.execute(act, input);
  }
}

@Resolver(() => FacilitatorProposalType)
export class FacilitatorProposalsResolver {
  constructor(private readonly loaders: GroupsLoaders) {}

  @ResolveField(() => MemberType, { description: 'Who was proposed, with the organisation of today.' })
  member({ memberId }: FacilitatorProposal, _: unknown, context: ApiContext): Promise<ListedMember> {
    return this.loaders.member(context, memberId);
  }
}
