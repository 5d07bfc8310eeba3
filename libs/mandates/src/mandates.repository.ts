import {
  EDITION_0,
  endOfRenewedMandate,
  type MANDATE,
  type RulesOfProcedure,
  type ServedTerm,
  type StateOf,
  termOfSeat,
} from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { type College, type Day, newId, type Role } from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActingEnd } from './acting-end.entity.js';
import { Mandate, type MandateEndReason, type MembershipEndReason, type Office } from './mandate.entity.js';

/** A mandate with its last day: the one that ended it, or its term's. */
export interface DatedMandate extends Mandate {
  readonly untilOn: Day;
  /** The last day on which its holder acted after the term, where she gave it up or the secretariat ended it; null: nobody did. */
  readonly actingEndedOn: Day | null;
  /** Why, in the secretariat's words; null: nobody ended it, or its holder did. */
  readonly actingEndReason: string | null;
}

/** Who holds an office on some day. */
export interface Holder {
  readonly mandateId: string;
  readonly memberId: string;
  readonly personId: string;
  readonly personName: string;
  readonly office: Office;
  readonly college: College;
  readonly seat: number;
  readonly fromOn: Day;
  readonly untilOn: Day;
}

/** A seat of the management committee. */
export interface CommitteeSeat {
  readonly office: Office;
  readonly college: College;
  /** From 1, within the office and the college. */
  readonly seat: number;
}

/** Whoever was proclaimed, and the seat that she gets. `rules` are those of the edition that judges the election. */
export interface Proclaimed extends CommitteeSeat {
  readonly memberId: string;
  readonly proclaimedOn: Day;
  readonly electionId: string;
  readonly rules: Pick<RulesOfProcedure, 'byElectionFullTermMonths'>;
}

const UNTIL = `coalesce(m.ended_on, m.term_until_on)`;

/**
 * The last day until which the holder of mandate `m` may act after its term, while the seat has no successor: by the rules of
 * procedure in force on the last day of the term (charter ACTING).
 */
export const ACTS_UNTIL = `(m.term_until_on + make_interval(months => coalesce(
  (SELECT (e.rules ->> 'actingMonths')::integer FROM rules_of_procedure_edition e
   WHERE e.state = 'ADOPTED' AND m.term_until_on BETWEEN e.in_force_from_on AND coalesce(e.in_force_until_on, 'infinity')
   ORDER BY e.number DESC LIMIT 1), ${EDITION_0.actingMonths})))::date`;

/** The last day on which the holder of mandate `m` acted, where something ended it; null: nothing did (charter ACTING). */
export const ACTING_ENDED_ON = `(SELECT a.last_on FROM acting_end a WHERE a.mandate_id = m.id)`;

/** Whether mandate `n` leaves the holder of `m` nothing to act for after her term: it is a successor’s, or hers in another seat. */
const FOLLOWS = `n.from_on > m.term_until_on
  AND ((n.office, n.college, n.seat) = (m.office, m.college, m.seat) OR n.member_id = m.member_id)`;

/**
 * The last day on which the holder of mandate `m` serves on the committee: that of the mandate or, after a term with no
 * successor, that until which she acts. Nobody acts who holds another seat, or who acts no more.
 */
const SERVES_UNTIL = `coalesce(m.ended_on, least(
  ${ACTS_UNTIL},
  ${ACTING_ENDED_ON},
  (SELECT min(n.from_on) - 1 FROM mandate n WHERE ${FOLLOWS})))`;

/** Who serves on the management committee, from which day to which, acting holders included. */
export const COMMITTEE_MEMBERS = `
  SELECT m.member_id AS "memberId", m.from_on AS "fromOn", ${SERVES_UNTIL} AS "untilOn" FROM mandate m`;

const DATED = `
  SELECT m.id, m.member_id AS "memberId", m.office, m.college, m.seat, m.from_on AS "fromOn",
         m.term_until_on AS "termUntilOn", m.ended_on AS "endedOn", m.end_reason AS "endReason",
         m.election_id AS "electionId", ${UNTIL} AS "untilOn", ${ACTING_ENDED_ON} AS "actingEndedOn",
         (SELECT a.reason FROM acting_end a WHERE a.mandate_id = m.id) AS "actingEndReason"
  FROM mandate m`;

