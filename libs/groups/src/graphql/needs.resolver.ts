import { type ApiContext, CurrentAct, resultOf, type RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { NeedType, type StatedNeed } from '@hemicycle/members';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { StateNeed } from '../commands/state-need.js';
import type { WorkingGroup } from '../working-group.entity.js';
import { WorkingGroupType } from './group.type.js';
import { StateNeedInput } from './groups.inputs.js';
import { GroupsLoaders } from './groups.loaders.js';

const StateNeedResult = resultOf('StateNeed', () => NeedType);

/** What groups add to needs: they state them. */
@Resolver(() => NeedType)
export class GroupNeedsResolver {
  constructor(
    private readonly loaders: GroupsLoaders,
    private readonly statement: StateNeed,
  ) {}

  @ResolveField(() => WorkingGroupType, {
    nullable: true,
    description: 'The working group that stated it; null: the founding working group.',
  })
  workingGroup({ groupId }: StatedNeed, _: unknown, context: ApiContext): Promise<WorkingGroup> | null {
    return groupId === null ? null : this.loaders.group(context, groupId);
  }

  @Mutation(() => StateNeedResult, {
    description:
      'States what the forum lacks: by a facilitator for her working group, or by a member of the founding one while no ' +
      'thematic group exists (charter C3-ADMISSION).',
  })
  stateNeed(@CurrentAct() act: Act, @Args('input') input: StateNeedInput): Promise<StatedNeed | RuleRefusal> {
    return this.statement.execute(act, input);
  }
}
