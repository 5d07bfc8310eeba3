import { stepIsLate } from '@hemicycle/charter';
import {
  type ApiContext,
  CurrentAct,
  FACTS,
  type Page,
  PageArgs,
  pageFrom,
  readCursor,
  type RuleRefusal,
} from '@hemicycle/graphql';
import type { Act, Text } from '@hemicycle/kernel';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SaveRoadmap, titleOf } from '../commands/save-roadmap.js';
import { GroupActs } from '../group-acts.js';
import type { RoadmapStep } from '../roadmap-step.entity.js';
import type { WorkingGroup } from '../working-group.entity.js';
import { WorkingGroupType } from './group.type.js';
import { GroupsLoaders } from './groups.loaders.js';
import {
  RoadmapStepType,
  RoadmapStepVersionPage,
  type RoadmapStepVersionType,
  RoadmapType,
  SaveRoadmapResult,
} from './roadmap.type.js';
import { SaveRoadmapInput } from './roadmaps.inputs.js';

const written = <Step extends RoadmapStep>(step: Step): Step & { title: Text; description: Text | null } => {
  const { descriptionFr, descriptionEn } = step;
  return {
    ...step,
    title: titleOf(step),
    description: descriptionFr === null ? null : { fr: descriptionFr, en: descriptionEn ?? descriptionFr },
  };
};

/** What a working group's roadmap adds to it. */
@Resolver(() => WorkingGroupType)
export class RoadmapsResolver {
  constructor(
    private readonly loaders: GroupsLoaders,
    private readonly saving: SaveRoadmap,
    acts: GroupActs,
  ) {
    acts.add('saveRoadmap', (reader, act, group) => saving.verdict(reader, act, group));
  }

  @ResolveField(() => RoadmapType, { nullable: true, description: 'Null: none was written yet.' })
  async roadmap(
    { id, closedOn }: WorkingGroup,
    _: unknown,
    context: ApiContext,
  ): Promise<RoadmapType | null> {
    const roadmap = await this.loaders.roadmap(context, id);
    if (roadmap === null) return null;
    const { number, writtenBy, writtenAt, steps } = roadmap;
    return {
      version: number,
      writtenBy,
      writtenAt,
      steps: steps.map((step) => ({
        ...written(step),
        id: step.stepId,
        late: stepIsLate(step, closedOn ?? context.act.on),
      })),
    };
  }

  @Mutation(() => SaveRoadmapResult, {
    description:
      'Writes a new version of a group’s roadmap, by one of its facilitators, or by the secretariat while none is in office ' +
      '(charter WORKING-GROUP-SETUP). A step never leaves the roadmap: it is given up, with its reason.',
  })
  saveRoadmap(
    @CurrentAct() act: Act,
    @Args('input') input: SaveRoadmapInput,
  ): Promise<WorkingGroup | RuleRefusal> {
    return this.saving.execute(act, input);
  }
}

@Resolver(() => RoadmapType)
export class RoadmapStepsOfRoadmapResolver {
  @ResolveField(() => RoadmapStepType, {
    nullable: true,
    description: 'One of its steps; null: it has none of that id.',
  })
  step(@Parent() { steps }: RoadmapType, @Args('id', { type: () => ID }) id: string): RoadmapStepType | null {
    return steps.find((step) => step.id === id) ?? null;
  }
}

@Resolver(() => RoadmapStepType)
export class RoadmapStepsResolver {
  constructor(private readonly loaders: GroupsLoaders) {}

  @ResolveField(() => RoadmapStepVersionPage, {
    complexity: FACTS,
    description:
      'What it said, from version to version of the roadmap, the latest first: versions that left it as it was, or only moved it, are left out.',
  })
  async history(
    @Parent() { groupId, stepId }: RoadmapStep,
    @Args() { first, after }: PageArgs,
    @Context() context: ApiContext,
  ): Promise<Page<RoadmapStepVersionType>> {
    const [before = null] = (readCursor(after, ['integer']) ?? []) as number[];
    const revisions = await this.loaders.stepHistory(context, { groupId, stepId, before, limit: first + 1 });
    return pageFrom(revisions.map(written), first, ({ version }) => [version]);
  }
}
