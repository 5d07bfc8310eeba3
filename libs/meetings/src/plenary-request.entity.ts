import type { PLENARY_REQUEST, StateOf } from '@hemicycle/charter';
import { DayColumn, IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** A plenary that members ask for, with its agenda (charter EXTRAORDINARY). */
@Entity()
@Index('plenary_request_by_day', ['madeAt', 'id'])
@Index('plenary_request_one_open_a_member', ['madeById'], { unique: true, where: `state = 'OPEN'` })
@Unique('plenary_request_one_a_meeting', ['meetingId'])
@Check('plenary_request_state', `state IN ('OPEN', 'REQUIRED', 'WITHDRAWN')`)
@Check('plenary_request_required', `(state = 'REQUIRED') = (required_on IS NOT NULL)`)
@Check('plenary_request_planned_once_required', `meeting_id IS NULL OR state = 'REQUIRED'`)
export class PlenaryRequest {
  @IdColumn('plenary_request_key')
  id: string;

  @WordsColumn()
  state: StateOf<typeof PLENARY_REQUEST>;

  /** In the words and language of whoever made it. */
  @WordsColumn()
  reason: string;

  @ForeignKey(() => Member, { name: 'plenary_request_by' })
  @Column('uuid')
  madeById: string;

  @InstantColumn()
  madeAt: Date;

  /** The day on which enough members, or both co-chairs, supported it; null: not yet. */
  @DayColumn({ nullable: true })
  requiredOn: Day | null;

  /** The plenary last planned for it; null: none. */
  @ForeignKey(() => Meeting, { name: 'plenary_request_meeting' })
  @Column('uuid', { nullable: true })
  meetingId: string | null;
}
