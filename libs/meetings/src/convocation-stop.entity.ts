import { Person } from '@hemicycle/accounts';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** A convocation that the secretariat stopped with its reason, until it lets it leave again (charter C3-CONVOCATION). */
@Entity()
@Index('convocation_stop_one_at_a_time', ['meetingId'], { unique: true, where: 'ended_at IS NULL' })
@Check('convocation_stop_ended_by_somebody', `(ended_at IS NULL) = (ended_by_id IS NULL)`)
@Check('convocation_stop_in_order', `ended_at >= stopped_at`)
export class ConvocationStop {
  @IdColumn('convocation_stop_key')
  id: string;

  @ForeignKey(() => Meeting, { name: 'convocation_stop_of' })
  @Column('uuid')
  meetingId: string;

  /** In the words and language of whoever stopped it. */
  @WordsColumn()
  reason: string;

  @ForeignKey(() => Person, { name: 'convocation_stop_by' })
  @Column('uuid')
  stoppedById: string;

  @InstantColumn()
  stoppedAt: Date;

  /** Who let it leave again; null: it is stopped. */
  @ForeignKey(() => Person, { name: 'convocation_stop_ended_by' })
  @Column('uuid', { nullable: true })
  endedById: string | null;

  @InstantColumn({ nullable: true })
  endedAt: Date | null;
}
