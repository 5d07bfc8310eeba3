import type { ElectionState } from '@hemicycle/charter';
import { tellChanged, type Tx } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import type { Office } from '@hemicycle/mandates';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { waitsForBallots } from './ballots-queue.js';
import { Candidacy } from './candidacy.entity.js';
import { ElectionCount } from './election-count.entity.js';
import { ElectionRound } from './election-round.entity.js';
import { Election } from './election.entity.js';
import { Proclamation } from './proclamation.entity.js';

/** What may still give a seat. */
const UNDER_WAY: readonly ElectionState[] = ['DRAFT', 'NOMINATIONS', 'VOTING', 'CLOSED', 'COUNTED'];

/** Whether the election may still give its seat. */
export const isUnderWay = ({ state }: Pick<Election, 'state'>): boolean => UNDER_WAY.includes(state);

/** A candidacy with the name and the person of the member who stands. */
export interface NamedCandidacy extends Candidacy {
  readonly personId: string;
  readonly personName: string;
}

const NAMED = `
  SELECT c.id, c.election_id AS "electionId", c.member_id AS "memberId", c.statement,
         c.declared_at AS "declaredAt", c.withdrawn_at AS "withdrawnAt", c.lapsed_at AS "lapsedAt",
         m.person_id AS "personId", p.name AS "personName"
  FROM candidacy c JOIN member m ON m.id = c.member_id JOIN person p ON p.id = m.person_id`;

/** Elections, those who stand in them, their rounds and what came of them. */
@Injectable()
export class ElectionsRepository {
  byId(reader: EntityManager, id: string): Promise<Election | null> {
    return reader.findOneBy(Election, { id });
  }

  byIds(reader: EntityManager, ids: readonly string[]): Promise<Election[]> {
    return reader.findBy(Election, { id: In(ids) });
  }

  /** The elections of these meetings, co-chairs first, government first, in the order of their calls. */
  ofMeetings(reader: EntityManager, meetingIds: readonly string[]): Promise<Election[]> {
    return reader.find(Election, {
      where: { meetingId: In(meetingIds) },
      order: { office: 'ASC', college: 'DESC', calledAt: 'ASC', id: 'ASC' },
    });
  }

