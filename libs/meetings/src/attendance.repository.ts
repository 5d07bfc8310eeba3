import type { SeatFound } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { GROUP_MEMBERS } from '@hemicycle/groups';
import { COMMITTEE_MEMBERS } from '@hemicycle/mandates';
import { type College, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import type { NamedPerson } from '@hemicycle/members';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Attendance, type AttendanceMode } from './attendance.entity.js';
import type { Body } from './meeting.entity.js';

/** How a session that was held found a seat: what no correction of its attendance denies (charter MINUTES). */
export interface FoundSeat {
  readonly meetingId: string;
  readonly memberId: string;
  readonly found: SeatFound;
}

/** What holds for a seat at a meeting, the alternate by name. */
export interface ListedAttendance {
  readonly meetingId: string;
  readonly memberId: string;
  readonly mode: AttendanceMode;
  readonly alternate: NamedPerson | null;
  /** Whether she was there, and was recorded as gone before the session was closed. */
  readonly leftEarly: boolean;
  /** The member who held her proxy; null: she was not represented, or nobody held it. */
  readonly holderId: string | null;
  /** Null: nothing was recorded, so she was absent. */
  readonly recordedAt: Date | null;
}

/** Whole numbers. */
export interface WaysOfAttending {
  /** In the room or online, the member herself or her alternate. */
  readonly present: number;
  readonly represented: number;
  readonly excused: number;
  readonly absent: number;
}

/** How somebody, or an organisation, attended the meetings of one body that were held in a year. */
export interface AttendanceFigure extends WaysOfAttending {
  readonly subjectId: string;
  readonly year: number;
  readonly body: Body;
  readonly groupId: string | null;
  readonly meetings: number;
}

/** How a member attended the meetings that a page asks for. */
export type MemberAttendance = Omit<AttendanceFigure, 'subjectId' | 'year' | 'body' | 'groupId'> & {
  readonly memberId: string;
  readonly number: number;
};

/** The meetings of a body in a year. */
export interface YearOfMeetings {
  readonly year: number;
  readonly meetings: number;
  readonly colleges: readonly CollegeAttendance[];
}

/** Seats are counted once a meeting. */
export interface CollegeAttendance extends WaysOfAttending {
  readonly college: College;
  readonly seats: number;
}

/** Which meetings are counted. */
export interface BodyAsked {
  readonly body: Body;
  /** Null: not of one working group only. */
  readonly groupId: string | null;
}

const TAKING_PART = `mode IN ('IN_ROOM', 'ONLINE')`;

/** The convocation that stands, to which attendance is recorded. */
const LAST_CONVOCATION = (meetingId: string): string =>
  `(SELECT max(number) FROM convocation WHERE meeting_id = ${meetingId})`;

/** What was recorded last of each seat, by the rows of attendance that a condition picks. */
const RECORDED = (which: string): string => `
  SELECT DISTINCT ON (a.meeting_id, a.member_id)
         a.meeting_id, a.member_id, m.number, a.mode, a.alternate_id, a.recorded_at, false AS left_early
  FROM attendance a JOIN member m ON m.id = a.member_id JOIN meeting t ON t.id = a.meeting_id
  WHERE ${which}
  ORDER BY a.meeting_id, a.member_id, a.seq DESC`;

/** These rows, with the names of whoever sat in and the holders of proxies, by member number. */
const LISTED = (rows: string): string => `
  SELECT s.meeting_id AS "meetingId", s.member_id AS "memberId", s.mode, s.recorded_at AS "recordedAt",
         s.left_early AS "leftEarly",
         CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS alternate,
         x.holder_id AS "holderId"
  FROM (${rows}) s
  LEFT JOIN person p ON p.id = s.alternate_id
  LEFT JOIN proxy x ON (s.mode = 'REPRESENTED' OR s.left_early) AND x.meeting_id = s.meeting_id AND x.giver_id = s.member_id
                   AND x.ended_at IS NULL
  ORDER BY s.number`;

