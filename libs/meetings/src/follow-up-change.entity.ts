import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FollowUp } from './follow-up.entity.js';

/** That what follows from a decision got another day, or was withdrawn. What was written before stays. */
@Entity()
@Index('follow_up_withdrawn_once', ['followUpId'], { unique: true, where: 'due_on IS NULL' })
export class FollowUpChange {
  @ForeignKey(() => FollowUp, { name: 'follow_up_change_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'follow_up_change_key' })
  followUpId: string;

  /** In their order, from 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'follow_up_change_key' })
  number: number;

  /** The day that it got; null: it was withdrawn. */
  @Column('date', { nullable: true })
  dueOn: Day | null;

  /** In the language of whoever recorded it. */
  @WordsColumn()
  reason: string;

  @ForeignKey(() => Person, { name: 'follow_up_change_recorded_by' })
  @Column('uuid')
  recordedById: string;

  @InstantColumn()
  recordedAt: Date;
}
