import type { Tx } from '@hemicycle/database';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { GroupReportVersion } from './group-report-version.entity.js';
import { GroupReport } from './group-report.entity.js';

/** A version with who wrote it. */
export interface WrittenReport extends Omit<GroupReportVersion, 'writtenById'> {
  readonly writtenBy: NamedPerson;
}

/** Which report it is: a group's to a plenary. */
export type ReportOf = Pick<GroupReport, 'groupId' | 'meetingId'>;

const VERSIONS = `
  SELECT v.report_id AS "reportId", v.number, v.text, v.written_at AS "writtenAt",
         json_build_object('id', p.id, 'name', p.name) AS "writtenBy"
  FROM group_report_version v JOIN person p ON p.id = v.written_by_id`;

@Injectable()
export class GroupReportsRepository {
  /** The row of a report, locked until the end of the transaction; null: unknown. Its plenary and its group are locked before. */
  lock(tx: Tx, { groupId, meetingId }: ReportOf): Promise<GroupReport | null> {
    return tx.findOne(GroupReport, { where: { groupId, meetingId }, lock: { mode: 'pessimistic_write' } });
  }

  byId(reader: EntityManager, id: string): Promise<GroupReport | null> {
    return reader.findOneBy(GroupReport, { id });
  }

  of(reader: EntityManager, { groupId, meetingId }: ReportOf): Promise<GroupReport | null> {
    return reader.findOneBy(GroupReport, { groupId, meetingId });
  }

  /** What was submitted to these plenaries, the first submitted first. */
  submittedTo(reader: EntityManager, meetingIds: readonly string[]): Promise<GroupReport[]> {
    return reader.find(GroupReport, {
      where: { meetingId: In([...meetingIds]), submittedAt: Not(IsNull()) },
      order: { submittedAt: 'ASC', id: 'ASC' },
    });
  }

  /** What groups submitted last to plenaries earlier than each of these: one a group and a plenary. */
  async submittedBefore(
    reader: EntityManager,
    meetingIds: readonly string[],
  ): Promise<{ readonly meetingId: string; readonly report: GroupReport }[]> {
    const found: { meetingId: string; id: string }[] = await reader.query(
      `SELECT DISTINCT ON (p.id, r.group_id) p.id AS "meetingId", r.id
       FROM meeting p
       JOIN meeting m ON m.body = 'PLENARY' AND (m.starts_at, m.id) < (p.starts_at, p.id)
       JOIN group_report r ON r.meeting_id = m.id AND r.submitted_at IS NOT NULL
       WHERE p.id = ANY ($1) AND p.body = 'PLENARY'
       ORDER BY p.id, r.group_id, m.starts_at DESC, m.id DESC`,
      [meetingIds],
    );
    const reports = await reader.findBy(GroupReport, { id: In(found.map(({ id }) => id)) });
    return found.flatMap(({ meetingId, id }) => {
      const report = reports.find((one) => one.id === id);
      return report === undefined ? [] : [{ meetingId, report }];
    });
  }

  /**
   * A page's worth of a group's reports, that to the latest plenary first, each with the start of its plenary.
   *
   * @param drafts whether those that are not submitted are among them
   */
  async ofGroup(
    reader: EntityManager,
    {
      groupId,
      drafts,
      after,
      limit,
    }: { groupId: string; drafts: boolean; after: readonly unknown[] | null; limit: number },
  ): Promise<{ readonly report: GroupReport; readonly startsAt: Date }[]> {
    const found: { id: string; startsAt: Date }[] = await reader.query(
      `SELECT r.id, m.starts_at AS "startsAt" FROM group_report r JOIN meeting m ON m.id = r.meeting_id
       WHERE r.group_id = $1 AND ($2 OR r.submitted_at IS NOT NULL)
         AND ($3::timestamptz IS NULL OR (m.starts_at, r.id) < ($3::timestamptz, $4::uuid))
       ORDER BY m.starts_at DESC, r.id DESC LIMIT $5`,
      [groupId, drafts, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
    const reports = await reader.findBy(GroupReport, { id: In(found.map(({ id }) => id)) });
    return found.flatMap(({ id, startsAt }) => {
      const report = reports.find((one) => one.id === id);
      return report === undefined ? [] : [{ report, startsAt }];
    });
  }

  /** The nearest plenary whose session has not opened, whether or not its hour has struck; null: there is none. */
  async nextPlenary(reader: EntityManager): Promise<string | null> {
    const [next]: { id: string }[] = await reader.query(
      `SELECT id FROM meeting WHERE body = 'PLENARY' AND state IN ('PLANNED', 'CONVENED', 'WITHOUT_QUORUM')
       ORDER BY starts_at, id LIMIT 1`,
    );
    return next?.id ?? null;
  }

  /** The latest version of each of these reports. */
  latest(reader: EntityManager, reportIds: readonly string[]): Promise<WrittenReport[]> {
    return reader.query(
      `${VERSIONS} WHERE v.report_id = ANY ($1)
         AND v.number = (SELECT max(number) FROM group_report_version WHERE report_id = v.report_id)`,
      [reportIds],
    );
  }

  /** A page's worth of the versions of a report from some number on, the latest first. */
  versions(
    reader: EntityManager,
    reportId: string,
    { from, before, limit }: { from: number; before: number | null; limit: number },
  ): Promise<WrittenReport[]> {
    return reader.query(
      `${VERSIONS} WHERE v.report_id = $1 AND v.number >= $2 AND ($3::integer IS NULL OR v.number < $3)
       ORDER BY v.number DESC LIMIT $4`,
      [reportId, from, before, limit],
    );
  }

  async begin(tx: Tx, report: Pick<GroupReport, 'id' | 'groupId' | 'meetingId' | 'language'>): Promise<void> {
    await tx.insert(GroupReport, report);
  }

  /** Adds a version. The row of the report is locked by then, or new: versions follow each other without a gap. */
  async write(tx: Tx, version: GroupReportVersion): Promise<void> {
    await tx.insert(GroupReportVersion, version);
  }

  async submit(
    tx: Tx,
    id: string,
    submission: Pick<GroupReport, 'submittedAt' | 'submittedById' | 'submittedVersion'>,
  ): Promise<void> {
    await tx.update(GroupReport, { id }, submission);
  }
}