/**
 * Every seat at every meeting that was held: of the forum as it was on its day, of the group, or of the committee. Of all that
 * held at some time since the opening, what counts is that she was present, be it for a while, else that she was represented,
 * else what was recorded last: the minutes name those whom the quorum counted (charter MINUTES, QUORUM). What was recorded once
 * the session was closed corrects all of it. Who was never recorded was absent. `$1` is the forum's time zone; conditions may
 * follow.
 */
const SEATS = `
  SELECT t.id AS meeting_id, t.body, t.group_id, extract(year FROM t.held_on)::integer AS year,
         m.id AS member_id, m.number, m.college, o.organisation_id,
         coalesce(a.mode, 'ABSENT') AS mode, a.alternate_id, a.recorded_at, coalesce(a.left_early, false) AS left_early
  FROM (SELECT id, body, group_id, opened_at, closed_at, (starts_at AT TIME ZONE $1)::date AS held_on,
               ${LAST_CONVOCATION('meeting.id')} AS convocation
        FROM meeting WHERE state = 'HELD') t
  JOIN member m ON t.held_on BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')
  JOIN LATERAL (
    SELECT organisation_id FROM member_affiliation
    WHERE member_id = m.id AND from_on <= t.held_on ORDER BY from_on DESC LIMIT 1
  ) o ON true
  LEFT JOIN LATERAL (
    SELECT mode, alternate_id, recorded_at, ${TAKING_PART} AND replaced_at IS NOT NULL AS left_early
    FROM (SELECT *, lead(recorded_at) OVER (ORDER BY seq) AS replaced_at FROM attendance
          WHERE meeting_id = t.id AND convocation = t.convocation AND member_id = m.id) recorded
    WHERE replaced_at IS NULL OR replaced_at > t.opened_at
    ORDER BY CASE WHEN recorded_at > t.closed_at THEN 0 WHEN ${TAKING_PART} THEN 1 WHEN mode = 'REPRESENTED' THEN 2 ELSE 3 END,
             seq DESC LIMIT 1
  ) a ON true
  WHERE (t.body = 'PLENARY' OR EXISTS (
    SELECT FROM (${GROUP_MEMBERS}) g
    WHERE g."groupId" = t.group_id AND g."memberId" = m.id
      AND t.held_on BETWEEN g."fromOn" AND coalesce(g."untilOn", 'infinity')
  ) OR t.body = 'MANAGEMENT_COMMITTEE' AND EXISTS (
    SELECT FROM (${COMMITTEE_MEMBERS}) c
    WHERE c."memberId" = m.id AND t.held_on BETWEEN c."fromOn" AND c."untilOn"))`;

/** Attendance as it stood each time that the quorum was tested since the opening, then what votes and the presidency say. */
const FOUND = `
  WITH held AS (SELECT id, opened_at FROM meeting WHERE id = ANY ($1) AND state = 'HELD'),
  tested AS (
    SELECT DISTINCT ON (q.meeting_id, q.number, a.member_id)
           q.meeting_id, q.number, q.checked_at, a.member_id, a.mode, a.alternate_id
    FROM held h
    JOIN quorum_check q ON q.meeting_id = h.id AND q.checked_at >= h.opened_at
    JOIN attendance a ON a.meeting_id = h.id AND a.convocation = ${LAST_CONVOCATION('h.id')} AND a.recorded_at <= q.checked_at
    ORDER BY q.meeting_id, q.number, a.member_id, a.seq DESC)
  SELECT meeting_id AS "meetingId", member_id AS "memberId",
         CASE WHEN bool_or(present) THEN 'PRESENT' ELSE 'REPRESENTED' END AS found
  FROM (
    SELECT meeting_id, member_id, true AS present FROM tested WHERE ${TAKING_PART}
    UNION ALL
    SELECT g.meeting_id, g.member_id, false FROM tested g
    JOIN proxy p ON p.meeting_id = g.meeting_id AND p.giver_id = g.member_id AND p.given_at <= g.checked_at
                AND (p.ended_at IS NULL OR p.ended_at > g.checked_at)
    JOIN (SELECT * FROM tested WHERE ${TAKING_PART} AND alternate_id IS NULL) holder
      ON holder.meeting_id = g.meeting_id AND holder.number = g.number AND holder.member_id = p.holder_id
    WHERE g.mode = 'REPRESENTED'
    UNION ALL
    SELECT d.meeting_id, s.member_id, s.capacity <> 'PROXY' FROM held h
    JOIN decision d ON d.meeting_id = h.id JOIN decision_seat s ON s.decision_id = d.id
    UNION ALL
    SELECT c.meeting_id, c.member_id, true FROM held h JOIN presidency c ON c.meeting_id = h.id
    WHERE c.member_id IS NOT NULL
  ) seats
  GROUP BY meeting_id, member_id`;

