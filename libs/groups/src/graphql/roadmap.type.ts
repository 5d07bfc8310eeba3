import { PublicPerson } from '@hemicycle/accounts';
import { ROADMAP_STEP_STATES, type RoadmapStepState } from '@hemicycle/charter';
import { DayScalar, enumOf, pageOf, resultOf, TextField } from '@hemicycle/graphql';
import type { Day, Text } from '@hemicycle/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { WorkingGroupType } from './group.type.js';

export const RoadmapStepStateEnum = enumOf(
  'RoadmapStepState',
  ROADMAP_STEP_STATES,
  'The life of a step of a roadmap. What is done or given up may be taken up again.',
  {
    TO_DO: 'Nobody began it.',
    UNDER_WAY: 'Somebody is at it.',
    DONE: 'It is done.',
    GIVEN_UP: 'It will not be done, for the reason given.',
  },
);

@ObjectType({ isAbstract: true })
abstract class StepWritten {
  @TextField('Its title.')
  title: Text;

  @TextField('What is done; null: the title says it.', { nullable: true })
  description: Text | null;

  @Field(() => String, { nullable: true, description: 'The title in English; null: in French alone.' })
  titleEn: string | null;

  @Field(() => String, { nullable: true, description: 'The description in English; null: in French alone.' })
  descriptionEn: string | null;

  @Field(() => [Int], { description: 'The commitments of the group that it serves, by number, in order.' })
  commitments: number[];

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day of the interval in which it is to be done; null: a day, not an interval.',
  })
  fromOn: Day | null;

  @Field(() => DayScalar, { description: 'The last day on which it is done in time.' })
  dueOn: Day;

  @Field(() => String, {
    nullable: true,
    description: 'The plan’s own words for that day or interval; null: it has none.',
  })
  dueInWords: string | null;

  @Field({ description: 'Who sees to it, in words.' })
  responsible: string;

  @Field(() => RoadmapStepStateEnum)
  state: RoadmapStepState;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day on which it was done or given up; null: it is neither.',
  })
  settledOn: Day | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was given up, in the language of whoever wrote it; null: it is not.',
  })
  reason: string | null;
}

@ObjectType('RoadmapStepVersion', { description: 'What a step said from some version of the roadmap on.' })
export class RoadmapStepVersionType extends StepWritten {
  @Field(() => Int, { description: 'The version of the roadmap that first said it.' })
  version: number;

  @Field(() => PublicPerson)
  writtenBy: PublicPerson;

  @Field()
  writtenAt: Date;
}

@ObjectType('RoadmapStep', { description: 'A dated step of a group’s roadmap.' })
export class RoadmapStepType extends StepWritten {
  @Field(() => ID)
  id: string;

  @Field({
    description: 'Whether it still waits although its last day is past, today or when the group was closed.',
  })
  late: boolean;
}

@ObjectType('Roadmap', {
  description:
    'A group’s common plan for its commitments (charter C3-WG-CADENCE), as its latest version has it: nothing written is edited.',
})
export class RoadmapType {
  @Field(() => Int, { description: 'The number of the version, from 1.' })
  version: number;

  @Field(() => PublicPerson, { description: 'Who wrote this version.' })
  writtenBy: PublicPerson;

  @Field()
  writtenAt: Date;

  @Field(() => [RoadmapStepType], { description: 'In the group’s order.' })
  steps: RoadmapStepType[];
}

export const RoadmapStepVersionPage = pageOf(RoadmapStepVersionType, 'RoadmapStepVersion');
export const SaveRoadmapResult = resultOf('SaveRoadmap', () => WorkingGroupType);