  /**
   * The election, locked until the end of the transaction; null: unknown. Whoever acts on an election waits here. Whoever
   * watches it, or its meeting, is told when the act is committed.
   *
   * Ballots neither wait for such an act nor hold it up: they rest on the election's state, which it reads, and on their round,
   * which it leaves alone. So nobody who may merely try an act, as any person may, can hold up a poll. What makes a poll begin
   * or end takes {@link lockWithBallots} instead.
   */
  async lock(tx: Tx, id: string): Promise<Election | null> {
    const election = await tx.findOne(Election, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (election !== null) await tellChanged(tx, [id, election.meetingId]);
    return election;
  }

  /**
   * {@link lock}, with the rounds, once the ballots being cast are kept: those that come later wait until the end of the
   * transaction, and find what it leaves (see {@link PollsRepository.shareLastRound}).
   */
  async lockWithBallots(tx: Tx, id: string): Promise<Election | null> {
    await waitsForBallots(tx, id);
    const election = await this.lock(tx, id);
    if (election !== null) {
      await tx.find(ElectionRound, {
        where: { electionId: id },
        order: { number: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
    }
    return election;
  }

  /** The elections of a meeting, locked in the order of their ids. Whoever watches one is told as by {@link lock}. */
  async lockOfMeeting(tx: Tx, meetingId: string): Promise<Election[]> {
    const elections = await tx.find(Election, {
      where: { meetingId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await tellChanged(
      tx,
      elections.map(({ id }) => id),
    );
    // Locked in the order that keeps two acts from waiting for each other; given in the order in which they are read.
    return this.ofMeetings(tx, [meetingId]);
  }

  /** The election under way for a seat; null: none. */
  underWay(reader: EntityManager, office: Office, college: College): Promise<Election | null> {
    return reader.findOneBy(Election, { office, college, state: In([...UNDER_WAY]) });
  }

  /** Those that may still give their seats. */
  everyUnderWay(reader: EntityManager): Promise<Election[]> {
    return reader.find(Election, {
      where: { state: In([...UNDER_WAY]) },
      order: { office: 'ASC', college: 'DESC', calledAt: 'ASC', id: 'ASC' },
    });
  }

  async add(tx: Tx, election: Election): Promise<void> {
    await tx.insert(Election, election);
  }

  async change(tx: Tx, id: string, change: Partial<Omit<Election, 'id' | 'meetingId'>>): Promise<void> {
    await tx.update(Election, { id }, change);
  }

  /** Everybody who stood, in the order of the declarations. */
  candidacies(reader: EntityManager, electionIds: readonly string[]): Promise<NamedCandidacy[]> {
    return reader.query(`${NAMED} WHERE c.election_id = ANY ($1) ORDER BY c.declared_at, c.id`, [
      electionIds,
    ]);
  }

  async candidacy(reader: EntityManager, id: string): Promise<NamedCandidacy | null> {
    const rows: NamedCandidacy[] = await reader.query(`${NAMED} WHERE c.id = $1`, [id]);
    return rows[0] ?? null;
  }

  async declare(tx: Tx, candidacy: Omit<Candidacy, 'withdrawnAt' | 'lapsedAt'>): Promise<void> {
    await tx.insert(Candidacy, { ...candidacy, withdrawnAt: null, lapsedAt: null });
  }

  async withdraw(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.update(Candidacy, { id, withdrawnAt: IsNull() }, { withdrawnAt: at });
  }

  /** What these members stood for in the other elections of a meeting lapses, their polls not being open (C3-COMMITTEE). */
  async lapse(
    tx: Tx,
    { meetingId, memberIds, at }: { meetingId: string; memberIds: readonly string[]; at: Date },
  ): Promise<void> {
    await tx.query(
      `UPDATE candidacy SET lapsed_at = $1
       WHERE member_id = ANY ($2) AND num_nonnulls(withdrawn_at, lapsed_at) = 0
         AND election_id IN (SELECT id FROM election WHERE meeting_id = $3 AND state IN ('DRAFT', 'NOMINATIONS'))`,
      [at, memberIds, meetingId],
    );
  }

  /** The rounds of these elections, the first one first. */
  rounds(reader: EntityManager, electionIds: readonly string[]): Promise<ElectionRound[]> {
    return reader.find(ElectionRound, {
      where: { electionId: In(electionIds) },
      order: { electionId: 'ASC', number: 'ASC' },
    });
  }

  round(reader: EntityManager, id: string): Promise<ElectionRound> {
    return reader.findOneByOrFail(ElectionRound, { id });
  }

  async order(
    tx: Tx,
    round: Pick<
      ElectionRound,
      'id' | 'electionId' | 'number' | 'kind' | 'seats' | 'orderedById' | 'orderedAt'
    >,
  ): Promise<void> {
    await tx.insert(ElectionRound, round);
  }

  async open(
    tx: Tx,
    id: string,
    opening: Pick<ElectionRound, 'openedAt' | 'openedById' | 'closesAt'>,
  ): Promise<void> {
    await tx.update(ElectionRound, { id }, opening);
  }

  async close(tx: Tx, id: string, closing: Pick<ElectionRound, 'closedAt' | 'closedById'>): Promise<void> {
    await tx.update(ElectionRound, { id }, closing);
  }

  /** The counts of these rounds. */
  counts(reader: EntityManager, roundIds: readonly string[]): Promise<ElectionCount[]> {
    return reader.findBy(ElectionCount, { roundId: In(roundIds) });
  }

  async keepCount(tx: Tx, count: ElectionCount): Promise<void> {
    await tx.insert(ElectionCount, count);
  }

  async proclaim(tx: Tx, proclamation: Proclamation): Promise<void> {
    await tx.insert(Proclamation, proclamation);
  }

  /** Whether a member was proclaimed to a seat at a plenary. */
  async proclaimedAt(reader: EntityManager, meetingId: string, memberId: string): Promise<boolean> {
    const rows: unknown[] = await reader.query(
      `SELECT FROM proclamation p JOIN election e ON e.id = p.election_id JOIN candidacy c ON c.id = p.candidacy_id
       WHERE e.meeting_id = $1 AND c.member_id = $2`,
      [meetingId, memberId],
    );
    return rows.length > 0;
  }

  proclamations(reader: EntityManager, electionIds: readonly string[]): Promise<Proclamation[]> {
    return reader.findBy(Proclamation, { electionId: In(electionIds) });
  }
}