/** The best way in which any of the seats took part comes first. */
const WAY = `CASE mode WHEN 'IN_ROOM' THEN 1 WHEN 'ONLINE' THEN 1 WHEN 'REPRESENTED' THEN 2 WHEN 'EXCUSED' THEN 3 ELSE 4 END`;

/** The seats of some members, or of some organisations: those who ever sat for these are few, and looked at alone. */
const CHOSEN = {
  member_id: 'm.id = ANY ($2)',
  organisation_id: `o.organisation_id = ANY ($2)
    AND m.id IN (SELECT member_id FROM member_affiliation WHERE organisation_id = ANY ($2))`,
};

const WAYS = `
  count(*) FILTER (WHERE way = 1)::integer AS present, count(*) FILTER (WHERE way = 2)::integer AS represented,
  count(*) FILTER (WHERE way = 3)::integer AS excused, count(*) FILTER (WHERE way = 4)::integer AS absent`;

@Injectable()
export class AttendanceRepository {
  constructor(@Inject(FORUM_TIME_ZONE) private readonly zone: string) {}

  /** Adds what is recorded now; what was recorded before is kept and no longer holds. */
  async record(tx: Tx, rows: readonly Omit<Attendance, 'seq'>[]): Promise<void> {
    await tx.insert(Attendance, [...rows]);
  }

  /**
   * What holds for each seat at these meetings, or held when they were closed: the latest row of each member since they were
   * convened last. Who was not recorded since is left out. What is corrected afterwards changes what is told, and never who
   * could act.
   */
  latest(reader: EntityManager, meetingIds: readonly string[]): Promise<Attendance[]> {
    return reader
      .createQueryBuilder(Attendance, 'attendance')
      .distinctOn(['attendance.meetingId', 'attendance.memberId'])
      .where('attendance.meetingId = ANY (:meetingIds)', { meetingIds })
      .andWhere(`attendance.convocation = ${LAST_CONVOCATION('attendance.meeting_id')}`)
      .andWhere(
        'NOT EXISTS (SELECT FROM meeting m WHERE m.id = attendance.meeting_id AND m.closed_at < attendance.recorded_at)',
      )
      .orderBy('attendance.meetingId')
      .addOrderBy('attendance.memberId')
      .addOrderBy('attendance.seq', 'DESC')
      .getMany();
  }

  /**
   * How every seat attended these meetings, by member number: as recorded last until a meeting was held; then whether it was
   * present at any time, and the others as absent.
   */
  listed(reader: EntityManager, meetingIds: readonly string[]): Promise<ListedAttendance[]> {
    return reader.query(
      LISTED(`
        SELECT meeting_id, member_id, number, mode, alternate_id, recorded_at, left_early
        FROM (${SEATS} AND t.id = ANY ($2)) held
        UNION ALL
        SELECT * FROM (${RECORDED(
          `a.meeting_id = ANY ($2) AND t.state <> 'HELD' AND a.convocation = ${LAST_CONVOCATION('a.meeting_id')}`,
        )}) recorded`),
      [this.zone, meetingIds],
    );
  }

  /**
   * Every seat that was there, or represented by a member who was, when the quorum of these meetings was tested in session, that took
   * part in a recorded vote, or that presided; those that were there first of all. Nothing of a meeting that was not held.
   */
  found(reader: EntityManager, meetingIds: readonly string[]): Promise<FoundSeat[]> {
    return reader.query(FOUND, [meetingIds]);
  }

