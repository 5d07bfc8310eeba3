import type { VoteChoice } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { College, Text } from '@hemicycle/kernel';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DecisionSubject } from './agenda-item.entity.js';
import { type Capacity, DecisionSeat } from './decision-seat.entity.js';
import { DecisionVote } from './decision-vote.entity.js';
import { Decision } from './decision.entity.js';

/** A decision with what its item says, and who did what by name. */
export interface ListedDecision extends Decision {
  readonly title: Text;
  readonly subject: DecisionSubject;
  readonly orderedBy: NamedPerson;
  readonly openedBy: NamedPerson | null;
  readonly closedBy: NamedPerson | null;
}

/** A seat in a recorded vote, and the last answer that it gave; null: none. */
export interface SeatVote {
  readonly decisionId: string;
  readonly memberId: string;
  readonly college: College;
  readonly holder: NamedPerson;
  readonly capacity: Capacity;
  readonly choice: VoteChoice | null;
}

const PERSON = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;

const LISTED = `
  SELECT d.id, d.meeting_id AS "meetingId", d.agenda_version AS "agendaVersion", d.item_id AS "itemId", d.state,
         d.majority, d.ordered_by_id AS "orderedById", d.ordered_at AS "orderedAt", d.opened_by_id AS "openedById",
         d.opened_at AS "openedAt", d.closed_by_id AS "closedById", d.closed_at AS "closedAt", i.subject,
         json_build_object('fr', i.title_fr, 'en', i.title_en) AS title,
         ${PERSON('o')} AS "orderedBy", ${PERSON('p')} AS "openedBy", ${PERSON('c')} AS "closedBy"
  FROM decision d
  JOIN agenda_item i ON i.meeting_id = d.meeting_id AND i.version = d.agenda_version AND i.item_id = d.item_id
  JOIN person o ON o.id = d.ordered_by_id
  LEFT JOIN person p ON p.id = d.opened_by_id
  LEFT JOIN person c ON c.id = d.closed_by_id`;

@Injectable()
export class DecisionsRepository {
  /** The decision's row, locked until the end of the transaction; null: unknown. The meeting's is locked before. */
  lock(tx: Tx, id: string): Promise<Decision | null> {
    return tx.findOne(Decision, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  byId(reader: EntityManager, id: string): Promise<Decision | null> {
    return reader.findOneBy(Decision, { id });
  }

  /** The decision that an item was put to; null: it was not. */
  onItem(reader: EntityManager, meetingId: string, itemId: string): Promise<Decision | null> {
    return reader.findOneBy(Decision, { meetingId, itemId });
  }

  async listed(reader: EntityManager, id: string): Promise<ListedDecision | null> {
    const [decision]: ListedDecision[] = await reader.query(`${LISTED} WHERE d.id = $1`, [id]);
    return decision ?? null;
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<ListedDecision> {
    const decision = await this.listed(reader, id);
    if (decision === null) throw new RangeError(`No decision ${id}`);
    return decision;
  }

  /** The decisions of these meetings, in the order in which they were put to the vote. */
  ofMeetings(reader: EntityManager, meetingIds: readonly string[]): Promise<ListedDecision[]> {
    return reader.query(`${LISTED} WHERE d.meeting_id = ANY ($1) ORDER BY d.ordered_at, d.id`, [meetingIds]);
  }

  async order(
    tx: Tx,
    decision: Pick<Decision, 'id' | 'meetingId' | 'agendaVersion' | 'itemId' | 'orderedById' | 'orderedAt'>,
  ): Promise<void> {
    await tx.insert(Decision, { ...decision, state: 'ORDERED' });
  }

  /** Opens the vote, and fixes who holds the vote of each seat. */
  async open(
    tx: Tx,
    id: string,
    opening: {
      readonly majority: Decision['majority'];
      readonly openedById: string;
      readonly openedAt: Date;
    },
    seats: readonly Omit<DecisionSeat, 'decisionId'>[],
  ): Promise<void> {
    await tx.update(Decision, { id }, { ...opening, state: 'VOTING' });
    await tx.insert(
      DecisionSeat,
      seats.map((seat) => ({ ...seat, decisionId: id })),
    );
  }

  async close(
    tx: Tx,
    id: string,
    closing: { readonly state: 'ADOPTED' | 'REJECTED'; readonly closedById: string; readonly closedAt: Date },
  ): Promise<void> {
    await tx.update(Decision, { id }, closing);
  }

  /** What was ordered in a session that closes without a vote is carried over. */
  async carryOver(tx: Tx, meetingId: string): Promise<void> {
    await tx.update(Decision, { meetingId, state: 'ORDERED' }, { state: 'CARRIED_OVER' });
  }

  seat(reader: EntityManager, decisionId: string, memberId: string): Promise<DecisionSeat | null> {
    return reader.findOneBy(DecisionSeat, { decisionId, memberId });
  }

  /** The seats whose vote a person holds. */
  seatsHeldBy(reader: EntityManager, decisionId: string, personId: string): Promise<DecisionSeat[]> {
    return reader.findBy(DecisionSeat, { decisionId, personId });
  }

  /** Adds an answer after those that the seat gave before. The decision's row is locked by then. */
  async cast(tx: Tx, vote: Omit<DecisionVote, 'number'>): Promise<void> {
    const { decisionId, memberId } = vote;
    const last = await tx.maximum(DecisionVote, 'number', { decisionId, memberId });
    await tx.insert(DecisionVote, { ...vote, number: (last ?? 0) + 1 });
  }

  /** Every seat of these votes with its last answer, by member number. For those that are closed, or by their count. */
  votes(reader: EntityManager, decisionIds: readonly string[]): Promise<SeatVote[]> {
    return reader.query(
      `SELECT s.decision_id AS "decisionId", s.member_id AS "memberId", s.college, v.choice,
              CASE WHEN v.cast_by_id = m.person_id THEN 'MEMBER' ELSE s.capacity END AS capacity,
              json_build_object('id', p.id, 'name', p.name) AS holder
       FROM decision_seat s
       JOIN member m ON m.id = s.member_id
       LEFT JOIN LATERAL (
         SELECT choice, cast_by_id FROM decision_vote v
         WHERE v.decision_id = s.decision_id AND v.member_id = s.member_id ORDER BY v.number DESC LIMIT 1
       ) v ON true
       JOIN person p ON p.id = coalesce(v.cast_by_id, s.person_id)
       WHERE s.decision_id = ANY ($1) ORDER BY m.number`,
      [decisionIds],
    );
  }
}
