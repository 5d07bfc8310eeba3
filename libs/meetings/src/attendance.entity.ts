import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Convocation } from './convocation.entity.js';

/** How a member takes part in a meeting, or does not. */
export const ATTENDANCE_MODES = ['IN_ROOM', 'ONLINE', 'REPRESENTED', 'EXCUSED', 'ABSENT'] as const;
export type AttendanceMode = (typeof ATTENDANCE_MODES)[number];

/**
 * What was recorded of a member's seat at a meeting; the latest row of the last convocation is what holds, the others are kept:
 * whoever came to the session that lacked its quorum has not come to the one convened since.
 */
@Entity()
@ForeignKey(() => Convocation, ['meetingId', 'convocation'], ['meetingId', 'number'], {
  name: 'attendance_at',
})
@Index('attendance_latest', ['meetingId', 'convocation', 'memberId', 'seq'])
@Check('attendance_mode', `mode IN ('IN_ROOM', 'ONLINE', 'REPRESENTED', 'EXCUSED', 'ABSENT')`)
@Check('attendance_alternate_takes_part', `alternate_id IS NULL OR mode IN ('IN_ROOM', 'ONLINE')`)
export class Attendance {
  /** The order in which rows were written. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'attendance_key',
  })
  seq: string;

  @Column('uuid')
  meetingId: string;

  /** The number of the convocation to which she comes, or does not. */
  @Column('integer')
  convocation: number;

  @ForeignKey(() => Member, { name: 'attendance_of' })
  @Column('uuid')
  memberId: string;

  @WordsColumn()
  mode: AttendanceMode;

  /** The alternate recorded as sitting in for the member at this meeting (charter ALTERNATE); null: the member herself. */
  @ForeignKey(() => Person, { name: 'attendance_alternate' })
  @Column('uuid', { nullable: true })
  alternateId: string | null;

  @ForeignKey(() => Person, { name: 'attendance_recorded_by' })
  @Column('uuid')
  recordedById: string;

  @InstantColumn()
  recordedAt: Date;
}