  /** How seats attended the sessions of these meetings that lacked their quorum, before they were convened again, as recorded. */
  listedWithoutQuorum(reader: EntityManager, meetingIds: readonly string[]): Promise<ListedAttendance[]> {
    return reader.query(
      LISTED(RECORDED(`a.meeting_id = ANY ($1) AND a.convocation < ${LAST_CONVOCATION('a.meeting_id')}`)),
      [meetingIds],
    );
  }

  /** How these members attended each body, the latest year first. Whatever seat of hers counts, an alternate in it too. */
  ofMembers(reader: EntityManager, memberIds: readonly string[]): Promise<AttendanceFigure[]> {
    return this.figures(reader, 'member_id', memberIds);
  }

  /** How these organisations attended each body, by any of their seats, the latest year first. */
  ofOrganisations(reader: EntityManager, organisationIds: readonly string[]): Promise<AttendanceFigure[]> {
    return this.figures(reader, 'organisation_id', organisationIds);
  }

  private figures(
    reader: EntityManager,
    subject: 'member_id' | 'organisation_id',
    ids: readonly string[],
  ): Promise<AttendanceFigure[]> {
    return reader.query(
      `SELECT subject AS "subjectId", year, body, group_id AS "groupId", count(*)::integer AS meetings, ${WAYS}
       FROM (
         SELECT ${subject} AS subject, year, body, group_id, meeting_id, min(${WAY}) AS way
         FROM (${SEATS} AND ${CHOSEN[subject]}) seats
         GROUP BY ${subject}, year, body, group_id, meeting_id
       ) attended
       GROUP BY subject, year, body, group_id ORDER BY year DESC, body, group_id`,
      [this.zone, ids],
    );
  }

  /** Every year in which the body met, the latest first, with how each college that had seats there attended. */
  async years(reader: EntityManager, { body, groupId }: BodyAsked): Promise<YearOfMeetings[]> {
    const asked = [this.zone, body, groupId];
    // A meeting whose body had no members left by its day was held all the same.
    const held: Pick<YearOfMeetings, 'year' | 'meetings'>[] = await reader.query(
      `SELECT extract(year FROM starts_at AT TIME ZONE $1)::integer AS year, count(*)::integer AS meetings
       FROM meeting WHERE state = 'HELD' AND body = $2 AND ($3::uuid IS NULL OR group_id = $3)
       GROUP BY 1 ORDER BY 1 DESC`,
      asked,
    );
    const attended: (CollegeAttendance & { year: number })[] = await reader.query(
      `SELECT year, college, count(*)::integer AS seats, ${WAYS}
       FROM (SELECT year, college, ${WAY} AS way
             FROM (${SEATS} AND t.body = $2 AND ($3::uuid IS NULL OR t.group_id = $3)) seats) attended
       GROUP BY year, college ORDER BY college DESC`,
      asked,
    );
    return held.map((one) => ({ ...one, colleges: attended.filter(({ year }) => year === one.year) }));
  }

  /** How each member attended the meetings of a body in a year: a page’s worth, by number. `after` is the last one shown. */
  byMember(
    reader: EntityManager,
    {
      body,
      groupId,
      year,
      after,
      limit,
    }: BodyAsked & {
      readonly year: number;
      readonly after: readonly unknown[] | null;
      readonly limit: number;
    },
  ): Promise<MemberAttendance[]> {
    return reader.query(
      `SELECT member_id AS "memberId", number, count(*)::integer AS meetings, ${WAYS}
       FROM (SELECT member_id, number, ${WAY} AS way
             FROM (${SEATS} AND t.body = $2 AND ($3::uuid IS NULL OR t.group_id = $3)
                   AND extract(year FROM t.held_on) = $4 AND ($5::bigint IS NULL OR m.number > $5)) seats) attended
       GROUP BY member_id, number ORDER BY number LIMIT $6`,
      [this.zone, body, groupId, year, after?.[0] ?? null, limit],
    );
  }
}
