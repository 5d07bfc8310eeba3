import type { ElectedSeat, ElectionState } from '@hemicycle/charter';
import type { Day } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** How many pieces of news a feed shows. */
const LATEST = 50;

export interface PublishedEdition {
  readonly minutesId: string;
  readonly edition: number;
  /** Why it corrects the one before; null: the first. */
  readonly reason: string | null;
  readonly sha256: string;
  readonly publishedAt: Date;
  readonly meetingId: string;
}

export interface ConcludedElection extends ElectedSeat {
  readonly id: string;
  readonly state: ElectionState;
  readonly concludedAt: Date;
  /** Whoever was proclaimed, by name. */
  readonly elected: readonly string[];
}

export interface OpenedCall {
  readonly id: string;
  readonly titleFr: string;
  readonly titleEn: string;
  readonly criteriaFr: string;
  readonly criteriaEn: string;
  readonly closesOn: Day;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly decidedAt: Date | null;
}

/** The latest public facts of each kind, the latest first. Nothing is there before it is public. */
@Injectable()
export class NewsRepository {
  /** Editions of minutes that are published at an instant, corrections included. */
  editions(reader: EntityManager, at: Date): Promise<PublishedEdition[]> {
    return reader.query(
      `SELECT e.minutes_id AS "minutesId", e.number AS edition, e.reason, e.sha256, m.meeting_id AS "meetingId",
              CASE e.number WHEN 1 THEN m.publishes_at ELSE e.made_at END AS "publishedAt"
       FROM minutes_edition e JOIN minutes m ON m.id = e.minutes_id
       WHERE m.publishes_at <= $1 ORDER BY 6 DESC, e.minutes_id, e.number DESC LIMIT ${LATEST}`,
      [at],
    );
  }

  /** The decisions taken, adopted or rejected. */
  async decisionIds(reader: EntityManager): Promise<string[]> {
    const rows: { id: string }[] = await reader.query(
      `SELECT id FROM decision WHERE state IN ('ADOPTED', 'REJECTED') ORDER BY closed_at DESC, id LIMIT ${LATEST}`,
    );
    return rows.map(({ id }) => id);
  }

  /** Elections that are over: a count that was not proclaimed is no result yet. */
  elections(reader: EntityManager): Promise<ConcludedElection[]> {
    return reader.query(
      `SELECT e.id, e.office, e.college, e.state, e.concluded_at AS "concludedAt",
              ARRAY (SELECT q.name FROM proclamation p JOIN candidacy c ON c.id = p.candidacy_id
                     JOIN member m ON m.id = c.member_id JOIN person q ON q.id = m.person_id
                     WHERE p.election_id = e.id ORDER BY q.name) AS elected
       FROM election e WHERE e.state IN ('PROCLAIMED', 'FAILED', 'ANNULLED')
       ORDER BY e.concluded_at DESC, e.id LIMIT ${LATEST}`,
    );
  }

  calls(reader: EntityManager): Promise<OpenedCall[]> {
    return reader.query(
      `SELECT id, title_fr AS "titleFr", title_en AS "titleEn", criteria_fr AS "criteriaFr",
              criteria_en AS "criteriaEn", closes_on AS "closesOn", opened_at AS "openedAt",
              closed_at AS "closedAt", decided_at AS "decidedAt"
       FROM call_for_applications WHERE opened_at IS NOT NULL ORDER BY opened_at DESC, id LIMIT ${LATEST}`,
    );
  }
}