const HOLDERS = `
  SELECT m.id AS "mandateId", m.member_id AS "memberId", s.person_id AS "personId", p.name AS "personName",
         m.office, m.college, m.seat, m.from_on AS "fromOn", ${UNTIL} AS "untilOn"
  FROM mandate m JOIN member s ON s.id = m.member_id JOIN person p ON p.id = s.person_id`;

/** Co-chairs first, government first, in the order of the proclamations. */
const IN_ORDER = `ORDER BY m.office, m.college DESC, m.from_on, m.seat, m.id`;

@Injectable()
export class MandatesRepository {
  constructor(private readonly members: MembersRepository) {}

  /** Who holds which office on a day, by a mandate in force: co-chairs first, government first. */
  holdersOn(reader: EntityManager, on: Day): Promise<Holder[]> {
    return reader.query(`${HOLDERS} WHERE $1 BETWEEN m.from_on AND ${UNTIL} ${IN_ORDER}`, [on]);
  }

  /**
   * Who does the committee’s current business on a day, in the same order: the holders, and those who act and are members still
   * (charter ACTING). Agendas, convening, presiding and minutes ask this; everything else asks `holdersOn`. `untilOn` of whoever
   * acts is past: it is that of her mandate.
   */
  servingOn(reader: EntityManager, on: Day): Promise<Holder[]> {
    return reader.query(
      `${HOLDERS} WHERE $1 BETWEEN m.from_on AND ${SERVES_UNTIL}
         AND $1 BETWEEN s.from_on AND coalesce(s.until_on, 'infinity') ${IN_ORDER}`,
      [on],
    );
  }

  /**
   * The last day until which a person acted, when the time for it went by and her seat has no successor still (charter ACTING);
   * null: she never acted, acts on that day, acts no more by an act, or left for another reason.
   */
  async actedUntil(reader: EntityManager, personId: string, on: Day): Promise<Day | null> {
    const [last]: { actedUntilOn: Day | null }[] = await reader.query(
      `SELECT max(${ACTS_UNTIL}) AS "actedUntilOn" FROM mandate m JOIN member s ON s.id = m.member_id
       WHERE s.person_id = $1 AND m.ended_on IS NULL AND m.term_until_on < ${ACTS_UNTIL} AND ${ACTS_UNTIL} < $2
         AND ${ACTING_ENDED_ON} IS NULL AND NOT EXISTS (SELECT FROM mandate n WHERE ${FOLLOWS} AND n.from_on <= $2)`,
      [personId, on],
    );
    return last?.actedUntilOn ?? null;
  }

  /** The mandates held on a day; `null` for a criterion leaves it open. */
  on(
    reader: EntityManager,
    { on, office, college }: { on: Day; office: Office | null; college: College | null },
  ): Promise<DatedMandate[]> {
    return reader.query(
      `${DATED} WHERE $1 BETWEEN m.from_on AND ${UNTIL}
         AND ($2::text IS NULL OR m.office = $2) AND ($3::text IS NULL OR m.college = $3) ${IN_ORDER}`,
      [on, office, college],
    );
  }

  /** Every mandate that these members hold or held, the oldest first. */
  ofMembers(reader: EntityManager, memberIds: readonly string[]): Promise<DatedMandate[]> {
    return reader.query(`${DATED} WHERE m.member_id = ANY ($1) ORDER BY m.from_on, ${UNTIL}, m.id`, [
      memberIds,
    ]);
  }

  /**
   * The terms that a person, and that an organisation or one that it succeeded in its college, served in an office (charter
   * TERM-LIMIT, C3-COLLEGES). A term is of the organisation for which its holder sat when it began.
   */
  async served(
    reader: EntityManager,
    office: Office,
    { personId, organisationId }: { readonly personId: string; readonly organisationId: string },
  ): Promise<{ readonly person: readonly ServedTerm[]; readonly organisation: readonly ServedTerm[] }> {
    const rows: (ServedTerm & { hers: boolean; theirs: boolean })[] = await reader.query(
      `WITH RECURSIVE line AS (
         SELECT id, college FROM organisation WHERE id = $3
         UNION SELECT o.id, o.college FROM organisation o JOIN line ON o.succeeded_by_id = line.id AND o.college = line.college)
       SELECT m.from_on AS "fromOn", m.term_until_on AS "termUntilOn", m.ended_on AS "endedOn",
              s.person_id = $2 AS hers, a.organisation_id IN (SELECT id FROM line) AS theirs
       FROM mandate m JOIN member s ON s.id = m.member_id
       CROSS JOIN LATERAL (SELECT organisation_id FROM member_affiliation
                           WHERE member_id = m.member_id AND from_on <= m.from_on ORDER BY from_on DESC LIMIT 1) a
       WHERE m.office = $1 AND (s.person_id = $2 OR a.organisation_id IN (SELECT id FROM line))`,
      [office, personId, organisationId],
    );
    return { person: rows.filter(({ hers }) => hers), organisation: rows.filter(({ theirs }) => theirs) };
  }

