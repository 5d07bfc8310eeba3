import type { RoadmapStepState } from '@hemicycle/charter';
import { DayColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { RoadmapVersion } from './roadmap-version.entity.js';

/** A step as one version of a roadmap has it. The same step keeps its `stepId` from version to version. */
@Entity()
@ForeignKey(() => RoadmapVersion, ['groupId', 'version'], ['groupId', 'number'], { name: 'roadmap_step_of' })
@Unique('roadmap_step_once_a_version', ['groupId', 'version', 'stepId'])
@Check('roadmap_step_positions_from_one', `position >= 1`)
@Check('roadmap_step_commitments', `cardinality(commitments) >= 1 AND 1 <= ALL (commitments)`)
@Check('roadmap_step_days_in_order', `due_on >= from_on`)
@Check('roadmap_step_description_in_french', `description_en IS NULL OR description_fr IS NOT NULL`)
@Check('roadmap_step_state', `state IN ('TO_DO', 'UNDER_WAY', 'DONE', 'GIVEN_UP')`)
@Check('roadmap_step_settled', `(state IN ('DONE', 'GIVEN_UP')) = (settled_on IS NOT NULL)`)
@Check('roadmap_step_given_up_with_reason', `(state = 'GIVEN_UP') = (reason IS NOT NULL)`)
export class RoadmapStep {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'roadmap_step_key' })
  groupId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'roadmap_step_key' })
  version: number;

  /** 1, 2, 3…: the order in which the group shows them. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'roadmap_step_key' })
  position: number;

  @Column('uuid')
  stepId: string;

  @WordsColumn()
  titleFr: string;

  /** Null: nobody wrote it in English. */
  @WordsColumn({ nullable: true })
  titleEn: string | null;

  @WordsColumn({ nullable: true })
  descriptionFr: string | null;

  @WordsColumn({ nullable: true })
  descriptionEn: string | null;

  /** Commitments of the group that it serves, by number, in order. */
  @Column('integer', { array: true })
  commitments: number[];

  /** The first day of the interval in which it is to be done; null: a day, not an interval. */
  @DayColumn({ nullable: true })
  fromOn: Day | null;

  /** The last day on which it is done in time. */
  @DayColumn()
  dueOn: Day;

  /** The plan’s own words for that day or interval, such as « S1 2025 »; null: it has none. */
  @WordsColumn({ nullable: true })
  dueInWords: string | null;

  /** Who sees to it, in words. */
  @WordsColumn()
  responsible: string;

  @WordsColumn()
  state: RoadmapStepState;

  /** The day on which it was done or given up; null: it is neither. */
  @DayColumn({ nullable: true })
  settledOn: Day | null;

  /** Why it was given up; null: it is not. */
  @WordsColumn({ nullable: true })
  reason: string | null;
}
