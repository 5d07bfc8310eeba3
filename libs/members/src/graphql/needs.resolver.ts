import { Database } from '@hemicycle/database';
import { type ApiContext, type Page, PageArgs, pageFrom, readCursor } from '@hemicycle/graphql';
import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ListedMember } from '../members.repository.js';
import { NeedsRepository, type StatedNeed } from '../needs.repository.js';
import { MemberType } from './member.type.js';
import { MembersLoaders } from './members.loaders.js';
import { NeedPage, NeedType } from './need.type.js';

@Resolver(() => NeedType)
export class NeedsResolver {
  constructor(
    private readonly database: Database,
    private readonly needs: NeedsRepository,
    private readonly loaders: MembersLoaders,
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
}
