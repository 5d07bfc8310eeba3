import type { ApiContext } from '@hemicycle/graphql';
import { MemberType } from '@hemicycle/members';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ElectionsLoaders } from './elections.loaders.js';
import { SealedPollType } from './sealed-poll.type.js';

/** What a closed box shows line by line: looked up for whoever asks for it, as long as its register. */
@Resolver(() => SealedPollType)
export class SealedBoxesResolver {
  constructor(private readonly loaders: ElectionsLoaders) {}

  @ResolveField(() => [String], {
    nullable: true,
    description: 'Trackers of the ballots that count, sorted; null: the round is not closed.',
  })
  trackers(@Parent() poll: SealedPollType, @Context() context: ApiContext): Promise<string[] | null> {
    return this.trackersOf(context, poll, true);
  }

  @ResolveField(() => [String], {
    nullable: true,
    description: 'Trackers of the ballots that their voters replaced, sorted; null: the round is not closed.',
  })
  replacedTrackers(@Parent() poll: SealedPollType, @Context() context: ApiContext): Promise<string[] | null> {
    return this.trackersOf(context, poll, false);
  }

  @ResolveField(() => [MemberType], {
    nullable: true,
    description:
      'The seats that voted, by number, for members and the secretariat; null: the round is not closed, or for anybody else.',
  })
  async voted(
    @Parent() { closed, roundId }: SealedPollType,
    @Context() context: ApiContext,
  ): Promise<MemberType[] | null> {
    const { roles } = context.act.actor;
    const seesWhoVoted = roles.has('MEMBER') || roles.has('ALTERNATE') || roles.has('SECRETARIAT');
    return closed && seesWhoVoted ? this.loaders.voted(context, roundId) : null;
  }

  private async trackersOf(
    context: ApiContext,
    { closed, roundId }: SealedPollType,
    counting: boolean,
  ): Promise<string[] | null> {
    if (!closed) return null;
    const all = await this.loaders.trackers(context, roundId);
    return all.filter(({ counts }) => counts === counting).map(({ tracker }) => tracker);
  }
}
