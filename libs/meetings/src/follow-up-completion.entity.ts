import { Person } from '@hemicycle/accounts';
import { DayColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FollowUp } from './follow-up.entity.js';

/** That what followed from a decision was done. */
@Entity()
export class FollowUpCompletion {
  @ForeignKey(() => FollowUp, { name: 'follow_up_completion_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'follow_up_completion_key' })
  followUpId: string;

  @DayColumn()
  doneOn: Day;

  /** What was done, in the language of whoever recorded it. */
  @WordsColumn()
  note: string;

  @ForeignKey(() => Person, { name: 'follow_up_completion_recorded_by' })
  @Column('uuid')
  recordedById: string;

  @InstantColumn()
  recordedAt: Date;
}
