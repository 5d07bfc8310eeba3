import type { Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Attendance } from './attendance.entity.js';

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
      .where('attendance.meetingId IN (:...meetingIds)', { meetingIds: [...meetingIds] })
      .orderBy('attendance.meetingId')
      .addOrderBy('attendance.memberId')
      .addOrderBy('attendance.seq', 'DESC')
      .getMany();
  }
}
