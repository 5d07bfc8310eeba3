import { Person } from '@hemicycle/accounts';
import { ATTENDEE_CAPACITIES, type AttendeeCapacity } from '@hemicycle/charter';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Meeting } from '@hemicycle/meetings';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/**
 * Somebody who attends a session without a seat there: an expert who is heard, an observer, of the secretariat, a guest. Neither
 * votes nor the quorum know of her. The row is there for a draft of the minutes alone: once the members have them it is erased, and
 * whoever was recorded wrongly is erased at once, from the draft too.
 */
@Entity()
@Index('attendee_at_meeting', ['meetingId', 'recordedAt', 'id'])
@Check('attendee_capacity', `capacity IN (${ATTENDEE_CAPACITIES.map((one) => `'${one}'`).join(', ')})`)
export class Attendee {
  @IdColumn('attendee_key')
  id: string;

  @ForeignKey(() => Meeting, { name: 'attendee_at' })
  @Column('uuid')
  meetingId: string;

  @WordsColumn()
  name: string;

  /** As it is called; null: she comes for none. */
  @WordsColumn({ nullable: true })
  organisation: string | null;

  @WordsColumn()
  capacity: AttendeeCapacity;

  @ForeignKey(() => Person, { name: 'attendee_recorded_by' })
  @Column('uuid')
  recordedById: string;

  @InstantColumn()
  recordedAt: Date;
}
