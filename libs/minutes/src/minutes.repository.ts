import type { MinutesSignatory } from '@hemicycle/charter';
import { tellChanged, type Tx } from '@hemicycle/database';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { And, type EntityManager, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { MinutesComment } from './minutes-comment.entity.js';
import { MinutesEdition } from './minutes-edition.entity.js';
import { MinutesSignature } from './minutes-signature.entity.js';
import { MinutesVersion } from './minutes-version.entity.js';
import { Minutes } from './minutes.entity.js';

/** A comment with who made it; the organisation is that of the day of the comment. */
export interface ListedComment extends MinutesComment {
  readonly person: NamedPerson;
}

/** An edition without its text, for lists. */
export type EditionHead = Omit<MinutesEdition, 'markdown'>;

/** A signature that an edition has, or waits for. */
export interface Signature {
  readonly minutesId: string;
  readonly edition: number;
  readonly capacity: MinutesSignatory;
  readonly person: NamedPerson;
  /** Null: not signed, which delays nothing. */
  readonly signedAt: Date | null;
}

/** Who sent edition `e` of `minutes` to the members, or wrote the correction. */
const RAPPORTEUR = `CASE WHEN e.number = 1 THEN minutes.circulated_by_id
  ELSE (SELECT written_by_id FROM minutes_version WHERE minutes_id = minutes.id AND number = e.version) END`;

@Injectable()
export class MinutesRepository {
  /**
   * The row of the minutes, locked until the end of the transaction; null: unknown. Whoever acts on them waits here, and
   * whoever watches the meeting is told when the act is committed.
   */
  async lock(tx: Tx, id: string): Promise<Minutes | null> {
    const minutes = await tx.findOne(Minutes, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (minutes !== null) await tellChanged(tx, [minutes.meetingId]);
    return minutes;
  }

  byId(reader: EntityManager, id: string): Promise<Minutes | null> {
    return reader.findOneBy(Minutes, { id });
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<Minutes> {
    const minutes = await this.byId(reader, id);
    if (minutes === null) throw new RangeError(`No minutes ${id}`);
    return minutes;
  }

  byIds(reader: EntityManager, ids: readonly string[]): Promise<Minutes[]> {
    return reader.findBy(Minutes, { id: In([...ids]) });
  }

  ofMeetings(reader: EntityManager, meetingIds: readonly string[]): Promise<Minutes[]> {
    return reader.findBy(Minutes, { meetingId: In([...meetingIds]) });
  }

  /** What was sent to the members and is not published at an instant, the first to be published first. */
  circulated(reader: EntityManager, at: Date, limit: number): Promise<Minutes[]> {
    return reader.find(Minutes, {
      where: { publishesAt: MoreThan(at) },
      order: { publishesAt: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /** What was published in a span of time and nobody was written to about, the first published first. */
  untold(reader: EntityManager, { after, until }: { after: Date; until: Date }): Promise<Minutes[]> {
    return reader.find(Minutes, {
      where: { publishesAt: And(MoreThan(after), LessThanOrEqual(until)), publicationToldAt: IsNull() },
      order: { publishesAt: 'ASC', id: 'ASC' },
    });
  }

  /** A page’s worth of what is published at an instant, the latest publication first. */
  published(
    reader: EntityManager,
    { at, after, limit }: { at: Date; after: readonly unknown[] | null; limit: number },
  ): Promise<Minutes[]> {
    const query = reader
      .createQueryBuilder(Minutes, 'minutes')
      .where('minutes.publishesAt <= :at', { at })
      .orderBy('minutes.publishesAt', 'DESC')
      .addOrderBy('minutes.id', 'DESC')
      .limit(limit);
    if (after !== null) {
      query.andWhere('(minutes.publishesAt, minutes.id) < (:publishesAt::timestamptz, :id::uuid)', {
        publishesAt: after[0],
        id: after[1],
      });
    }
    return query.getMany();
  }

  async add(
    tx: Tx,
    minutes: Pick<Minutes, 'id' | 'meetingId' | 'language' | 'draftedById' | 'draftedAt'>,
  ): Promise<void> {
    await tx.insert(Minutes, minutes);
  }

  async change(
    tx: Tx,
    id: string,
    change: Partial<Omit<Minutes, 'id' | 'meetingId' | 'language' | 'draftedById' | 'draftedAt'>>,
  ): Promise<void> {
    await tx.update(Minutes, { id }, change);
  }

  /** The last version written. */
  latestVersion(reader: EntityManager, minutesId: string): Promise<MinutesVersion> {
    return reader.findOneOrFail(MinutesVersion, { where: { minutesId }, order: { number: 'DESC' } });
  }

  version(reader: EntityManager, minutesId: string, number: number): Promise<MinutesVersion> {
    return reader.findOneByOrFail(MinutesVersion, { minutesId, number });
  }

  /** Adds a version. The row of the minutes is locked by then, or new: versions follow each other without a gap. */
  async write(tx: Tx, version: MinutesVersion): Promise<void> {
    await tx.insert(MinutesVersion, { ...version });
  }

  /** The last edition; null: not circulated. */
  latestEdition(reader: EntityManager, minutesId: string): Promise<MinutesEdition | null> {
    return reader.findOne(MinutesEdition, { where: { minutesId }, order: { number: 'DESC' } });
  }

  edition(reader: EntityManager, minutesId: string, number: number): Promise<MinutesEdition | null> {
    return reader.findOneBy(MinutesEdition, { minutesId, number });
  }

  /** The editions of these minutes without their texts, the first one first. */
  editions(reader: EntityManager, minutesIds: readonly string[]): Promise<EditionHead[]> {
    return reader.find(MinutesEdition, {
      select: { minutesId: true, number: true, version: true, sha256: true, reason: true, madeAt: true },
      where: { minutesId: In([...minutesIds]) },
      order: { minutesId: 'ASC', number: 'ASC' },
    });
  }

  async addEdition(tx: Tx, edition: MinutesEdition): Promise<void> {
    await tx.insert(MinutesEdition, edition);
  }

  /** Rewrites the first edition before it is published, as comments and their decisions come. */
  async rewrite(
    tx: Tx,
    minutesId: string,
    text: Pick<MinutesEdition, 'version' | 'markdown' | 'sha256' | 'madeAt'>,
  ): Promise<void> {
    await tx.update(MinutesEdition, { minutesId, number: 1 }, text);
  }

  async sign(tx: Tx, signatures: readonly MinutesSignature[]): Promise<void> {
    await tx.insert(MinutesSignature, [...signatures]);
  }

  /** The signatures of these editions, given or not: of each, that of whoever presided last, then the rapporteur’s. */
  signatures(
    reader: EntityManager,
    editions: readonly Pick<EditionHead, 'minutesId' | 'number'>[],
  ): Promise<Signature[]> {
    return reader.query(
      `SELECT e.minutes_id AS "minutesId", e.number AS edition, c.capacity,
              json_build_object('id', p.id, 'name', p.name) AS person, g.signed_at AS "signedAt"
       FROM unnest($1::uuid[], $2::integer[]) AS wanted (minutes_id, number)
       JOIN minutes_edition e USING (minutes_id, number)
       JOIN minutes ON minutes.id = e.minutes_id
       CROSS JOIN LATERAL (
         (SELECT coalesce(y.secretary_id, s.person_id) AS person_id, 'PRESIDENT' AS capacity
          FROM presidency y LEFT JOIN member s ON s.id = y.member_id
          WHERE y.meeting_id = minutes.meeting_id ORDER BY y.number DESC LIMIT 1)
         UNION ALL SELECT ${RAPPORTEUR}, 'RAPPORTEUR'
       ) c
       JOIN person p ON p.id = c.person_id
       LEFT JOIN minutes_signature g
         ON (g.minutes_id, g.edition, g.capacity) = (e.minutes_id, e.number, c.capacity)
       ORDER BY e.minutes_id, e.number, c.capacity`,
      [editions.map(({ minutesId }) => minutesId), editions.map(({ number }) => number)],
    );
  }

  /** The published minutes whose last edition waits for the signature of somebody who presided last or is their rapporteur, the latest first. */
  unsigned(
    reader: EntityManager,
    { personId, at, limit }: { personId: string; at: Date; limit: number },
  ): Promise<Minutes[]> {
    return reader
      .createQueryBuilder(Minutes, 'minutes')
      .where('minutes.publishesAt <= :at', { at })
      .andWhere(
        `EXISTS (
           SELECT FROM (SELECT number, version FROM minutes_edition WHERE minutes_id = minutes.id
                        ORDER BY number DESC LIMIT 1) e
           CROSS JOIN LATERAL (
             (SELECT coalesce(y.secretary_id, s.person_id) AS person_id, 'PRESIDENT' AS capacity
              FROM presidency y LEFT JOIN member s ON s.id = y.member_id
              WHERE y.meeting_id = minutes.meeting_id ORDER BY y.number DESC LIMIT 1)
             UNION ALL
             SELECT ${RAPPORTEUR}, 'RAPPORTEUR'
           ) c
           WHERE c.person_id = :personId AND NOT EXISTS (
             SELECT FROM minutes_signature g
             WHERE g.minutes_id = minutes.id AND g.edition = e.number AND g.capacity = c.capacity))`,
        { personId },
      )
      .orderBy('minutes.publishesAt', 'DESC')
      .addOrderBy('minutes.id', 'DESC')
      .limit(limit)
      .getMany();
  }

  /** The comments on these minutes, in the order in which each was first made. */
  comments(reader: EntityManager, minutesIds: readonly string[]): Promise<ListedComment[]> {
    return reader.query(
      `SELECT c.id, c.minutes_id AS "minutesId", c.member_id AS "memberId", c.section, c.text, c.made_at AS "madeAt",
              c.taken_in AS "takenIn", c.ruling, json_build_object('id', p.id, 'name', p.name) AS person
       FROM minutes_comment c JOIN member m ON m.id = c.member_id JOIN person p ON p.id = m.person_id
       WHERE c.minutes_id = ANY ($1) ORDER BY c.made_at, c.id`,
      [minutesIds],
    );
  }

  /** A member’s comment on a section; her earlier one on it is replaced. */
  async comment(tx: Tx, comment: Omit<MinutesComment, 'takenIn' | 'ruling'>): Promise<void> {
    const { minutesId, memberId, section, text, madeAt } = comment;
    const { affected } = await tx.update(MinutesComment, { minutesId, memberId, section }, { text, madeAt });
    if (affected === 0) await tx.insert(MinutesComment, comment);
  }

  async rule(tx: Tx, id: string, ruling: Pick<MinutesComment, 'takenIn' | 'ruling'>): Promise<void> {
    await tx.update(MinutesComment, { id }, ruling);
  }
}
