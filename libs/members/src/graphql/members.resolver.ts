import { Database } from '@hemicycle/database';
import {
  CollegeEnum,
  CurrentAct,
  DayScalar,
  type Page,
  PageArgs,
  pageFrom,
  readCursor,
  type RuleRefusal,
} from '@hemicycle/graphql';
import { type Act, type College, type Day, isId } from '@hemicycle/kernel';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ConveneMember } from '../commands/convene-member.js';
import { type ListedMember, MembersRepository } from '../members.repository.js';
import { ConveneMemberResult, MemberPage, MemberType } from './member.type.js';
import { ConveneMemberInput } from './members.inputs.js';

@Resolver(() => MemberType)
export class MembersResolver {
  constructor(
    private readonly database: Database,
    private readonly members: MembersRepository,
    private readonly convening: ConveneMember,
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

  @Mutation(() => ConveneMemberResult, {
    description: 'Admits a member for a government organisation, by the secretariat (charter C3-ADMISSION).',
  })
  conveneMember(
    @CurrentAct() act: Act,
    @Args('input') input: ConveneMemberInput,
  ): Promise<ListedMember | RuleRefusal> {
    return this.convening.execute(act, input);
  }
}
