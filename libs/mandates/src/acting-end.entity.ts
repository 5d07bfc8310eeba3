import { Person } from '@hemicycle/accounts';
import { DayColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Mandate } from './mandate.entity.js';

/**
 * That the holder of a mandate, whose term ended without a successor, acts no more (charter ACTING): she gave it up, or the secretariat
 * ended it, with its reason. The mandate's own row says how its term ended, and is left as it is.
 */
@Entity()
@Check('acting_end_reason_not_blank', `reason <> ''`)
export class ActingEnd {
  @ForeignKey(() => Mandate, { name: 'acting_end_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'acting_end_key' })
  mandateId: string;

  /** The last day on which she acted: that of the act. */
  @DayColumn()
  lastOn: Day;

  /** As the secretariat wrote it; null: whoever acted gave it up, and owes no reason. */
  @WordsColumn({ nullable: true })
  reason: string | null;

  @ForeignKey(() => Person, { name: 'acting_end_recorded_by' })
  @Column('uuid')
  recordedById: string;

  @InstantColumn()
  recordedAt: Date;
}
