import { createHash, randomBytes } from 'node:crypto';
import type { Person } from '@hemicycle/accounts';
import type { ElectedSeat } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { type Day, type Language, newId, type Span } from '@hemicycle/kernel';
import { COMMITTEE_MEMBERS } from '@hemicycle/mandates';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { PersonalCalendar } from './personal-calendar.entity.js';

/** A poll with a closing instant, in which the person may vote. Whether she did is not asked. */
export interface PollOfPerson extends ElectedSeat {
  readonly id: string;
  readonly electionId: string;
  readonly round: number;
  readonly openedAt: Date;
  readonly closesAt: Date;
  /** When it was closed; null: it was not, or by its instant. */
  readonly closedAt: Date | null;
  /** When its election was cancelled; null: it was not. */
  readonly cancelledAt: Date | null;
}

/** Minutes that members may comment on until an instant. */
export interface MinutesToComment {
  readonly id: string;
  readonly meetingId: string;
  readonly circulatedAt: Date;
  readonly commentsUntil: Date;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

@Injectable()
export class PersonalCalendarsRepository {
  /** Gives a person a new secret address in place of the one that she had; its token is kept nowhere. */
  async make(tx: Tx, personId: string, at: Date): Promise<PersonalCalendar & { readonly token: string }> {
    await this.revoke(tx, personId, at);
    const token = randomBytes(32).toString('base64url');
    const made = { id: newId(), tokenHash: hashOf(token), personId, madeAt: at, revokedAt: null };
    await tx.insert(PersonalCalendar, made);
    return { ...made, token };
  }

  /** Ends the address of a person; null: she had none. */
  async revoke(tx: Tx, personId: string, at: Date): Promise<PersonalCalendar | null> {
    const standing = await tx.findOne(PersonalCalendar, {
      where: { personId, revokedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (standing !== null) await tx.update(PersonalCalendar, { id: standing.id }, { revokedAt: at });
    return standing;
  }

  /** The address that a person has, without its token; null: none. */
  ofPerson(reader: EntityManager, personId: string): Promise<PersonalCalendar | null> {
    return reader.findOneBy(PersonalCalendar, { personId, revokedAt: IsNull() });
  }

  /** Whose calendar is read by a token; null: nobody’s, or nobody’s any more. */
  async readBy(reader: EntityManager, token: string): Promise<Pick<Person, 'id' | 'language'> | null> {
    const rows: { id: string; language: Language }[] = await reader.query(
      `SELECT p.id, p.language FROM personal_calendar c JOIN person p ON p.id = c.person_id
       WHERE c.token_hash = $1 AND c.revoked_at IS NULL`,
      [hashOf(token)],
    );
    return rows[0] ?? null;
  }

  /** The days on which a person holds a seat, and comments on minutes. */
  seats(reader: EntityManager, personId: string): Promise<{ fromOn: Day; untilOn: Day | null }[]> {
    return reader.query(
      `SELECT from_on AS "fromOn", until_on AS "untilOn" FROM member WHERE person_id = $1`,
      [personId],
    );
  }

  /** The days on which a person serves on the management committee. */
  onTheCommittee(reader: EntityManager, personId: string): Promise<Span[]> {
    return reader.query(
      `SELECT c."fromOn", c."untilOn" FROM (${COMMITTEE_MEMBERS}) c JOIN member s ON s.id = c."memberId"
       WHERE s.person_id = $1`,
      [personId],
    );
  }

  /** The polls that close at an instant said beforehand and in which the person holds a vote. */
  polls(reader: EntityManager, personId: string): Promise<PollOfPerson[]> {
    return reader.query(
      `SELECT r.id, r.election_id AS "electionId", r.number AS round, e.office, e.college, r.opened_at AS "openedAt",
              r.closes_at AS "closesAt", r.closed_at AS "closedAt",
              CASE e.state WHEN 'CANCELLED' THEN e.concluded_at END AS "cancelledAt"
       FROM vote_holder h JOIN election_round r ON r.id = h.round_id JOIN election e ON e.id = r.election_id
       WHERE h.person_id = $1 AND r.opened_at IS NOT NULL AND r.closes_at IS NOT NULL
       ORDER BY r.closes_at DESC, r.id LIMIT 100`,
      [personId],
    );
  }

  /** The minutes of these meetings that were circulated. */
  minutes(reader: EntityManager, meetingIds: readonly string[]): Promise<MinutesToComment[]> {
    return reader.query(
      `SELECT id, meeting_id AS "meetingId", circulated_at AS "circulatedAt", comments_until AS "commentsUntil"
       FROM minutes WHERE comments_until IS NOT NULL AND meeting_id = ANY ($1)`,
      [meetingIds],
    );
  }
}
