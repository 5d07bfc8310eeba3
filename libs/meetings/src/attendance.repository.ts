import type { Tx } from '@hemicycle/database';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Attendance, type AttendanceMode } from './attendance.entity.js';

/** What holds for a seat at a meeting, the alternate by name. */
export interface ListedAttendance {
  readonly meetingId: string;
  readonly memberId: string;
  readonly mode: AttendanceMode;
  readonly alternate: NamedPerson | null;
  readonly recordedAt: Date;
}

@Injectable()
export class AttendanceRepository {
  /** Adds what is recorded now; what was recorded before is kept and no longer holds. */
  async record(tx: Tx, rows: readonly Omit<Attendance, 'seq'>[]): Promise<void> {
    await tx.insert(Attendance, [...rows]);
  }

  /** What holds for each seat at these meetings: the latest row of each member. Who was never recorded is left out. */
  latest(reader: EntityManager, meetingIds: readonly string[]): Promise<Attendance[]> {
    return reader
      .createQueryBuilder(Attendance, 'attendance')
      .distinctOn(['attendance.meetingId', 'attendance.memberId'])
      .where('attendance.meetingId = ANY (:meetingIds)', { meetingIds })
      .orderBy('attendance.meetingId')
      .addOrderBy('attendance.memberId')
      .addOrderBy('attendance.seq', 'DESC')
      .getMany();
  }

  /** {@link latest} as it is shown, in the order of the members' numbers. */
  listed(reader: EntityManager, meetingIds: readonly string[]): Promise<ListedAttendance[]> {
    return reader.query(
      `SELECT * FROM (
         SELECT DISTINCT ON (a.meeting_id, a.member_id) a.meeting_id AS "meetingId", a.member_id AS "memberId",
                a.mode, a.recorded_at AS "recordedAt", m.number,
                CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS alternate
         FROM attendance a
         JOIN member m ON m.id = a.member_id
         LEFT JOIN person p ON p.id = a.alternate_id
         WHERE a.meeting_id = ANY ($1)
         ORDER BY a.meeting_id, a.member_id, a.seq DESC
       ) latest ORDER BY number`,
      [meetingIds],
    );
  }
}
