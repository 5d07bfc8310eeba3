import type { RoadmapStepState } from '@hemicycle/charter';
import { DayScalar, Line, Prose } from '@hemicycle/graphql';
import type { Day } from '@hemicycle/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { STEPS_AHEAD } from '../steps-ahead.js';
import { RoadmapStepStateEnum } from './roadmap.type.js';

/** More than a group settles in its life: a bound on what one save costs. */
const STEPS = 1_000;

@InputType({ description: 'One step of a roadmap, in the place that it takes in the list.' })
export class RoadmapStepInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The step of the present version that it keeps, moves or changes; null: a new one.',
  })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field({ description: 'Its title in French.' })
  @Line(300)
  titleFr: string;

  @Field(() => String, { nullable: true, description: 'The same in English; null: in French alone.' })
  @IsOptional()
  @Line(300)
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'What is done, in French; null: the title says it.' })
  @IsOptional()
  @Prose(4_000)
  descriptionFr?: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English; null: in French alone.' })
  @IsOptional()
  @Prose(4_000)
  descriptionEn?: string | null;

  @Field(() => [Int], {
    description: 'The commitments of the group that it serves, by number, each once: 50 at most.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(999, { each: true })
  commitments: number[];

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day of the interval in which it is to be done; null: a day, not an interval.',
  })
  fromOn?: Day | null;

  @Field(() => DayScalar, { description: 'The last day on which it is done in time.' })
  dueOn: Day;

  @Field(() => String, {
    nullable: true,
    description: 'The plan’s own words for that day or interval, such as « S1 2025 »; null: it has none.',
  })
  @IsOptional()
  @Line(100)
  dueInWords?: string | null;

  @Field({ description: 'Who sees to it: organisations, or a role, in words.' })
  @Line(300)
  responsible: string;

  @Field(() => RoadmapStepStateEnum)
  state: RoadmapStepState;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The day on which it was done or given up, today at the latest; null: as recorded before, else today. None for other states.',
  })
  settledOn?: Day | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is given up, in the language of whoever writes it; null for other states.',
  })
  @IsOptional()
  @Prose(1_000)
  reason?: string | null;
}

@InputType()
export class SaveRoadmapInput {
  @Field(() => ID)
  @IsUUID()
  groupId: string;

  @Field(() => Int, {
    description:
      'The version that these steps started from, 0 where there was none: when it is no longer the present one, the answer is ' +
      'CONFLICT and nothing is written.',
  })
  @IsInt()
  @Min(0)
  basedOnVersion: number;

  @Field(() => [RoadmapStepInput], {
    description: `All its steps, in order: 1 at least, of which ${STEPS_AHEAD} at most are neither done nor given up, and ${STEPS} in all.`,
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(STEPS)
  @ValidateNested({ each: true })
  @Type(() => RoadmapStepInput)
  steps: RoadmapStepInput[];
}
