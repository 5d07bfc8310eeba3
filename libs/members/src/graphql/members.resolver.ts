import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CollegeEnum,
  CurrentAct,
  DayScalar,
  type Page,
  PageArgs,
  pageFrom,
  PermittedAction,
  permittedAction,
  readCursor,
  type RuleRefusal,
} from '@hemicycle/graphql';
import { type Act, type College, type Day, isId } from '@hemicycle/kernel';
import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { CallAtInstant } from '../calls.repository.js';
import { AppointDirectly } from '../commands/appoint-directly.js';
import { ConveneMember } from '../commands/convene-member.js';
import { EndAlternate } from '../commands/end-alternate.js';
import { NameAlternate } from '../commands/name-alternate.js';
import { MemberActs } from '../member-acts.js';
import { type ListedMember, MembersRepository } from '../members.repository.js';
import type { StatedNeed } from '../needs.repository.js';
import { CallType } from './call.type.js';
import {
  AppointDirectlyResult,
  ConveneMemberResult,
  EndAlternateResult,
  MemberPage,
  MemberType,
  NameAlternateResult,
} from './member.type.js';
import {
  AppointDirectlyInput,
  ConveneMemberInput,
  EndAlternateInput,
  NameAlternateInput,
} from './members.inputs.js';
import { MembersLoaders } from './members.loaders.js';
import { NeedType } from './need.type.js';

@Resolver(() => MemberType)
export class MembersResolver {
  constructor(
    private readonly database: Database,
    private readonly members: MembersRepository,
    private readonly loaders: MembersLoaders,
    private readonly convening: ConveneMember,
    private readonly appointment: AppointDirectly,
    private readonly naming: NameAlternate,
    private readonly ending: EndAlternate,
    private readonly acts: MemberActs,
  ) {}

  @Query(() => MemberPage, {
    name: 'members',
    description: 'The members of the forum on a day, by number.',
  })
  async memberList(
    @CurrentAct() act: Act,
    @Args() { first, after }: PageArgs,
    @Args('college', { type: () => CollegeEnum, nullable: true, description: 'Null: both.' })
    college: College | null,
    @Args('on', {
      type: () => DayScalar,
      nullable: true,
      description: 'The day of the memberships, of the names and of the alternates; null: today.',
    })
    on: Day | null,
  ): Promise<Page<ListedMember>> {
    const rows = await this.members.list(this.database.reader, {
      on: on ?? act.on,
      college: college ?? null,
      after: readCursor(after, ['integer']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ number }) => [number]);
  }

  @Query(() => MemberType, {
    nullable: true,
    description: 'A member, present or past, as of today; null: unknown.',
  })
  async member(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ListedMember | null> {
    return isId(id) ? this.members.listed(this.database.reader, id, act.on) : null;
  }

  @ResolveField(() => NeedType, {
    nullable: true,
    description: 'What the direct appointment was for; null for the other routes.',
  })
  need({ needId }: ListedMember, _: unknown, context: ApiContext): Promise<StatedNeed> | null {
    return needId === null ? null : this.loaders.need(context, needId);
  }

  @ResolveField(() => CallType, {
    nullable: true,
    description: 'The call for applications by which the member came in; null for the other routes.',
  })
  callForApplications(
    { id, route }: ListedMember,
    _: unknown,
    context: ApiContext,
  ): Promise<CallAtInstant | null> | null {
    return route === 'CALL' ? this.loaders.callOfMember(context, id) : null;
  }

  @ResolveField(() => [PermittedAction], {
    description: 'What the actor may do with this seat today, for an alternate without ties.',
  })
  async permitted(listed: ListedMember, _: unknown, context: ApiContext): Promise<PermittedAction[]> {
    const { act } = context;
    const [member, { rules }] = await Promise.all([
      this.loaders.today(context, listed.id),
      this.loaders.edition(context),
    ]);
    const signedIn = act.actor.personId !== null;
    return [
      permittedAction('nameAlternate', this.naming.verdict(act, rules, member), signedIn),
      permittedAction('endAlternate', this.ending.verdict(act, member), signedIn),
      ...(await this.acts.permitted(this.database.reader, act, listed)),
    ];
  }

  @Mutation(() => ConveneMemberResult, {
    description: 'Admits a member for a government organisation, by the secretariat (charter C3-ADMISSION).',
  })
  conveneMember(
    @CurrentAct() act: Act,
    @Args('input') input: ConveneMemberInput,
  ): Promise<ListedMember | RuleRefusal> {
    return this.convening.execute(act, input);
  }

  @Mutation(() => AppointDirectlyResult, {
    description:
      'Admits a civil-society member for a stated need, by the secretariat (charter C3-ADMISSION).',
  })
  appointDirectly(
    @CurrentAct() act: Act,
    @Args('input') input: AppointDirectlyInput,
  ): Promise<ListedMember | RuleRefusal> {
    return this.appointment.execute(act, input);
  }

  @Mutation(() => NameAlternateResult, {
    description:
      'Names the one person who may sit in for a member: by the member, or recorded by the secretariat (charter ALTERNATE).',
  })
  nameAlternate(
    @CurrentAct() act: Act,
    @Args('input') input: NameAlternateInput,
  ): Promise<ListedMember | RuleRefusal> {
    return this.naming.execute(act, input);
  }

  @Mutation(() => EndAlternateResult, {
    description:
      'Ends the right of a member’s alternate: by either of them, or recorded by the secretariat. Today is its last day.',
  })
  endAlternate(
    @CurrentAct() act: Act,
    @Args('input') input: EndAlternateInput,
  ): Promise<ListedMember | RuleRefusal> {
    return this.ending.execute(act, input);
  }
}
