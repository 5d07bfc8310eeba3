import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  type Page,
  PageArgs,
  pageFrom,
  readCursor,
  type RuleRefusal,
} from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { StateNeed } from '../commands/state-need.js';
import type { ListedMember } from '../members.repository.js';
import { NeedsRepository, type StatedNeed } from '../needs.repository.js';
import { MemberType } from './member.type.js';
import { StateNeedInput } from './members.inputs.js';
import { MembersLoaders } from './members.loaders.js';
import { NeedPage, NeedType, StateNeedResult } from './need.type.js';

@Resolver(() => NeedType)
export class NeedsResolver {
  constructor(
    private readonly database: Database,
    private readonly needs: NeedsRepository,
    private readonly loaders: MembersLoaders,
    private readonly statement: StateNeed,
  ) {}

  @Query(() => NeedPage, { name: 'needs', description: 'The needs stated so far, the earliest first.' })
  async needList(@Args() { first, after }: PageArgs): Promise<Page<StatedNeed>> {
    const rows = await this.needs.list(this.database.reader, {
      after: readCursor(after, ['day', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ statedOn, id }) => [statedOn, id]);
  }

  @ResolveField(() => [MemberType], { description: 'Who was appointed for it, by number.' })
  members({ id }: StatedNeed, _: unknown, context: ApiContext): Promise<ListedMember[]> {
    return this.loaders.membersOfNeed(context, id);
  }

  @Mutation(() => StateNeedResult, {
    description:
      'States what the forum lacks: by a member of the founding working group while no thematic group exists (charter C3-ADMISSION).',
  })
  stateNeed(@CurrentAct() act: Act, @Args('input') input: StateNeedInput): Promise<StatedNeed | RuleRefusal> {
    return this.statement.execute(act, input);
  }
}
