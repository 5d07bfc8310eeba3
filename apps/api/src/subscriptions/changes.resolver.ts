import { Changes } from '@hemicycle/database';
import { Args, ArgsType, Field, ID, Resolver, Subscription } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsUUID } from 'class-validator';

/** How many things one subscription may watch: a meeting with all of its elections, several times over. */
const THINGS = 50;

@ArgsType()
class ChangedArgs {
  @Field(() => [ID], { description: `Of meetings and elections, ${THINGS} at most.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(THINGS)
  @IsUUID(undefined, { each: true })
  ids: string[];
}

@Resolver()
export class ChangesResolver {
  constructor(private readonly changes: Changes) {}

  @Subscription(() => [ID], {
    description:
      'Tells which of these meetings and elections changed, for whoever shows them to ask again: ids, and nothing else. A meeting changes with its elections too. All the ids are told at once at the beginning, and again after a time when nobody listened; then once a second at most. Over Server-Sent Events, at `/subscriptions`.',
    resolve: (ids: string[]) => ids,
  })
  changed(@Args() { ids }: ChangedArgs): AsyncIterator<string[]> {
    return this.changes.watch(ids);
  }
}
