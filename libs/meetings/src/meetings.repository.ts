import type { Quorum } from '@hemicycle/charter';
import { tellChanged, type Tx } from '@hemicycle/database';
import { Conflict } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, LessThan, MoreThan } from 'typeorm';
import { Convocation } from './convocation.entity.js';
import { MeetingMove } from './meeting-move.entity.js';
import { type Body, Meeting } from './meeting.entity.js';
import { Presidency } from './presidency.entity.js';
import { QuorumCheck } from './quorum-check.entity.js';
import { Release } from './release.entity.js';

/** Any number, the same in every process: whoever plans a meeting holds it, so that numbers follow each other. */
const NUMBERING_LOCK = 7_364_008;

/** Who presides: a member, or a person of the secretariat when no member can. */
export type President = Pick<Presidency, 'memberId' | 'secretaryId'>;

/** Who presides over a session from an instant on, by name. */
export interface SessionPresident extends President, Pick<Presidency, 'meetingId' | 'fromAt' | 'itemId'> {
  readonly person: NamedPerson;
}

@Injectable()
export class MeetingsRepository {
  /**
   * The meeting's row, locked until the end of the transaction; null: unknown. Whoever acts on a meeting waits here, and
   * whoever watches it is told when the act is committed.
   */
  async lock(tx: Tx, id: string): Promise<Meeting | null> {
    const meeting = await tx.findOne(Meeting, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (meeting !== null) await tellChanged(tx, [id]);
    return meeting;
  }

  /**
   * The meeting's row as it stays until the end of the transaction; null: unknown. For whoever rests on a meeting without
   * acting on it: nobody who watches it is told.
   */
  hold(tx: Tx, id: string): Promise<Meeting | null> {
    return tx.findOne(Meeting, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  byId(reader: EntityManager, id: string): Promise<Meeting | null> {
    return reader.findOneBy(Meeting, { id });
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<Meeting> {
    const meeting = await this.byId(reader, id);
    if (meeting === null) throw new RangeError(`No meeting ${id}`);
    return meeting;
  }

  byIds(reader: EntityManager, ids: readonly string[]): Promise<Meeting[]> {
    return reader.findBy(Meeting, { id: In(ids) });
  }

  /** A page's worth of meetings, the latest start first. `after` is the start, in ISO 8601, and the id of the last one shown. */
  list(
    reader: EntityManager,
    {
      body,
      groupId,
      after,
      limit,
    }: { body: Body | null; groupId: string | null; after: readonly unknown[] | null; limit: number },
  ): Promise<Meeting[]> {
    const query = reader
      .createQueryBuilder(Meeting, 'meeting')
      .orderBy('meeting.startsAt', 'DESC')
      .addOrderBy('meeting.id', 'DESC')
      .limit(limit);
    if (body !== null) query.andWhere('meeting.body = :body', { body });
    if (groupId !== null) query.andWhere('meeting.groupId = :groupId', { groupId });
    if (after !== null) {
      query.andWhere('(meeting.startsAt, meeting.id) < (:startsAt::timestamptz, :id::uuid)', {
        startsAt: after[0],
        id: after[1],
      });
    }
    return query.getMany();
  }

  /** The meetings that are neither held nor cancelled, or whose ids are given, the first to begin first. */
  underWay(reader: EntityManager, alsoIds: readonly string[], limit: number): Promise<Meeting[]> {
    return reader.find(Meeting, {
      where: [
        { state: In(['PLANNED', 'CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION']) },
        { id: In([...alsoIds]) },
      ],
      order: { startsAt: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /** Whether a meeting of the body was held: the first plenary is first until one was. */
  anyHeld(reader: EntityManager, body: Body): Promise<boolean> {
    return reader.existsBy(Meeting, { body, state: 'HELD' });
  }

  /** Whether it is a plenary, and none was held yet. */
  async isFirstPlenary(reader: EntityManager, { body }: Pick<Meeting, 'body'>): Promise<boolean> {
    return body === 'PLENARY' && !(await this.anyHeld(reader, 'PLENARY'));
  }

  /** The meetings of the body, or of the group, that were held before that instant, the latest first. */
  lastHeldBefore(
    reader: EntityManager,
    { body, groupId, startsAt }: Pick<Meeting, 'body' | 'groupId' | 'startsAt'>,
    limit: number,
  ): Promise<Meeting[]> {
    return reader.find(Meeting, {
      where: { body, groupId: groupId ?? IsNull(), state: 'HELD', startsAt: LessThan(startsAt) },
      order: { startsAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  /** A group’s meetings that were not opened and may still be, locked until the end of the transaction. */
  async lockAheadOfGroup(tx: Tx, groupId: string): Promise<Meeting[]> {
    const ahead = await tx.find(Meeting, {
      where: { groupId, state: In(['PLANNED', 'CONVENED']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await tellChanged(
      tx,
      ahead.map(({ id }) => id),
    );
    return ahead;
  }

  /** Groups’ meetings planned to begin after an instant, with an agenda, whose convocation nobody stopped. */
  groupsToConvene(reader: EntityManager, after: Date): Promise<Meeting[]> {
    return reader
      .createQueryBuilder(Meeting, 'meeting')
      .where(`meeting.body = 'WORKING_GROUP' AND meeting.state = 'PLANNED'`)
      .andWhere('meeting.startsAt > :after', { after })
      .andWhere('EXISTS (SELECT FROM agenda a WHERE a.meeting_id = meeting.id)')
      .andWhere(
        'NOT EXISTS (SELECT FROM convocation_stop s WHERE s.meeting_id = meeting.id AND s.ended_at IS NULL)',
      )
      .orderBy('meeting.startsAt')
      .addOrderBy('meeting.id')
      .getMany();
  }

  /** Adds a planned meeting, numbered after the last one of its body, or of its group, and gives it. */
  async plan(
    tx: Tx,
    planned: Pick<
      Meeting,
      'id' | 'body' | 'groupId' | 'startsAt' | 'place' | 'onlineLink' | 'plannedById' | 'plannedAt'
    >,
  ): Promise<Meeting> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [NUMBERING_LOCK]);
    const { body, groupId } = planned;
    const last = await tx.maximum(Meeting, 'number', { body, groupId: groupId ?? IsNull() });
    const meeting: Meeting = {
      ...planned,
      number: (last ?? 0) + 1,
      state: 'PLANNED',
      cancelledAt: null,
      cancelReason: null,
      openedAt: null,
      closedAt: null,
    };
    await tx.insert(Meeting, meeting);
    return meeting;
  }

  /**
   * Writes that a convocation left: the meeting is convened for `startsAt` on that version of the agenda. The first
   * one of a plenary requires a quorum, the others none. Gives the convocation's number.
   */
  async convene(tx: Tx, convocation: Omit<Convocation, 'number' | 'quorumRequired'>): Promise<number> {
    const sent = await tx.countBy(Convocation, { meetingId: convocation.meetingId });
    const quorumRequired = sent === 0 && convocation.ground !== 'FACILITATORS';
    await tx.insert(Convocation, { ...convocation, number: sent + 1, quorumRequired });
    await tx.update(
      Meeting,
      { id: convocation.meetingId },
      { state: 'CONVENED', startsAt: convocation.startsAt },
    );
    return sent + 1;
  }

  /** The convocations of these meetings, the first one first. */
  convocations(reader: EntityManager, meetingIds: readonly string[]): Promise<Convocation[]> {
    return reader.find(Convocation, {
      where: { meetingId: In(meetingIds) },
      order: { meetingId: 'ASC', number: 'ASC' },
    });
  }

  /** The latest convocation; null: none was sent. */
  async latestConvocation(reader: EntityManager, meetingId: string): Promise<Convocation | null> {
    return reader.findOne(Convocation, { where: { meetingId }, order: { number: 'DESC' } });
  }

  /** The ids of the meetings that are convened, and begin after an instant. */
  async convenedAhead(reader: EntityManager, at: Date): Promise<string[]> {
    const rows = await reader.find(Meeting, {
      select: { id: true },
      where: { state: 'CONVENED', startsAt: MoreThan(at) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    return rows.map(({ id }) => id);
  }

  /** Writes down that these persons are sent a convocation; gives those who were not sent it before, or freed of the meeting since. */
  async summon(
    tx: Tx,
    { meetingId, number }: Pick<Convocation, 'meetingId' | 'number'>,
    personIds: readonly string[],
    at: Date,
  ): Promise<ReadonlySet<string>> {
    const [back]: [{ personId: string }[], number] = await tx.query(
      `UPDATE release SET convened_again_at = $3
       WHERE meeting_id = $1 AND person_id = ANY ($2) AND convened_again_at IS NULL RETURNING person_id AS "personId"`,
      [meetingId, personIds, at],
    );
    const rows: { personId: string }[] = await tx.query(
      `INSERT INTO summons (meeting_id, number, person_id) SELECT $1, $2, unnest($3::uuid[])
       ON CONFLICT DO NOTHING RETURNING person_id AS "personId"`,
      [meetingId, number, personIds],
    );
    return new Set([...back, ...rows].map(({ personId }) => personId));
  }

  /** Writes down that whoever was convened to a meeting and is none of these persons is freed of it; gives those who were not before. */
  async releaseAllBut(
    tx: Tx,
    meetingId: string,
    personIds: readonly string[],
    at: Date,
  ): Promise<readonly string[]> {
    const rows: { personId: string }[] = await tx.query(
      `INSERT INTO release (meeting_id, person_id, number, released_at)
       SELECT $1, s.person_id, 1 + (SELECT count(*) FROM release r WHERE r.meeting_id = $1 AND r.person_id = s.person_id), $3
       FROM (SELECT DISTINCT person_id FROM summons WHERE meeting_id = $1 AND person_id <> ALL ($2)) s
       WHERE NOT EXISTS (SELECT FROM release r
                         WHERE r.meeting_id = $1 AND r.person_id = s.person_id AND r.convened_again_at IS NULL)
       ON CONFLICT DO NOTHING RETURNING person_id AS "personId"`,
      [meetingId, personIds, at],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Who was freed of a meeting and convened to it again, each time. */
  releases(reader: EntityManager, meetingId: string): Promise<Release[]> {
    return reader.find(Release, { where: { meetingId }, order: { personId: 'ASC', number: 'ASC' } });
  }

  /** Of which meetings a person was freed, and to which she was convened again, each time. */
  releasesOf(reader: EntityManager, personId: string): Promise<Release[]> {
    return reader.find(Release, { where: { personId }, order: { meetingId: 'ASC', number: 'ASC' } });
  }

  /** Whether the convocation that stands is a second one, after a lack of quorum. */
  async isConvenedAgain(reader: EntityManager, meetingId: string): Promise<boolean> {
    const latest = await this.latestConvocation(reader, meetingId);
    return latest !== null && latest.number > 1;
  }

  /** Gives a meeting another time or place, and keeps what it had. The meeting's row is locked by then: numbers follow each other. */
  async move(
    tx: Tx,
    { place, onlineLink, ...move }: MeetingMove & Pick<Meeting, 'place' | 'onlineLink'>,
  ): Promise<void> {
    await tx.insert(MeetingMove, move);
    await tx.update(Meeting, { id: move.meetingId }, { startsAt: move.startsAt, place, onlineLink });
  }

  /** The moves of these meetings, the first one first. */
  moves(reader: EntityManager, meetingIds: readonly string[]): Promise<MeetingMove[]> {
    return reader.find(MeetingMove, {
      where: { meetingId: In(meetingIds) },
      order: { meetingId: 'ASC', number: 'ASC' },
    });
  }

  /** How often it was moved. */
  countMoves(reader: EntityManager, meetingId: string): Promise<number> {
    return reader.countBy(MeetingMove, { meetingId });
  }

  /**
   * Stops whoever acts on a meeting whose day she read before somebody moved it. The meeting's row is locked by then.
   *
   * @param basedOnMove how often it had been moved when she read it; null: her act depends on no day
   * @throws Conflict when it was moved since
   */
  async notMovedSince(tx: Tx, meetingId: string, basedOnMove: number | null): Promise<void> {
    if (basedOnMove !== null && (await this.countMoves(tx, meetingId)) !== basedOnMove) {
      throw new Conflict(MOVED_MEANWHILE);
    }
  }

  async open(tx: Tx, id: string, at: Date, president: President): Promise<void> {
    await tx.update(Meeting, { id }, { state: 'IN_SESSION', openedAt: at });
    await this.preside(tx, { ...president, meetingId: id, fromAt: at, itemId: null });
  }

  /** Writes that somebody presides from an act of hers on, where another did until then. The meeting's row is locked by then. */
  async preside(tx: Tx, presidency: Omit<Presidency, 'number'>): Promise<void> {
    const { meetingId, memberId, secretaryId } = presidency;
    const last = await tx.findOne(Presidency, { where: { meetingId }, order: { number: 'DESC' } });
    if (last?.memberId === memberId && last.secretaryId === secretaryId) return;
    await tx.insert(Presidency, { ...presidency, number: (last?.number ?? 0) + 1 });
  }

  /** Ends the session: the meeting was held. */
  async close(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.update(Meeting, { id }, { state: 'HELD', closedAt: at });
  }

  async lackQuorum(tx: Tx, id: string): Promise<void> {
    await tx.update(Meeting, { id }, { state: 'WITHOUT_QUORUM' });
  }

  async cancel(tx: Tx, id: string, at: Date, reason: string): Promise<void> {
    await tx.update(Meeting, { id }, { state: 'CANCELLED', cancelledAt: at, cancelReason: reason });
  }

  /** Keeps the arithmetic of a quorum as it was found at that instant, and gives its number. The meeting's row is locked by then. */
  async keepQuorum(tx: Tx, meetingId: string, at: Date, { colleges }: Quorum): Promise<number> {
    const number = ((await tx.maximum(QuorumCheck, 'number', { meetingId })) ?? 0) + 1;
    await tx.insert(
      QuorumCheck,
      colleges.map(({ college, present, members, needed, recused }) => ({
        meetingId,
        number,
        checkedAt: at,
        college,
        present,
        members,
        needed,
        recused,
      })),
    );
    return number;
  }

  /** The quorum as it was found each time, the first time first. */
  quorumChecks(reader: EntityManager, meetingIds: readonly string[]): Promise<QuorumCheck[]> {
    return reader.find(QuorumCheck, {
      where: { meetingId: In(meetingIds) },
      order: { meetingId: 'ASC', number: 'ASC', college: 'DESC' },
    });
  }

  /** Who presided over these meetings, of each the first one first; nothing for one that was never opened. */
  presidents(reader: EntityManager, meetingIds: readonly string[]): Promise<SessionPresident[]> {
    return reader.query(
      `SELECT c.meeting_id AS "meetingId", c.from_at AS "fromAt", c.item_id AS "itemId", c.member_id AS "memberId",
              c.secretary_id AS "secretaryId", json_build_object('id', p.id, 'name', p.name) AS person
       FROM presidency c
       LEFT JOIN member m ON m.id = c.member_id
       JOIN person p ON p.id = coalesce(c.secretary_id, m.person_id)
       WHERE c.meeting_id = ANY ($1) ORDER BY c.meeting_id, c.number`,
      [meetingIds],
    );
  }

  /** Who presides over the session; of one that was held, who closed it; null: it was never opened. */
  async president(reader: EntityManager, meetingId: string): Promise<SessionPresident | null> {
    return (await this.presidents(reader, [meetingId])).at(-1) ?? null;
  }
}

const MOVED_MEANWHILE: Text = {
  fr: 'Quelqu’un a déplacé cette réunion entre-temps. Rien n’a été enregistré : lisez sa nouvelle date.',
  en: 'Somebody moved this meeting meanwhile. Nothing was written: read its new date.',
};
