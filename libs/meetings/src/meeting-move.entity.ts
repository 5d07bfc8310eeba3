import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** That a meeting was moved, planned or convened: when and where it would have been, and why it is no more. Never edited. */
@Entity()
@Check('meeting_moves_from_one', `number >= 1`)
@Check('meeting_moved_to_a_time_to_come', `starts_at > moved_at`)
@Check('meeting_move_notice_not_negative', `notice_days >= 0`)
@Check('meeting_move_urgent_once_convened', `urgency_reason IS NULL OR notice_days IS NOT NULL`)
export class MeetingMove {
  @ForeignKey(() => Meeting, { name: 'meeting_move_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_move_key' })
  meetingId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'meeting_move_key' })
  number: number;

  /** When it was to begin, before this. */
  @InstantColumn()
  formerStartsAt: Date;

  @WordsColumn({ nullable: true })
  formerPlace: string | null;

  /** For those who take part, never shown to the public. */
  @WordsColumn({ nullable: true })
  formerOnlineLink: string | null;

  /** When it is to begin since. */
  @InstantColumn()
  startsAt: Date;

  /** In the language of whoever moved it. */
  @WordsColumn()
  reason: string;

  /** Whole days between the day of the move and the new day of the meeting; null: nobody was convened to it yet. */
  @Column('integer', { nullable: true })
  noticeDays: number | null;

  /** Why the notice is shorter than the rules ask; null: it is not. */
  @WordsColumn({ nullable: true })
  urgencyReason: string | null;

  @ForeignKey(() => Person, { name: 'meeting_move_by' })
  @Column('uuid')
  movedById: string;

  @InstantColumn()
  movedAt: Date;
}