  async byId(reader: EntityManager, id: string): Promise<DatedMandate | null> {
    const rows: DatedMandate[] = await reader.query(`${DATED} WHERE m.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Unknown ones are left out. */
  byIds(reader: EntityManager, ids: readonly string[]): Promise<DatedMandate[]> {
    return reader.query(`${DATED} WHERE m.id = ANY ($1)`, [ids]);
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<DatedMandate> {
    const mandate = await this.byId(reader, id);
    if (mandate === null) throw new RangeError(`No mandate ${id}`);
    return mandate;
  }

  /** A mandate that is known, its row locked until the end of the transaction. */
  async lock(tx: Tx, id: string): Promise<DatedMandate> {
    const [mandate]: DatedMandate[] = await tx.query(`${DATED} WHERE m.id = $1 FOR UPDATE`, [id]);
    if (mandate === undefined) throw new RangeError(`No mandate ${id}`);
    return mandate;
  }

  /** Whether a management committee exists, or existed, by that day: somebody was proclaimed. */
  committeeExists(reader: EntityManager, on: Day): Promise<boolean> {
    return reader.createQueryBuilder(Mandate, 'mandate').where('mandate.fromOn <= :on', { on }).getExists();
  }

  /** The roles that a person holds on a day in this room. */
  async rolesOf(reader: EntityManager, personId: string, on: Day): Promise<Role[]> {
    const rows: { role: Role }[] = await reader.query(
      `SELECT m.office AS role FROM mandate m JOIN member s ON s.id = m.member_id
       WHERE s.person_id = $1 AND $2 BETWEEN m.from_on AND ${UNTIL}
       UNION SELECT 'FACILITATOR' FROM facilitator_mandate f JOIN member s ON s.id = f.member_id
       WHERE s.person_id = $1 AND $2 BETWEEN f.from_on AND coalesce(f.ended_on, 'infinity')`,
      [personId, on],
    );
    return rows.map(({ role }) => role);
  }

  /**
   * The last day of the term that a seat would give to whoever is proclaimed to it that day (charter C3-TERM, VACANCY).
   */
  async termOf(
    reader: EntityManager,
    seat: CommitteeSeat,
    { proclaimedOn, rules }: Pick<Proclaimed, 'proclaimedOn' | 'rules'>,
  ): Promise<Day> {
    return termOfSeat({
      proclaimedOn,
      last: await this.lastOf(reader, seat),
      committeeUntilOn: await this.committeeUntilOn(reader, proclaimedOn),
      rules,
    });
  }

  /**
   * Begins a mandate on the day of the proclamation and gives its id. Whoever holds the seat on that day held it until the
   * day before; so did she any other seat (charter C3-TERM, VACANCY). The member's row is locked, so that a membership
   * ending meanwhile ends this mandate too, and one whose end is known already ends it on that day.
   */
  async begin(tx: Tx, proclaimed: Proclaimed): Promise<string> {
    const { memberId, office, college, seat, proclaimedOn, electionId } = proclaimed;
    const member = await this.members.lock(tx, memberId);
    if (member === null) throw new RangeError(`No member ${memberId}`);
    const last = await this.lastOf(tx, proclaimed, 'FOR UPDATE');
    const termUntilOn = await this.termOf(tx, proclaimed, proclaimed);
    const before = endOfRenewedMandate(proclaimedOn);
    if (last !== null) await this.endBefore(tx, `id = $3`, last.id, before, 'SUCCEEDED');
    await this.endBefore(tx, `member_id = $3`, memberId, before, 'ELECTED_TO_ANOTHER_SEAT');
    const leaves = member.untilOn !== null && member.untilOn < termUntilOn;
    const id = newId();
    await tx.insert(Mandate, {
      id,
      memberId,
      office,
      college,
      seat,
      fromOn: proclaimedOn,
      termUntilOn,
      endedOn: leaves ? member.untilOn : null,
      endReason: leaves ? (member.endReason as MandateEndReason) : null,
      electionId,
    });
    return id;
  }

  /** The latest mandate that a seat gave; null: it was never filled. */
  private async lastOf(
    reader: EntityManager,
    { office, college, seat }: CommitteeSeat,
    lock: 'FOR UPDATE' | '' = '',
  ): Promise<DatedMandate | null> {
    const [last]: DatedMandate[] = await reader.query(
      `${DATED} WHERE m.office = $1 AND m.college = $2 AND m.seat = $3
       ORDER BY m.from_on DESC, ${UNTIL} DESC LIMIT 1 ${lock}`,
      [office, college, seat],
    );
    return last ?? null;
  }

  /** Ends what these members hold, `lastOn` being its last day; what ended by then stays as it is. */
  async endWithMemberships(
    tx: Tx,
    memberIds: readonly string[],
    lastOn: Day,
    reason: MembershipEndReason | 'ORGANISATION_LEFT' | 'CHANGED_COLLEGE',
  ): Promise<void> {
    await tx.query(
      `UPDATE mandate SET ended_on = greatest(from_on - 1, $1::date), end_reason = $2
       WHERE member_id = ANY ($3) AND coalesce(ended_on, term_until_on) > $1`,
      [lastOn, reason, memberIds],
    );
    await tx.query(
      `UPDATE facilitator_mandate SET ended_on = greatest(from_on - 1, $1::date), end_reason = $2
       WHERE member_id = ANY ($3) AND coalesce(ended_on, 'infinity') > $1`,
      [lastOn, reason, memberIds],
    );
  }

  /** Whether a mandate is held on a day, or its holder acts after its term (charter ACTING), or neither. Where that was ended, it is. */
  async stateOn(
    reader: EntityManager,
    { id, untilOn, actingEndedOn }: DatedMandate,
    on: Day,
  ): Promise<StateOf<typeof MANDATE>> {
    if (on <= untilOn) return 'IN_FORCE';
    const serving = await this.servingOn(reader, on);
    return actingEndedOn === null && serving.some(({ mandateId }) => mandateId === id) ? 'ACTING' : 'ENDED';
  }

  /** Ends the acting of a mandate's holder. Its row is locked by then. */
  async endActing(tx: Tx, end: ActingEnd): Promise<void> {
    await tx.insert(ActingEnd, end);
  }

  /** Ends a mandate before its term, `lastOn` being its last day. */
  async end(tx: Tx, mandate: DatedMandate, lastOn: Day, reason: MandateEndReason): Promise<DatedMandate> {
    await tx.update(Mandate, { id: mandate.id }, { endedOn: lastOn, endReason: reason });
    return { ...mandate, endedOn: lastOn, endReason: reason, untilOn: lastOn };
  }

  /**
   * Removes the holder by a decision of that day: as at a renewal, the mandate was held until the day before, and what she
   * did earlier on that day stands. One that ended meanwhile stays as it is; one that she resigned, to end later, keeps its reason
   * (charter VACANCY).
   */
  async remove(tx: Tx, id: string, on: Day): Promise<void> {
    // The member first, as whoever ends her membership does.
    await this.members.lock(tx, (await this.known(tx, id)).memberId);
    const mandate = await this.lock(tx, id);
    if (on <= mandate.untilOn)
      await this.end(tx, mandate, endOfRenewedMandate(on), mandate.endReason ?? 'REMOVED');
  }

  /** Whoever resigned earlier on the day of the succession keeps that reason: only the day gives way. */
  private async endBefore(
    tx: Tx,
    which: string,
    id: string,
    lastOn: Day,
    reason: MandateEndReason,
  ): Promise<void> {
    await tx.query(
      `UPDATE mandate SET ended_on = $1, end_reason = coalesce(end_reason, $2)
       WHERE ${which} AND coalesce(ended_on, term_until_on) > $1`,
      [lastOn, reason, id],
    );
  }

  /** The end of the term of whoever was proclaimed first among those in office on a day; null: nobody is. */
  private async committeeUntilOn(reader: EntityManager, on: Day): Promise<Day | null> {
    const [first]: { termUntilOn: Day }[] = await reader.query(
      `SELECT m.term_until_on AS "termUntilOn" FROM mandate m
       WHERE $1 BETWEEN m.from_on AND ${UNTIL} ORDER BY m.from_on, m.term_until_on LIMIT 1`,
      [on],
    );
    return first?.termUntilOn ?? null;
  }
}
