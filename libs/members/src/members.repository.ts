import type { AdmissionFacts } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { type College, type Day, newId, type Role, type Text } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MemberAffiliation } from './member-affiliation.entity.js';
import { type AdmissionRoute, Member } from './member.entity.js';
import type { NamedOrganisation } from './organisations.repository.js';

/** A member as she is on some day: her organisation, its name and her alternate are those of that day. */
export interface MemberOnDay {
  readonly id: string;
  readonly number: number;
  readonly personId: string;
  readonly personName: string;
  readonly college: College;
  readonly organisationId: string;
  readonly organisationName: Text;
  readonly fromOn: Day;
  /** The last day of the membership; null: no end known. */
  readonly untilOn: Day | null;
  /** Who may sit in for the member that day; null: nobody. */
  readonly alternatePersonId: string | null;
  /** The last day of that right; null: no end known, or no alternate. */
  readonly alternateUntilOn: Day | null;
}

/** Someone by the name that the public knows. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** A member with everything that a list shows of her, read in one statement. */
export interface ListedMember {
  readonly id: string;
  readonly number: number;
  readonly person: NamedPerson;
  readonly college: College;
  readonly organisation: NamedOrganisation;
  readonly route: AdmissionRoute;
  readonly needId: string | null;
  readonly fromOn: Day;
  readonly untilOn: Day | null;
  readonly endReason: string | null;
  readonly alternate: NamedPerson | null;
}

/** A seat held for an organisation. */
export interface OrganisationSeat {
  readonly id: string;
  readonly number: number;
  readonly personName: string;
  /** The last day of the membership; null: no end known. */
  readonly untilOn: Day | null;
  /** The first day for this organisation. */
  readonly affiliatedOn: Day;
}

/** A member about to be admitted. The database refuses a route without its need, or a second seat. */
export interface Admission {
  readonly personId: string;
  readonly organisationId: string;
  readonly college: College;
  readonly route: AdmissionRoute;
  /** For a direct appointment; null for the other routes. */
  readonly needId: string | null;
  readonly fromOn: Day;
}

/** A person's ties to the forum on a day. */
export type Ties = Pick<AdmissionFacts, 'seat' | 'alternateOf'>;
export const NO_TIES: Ties = { seat: null, alternateOf: null };

/** Any number, the same in every process: whoever admits a member holds it, so that numbers follow each other. */
const NUMBERING_LOCK = 7_364_005;

/** `$1` is the day; the names are those of that day, or of the first day for whoever comes later. */
const FROM = `
  FROM member m
  JOIN person p ON p.id = m.person_id
  JOIN LATERAL (
    SELECT organisation_id FROM member_affiliation
    WHERE member_id = m.id AND from_on <= greatest($1::date, m.from_on)
    ORDER BY from_on DESC LIMIT 1
  ) a ON true
  JOIN organisation o ON o.id = a.organisation_id
  JOIN LATERAL (
    SELECT name_fr, name_en FROM organisation_name
    WHERE organisation_id = o.id AND from_on <= greatest($1::date, o.registered_on)
    ORDER BY from_on DESC LIMIT 1
  ) n ON true
  LEFT JOIN alternate s ON s.member_id = m.id AND $1 BETWEEN s.from_on AND coalesce(s.until_on, 'infinity')`;

const IN_FORCE = `$1 BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')`;

const ON_DAY = `
  SELECT m.id, m.number, m.person_id AS "personId", p.name AS "personName", m.college,
         o.id AS "organisationId", json_build_object('fr', n.name_fr, 'en', n.name_en) AS "organisationName",
         m.from_on AS "fromOn", m.until_on AS "untilOn", s.person_id AS "alternatePersonId",
         s.until_on AS "alternateUntilOn"
  ${FROM}`;

const LISTED = `
  SELECT m.id, m.number, m.college, m.route, m.need_id AS "needId",
         m.from_on AS "fromOn", m.until_on AS "untilOn", m.end_reason AS "endReason",
         json_build_object('id', p.id, 'name', p.name) AS person,
         json_build_object('id', o.id, 'college', o.college,
           'name', json_build_object('fr', n.name_fr, 'en', n.name_en),
           'registeredOn', o.registered_on, 'leftOn', o.left_on) AS organisation,
         CASE WHEN sp.id IS NOT NULL THEN json_build_object('id', sp.id, 'name', sp.name) END AS alternate
  ${FROM}
  LEFT JOIN person sp ON sp.id = s.person_id`;

@Injectable()
export class MembersRepository {
  /** The members of a day, in the order of their numbers: from these, and no others, come the electorates. */
  inForce(reader: EntityManager, on: Day): Promise<MemberOnDay[]> {
    return reader.query(`${ON_DAY} WHERE ${IN_FORCE} ORDER BY m.number`, [on]);
  }

  /** Those of these persons whose membership ended with their death. */
  async deadAmong(reader: EntityManager, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return new Set();
    const rows: { personId: string }[] = await reader.query(
      `SELECT person_id AS "personId" FROM member WHERE person_id = ANY ($1) AND end_reason = 'DIED'`,
      [personIds],
    );
    return new Set(rows.map(({ personId }) => personId));
  }

  /** The seat that a person holds on a day; null: none. */
  async memberOfPerson(reader: EntityManager, personId: string, on: Day): Promise<MemberOnDay | null> {
    const rows: MemberOnDay[] = await reader.query(`${ON_DAY} WHERE ${IN_FORCE} AND m.person_id = $2`, [
      on,
      personId,
    ]);
    return rows[0] ?? null;
  }

  /** Members by id, whether or not in force, as they are on a day. */
  onDay(reader: EntityManager, ids: readonly string[], on: Day): Promise<MemberOnDay[]> {
    return reader.query(`${ON_DAY} WHERE m.id = ANY ($2) ORDER BY m.number`, [on, ids]);
  }

  /** The member's row, locked until the end of the transaction; null: unknown. */
  lock(tx: Tx, memberId: string): Promise<Member | null> {
    return tx.findOne(Member, { where: { id: memberId }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * What keeps a person from a new seat on a day: the seat that she holds, or whose alternate she is. Whoever
   * decides on it locks the person first.
   */
  async ties(reader: EntityManager, personId: string, on: Day): Promise<Ties> {
    const [ties]: [Ties] = await reader.query(
      `SELECT
         (SELECT json_build_object('number', number, 'untilOn', until_on) FROM member
           WHERE person_id = $1 AND coalesce(until_on, 'infinity') >= $2 ORDER BY from_on LIMIT 1) AS seat,
         (SELECT json_build_object('number', m.number, 'untilOn', s.until_on)
           FROM alternate s JOIN member m ON m.id = s.member_id
           WHERE s.person_id = $1 AND coalesce(s.until_on, 'infinity') >= $2
           ORDER BY s.from_on LIMIT 1) AS "alternateOf"`,
      [personId, on],
    );
    return ties;
  }

  /** Whoever gives a person a seat waits here. */
  async lockPerson(tx: Tx, personId: string): Promise<void> {
    await tx.query('SELECT FROM person WHERE id = $1 FOR UPDATE', [personId]);
  }

  /** Admits a member and gives her id. The number follows the last one given: whoever admits waits here. */
  async add(tx: Tx, { organisationId, ...admission }: Admission): Promise<string> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [NUMBERING_LOCK]);
    const [last]: { number: number | null }[] = await tx.query('SELECT max(number) AS number FROM member');
    const id = newId();
    await tx.insert(Member, { id, number: (last?.number ?? 0) + 1, ...admission });
    await tx.insert(MemberAffiliation, {
      id: newId(),
      memberId: id,
      organisationId,
      fromOn: admission.fromOn,
    });
    return id;
  }

  /** Ends a membership, `on` being its last day, and with it the alternate's seat. */
  async end(tx: Tx, memberId: string, on: Day, reason: string): Promise<void> {
    await tx.update(Member, { id: memberId }, { untilOn: on, endReason: reason });
    await tx.query(
      `UPDATE alternate SET until_on = greatest(from_on, $2::date)
       WHERE member_id = $1 AND (until_on IS NULL OR until_on > $2)`,
      [memberId, on],
    );
  }

  /**
   * The seats of an organisation that are held on a day or later, locked until the end of the transaction, by number.
   * The organisation is locked by then: nobody is admitted for it meanwhile.
   */
  lockSeatsOf(tx: Tx, organisationId: string, on: Day): Promise<OrganisationSeat[]> {
    return tx.query(
      `SELECT m.id, m.number, p.name AS "personName", m.until_on AS "untilOn", a.from_on AS "affiliatedOn"
       FROM member m
       JOIN person p ON p.id = m.person_id
       JOIN LATERAL (
         SELECT organisation_id, from_on FROM member_affiliation
         WHERE member_id = m.id ORDER BY from_on DESC LIMIT 1
       ) a ON a.organisation_id = $1
       WHERE coalesce(m.until_on, 'infinity') >= $2
       ORDER BY m.number FOR UPDATE OF m`,
      [organisationId, on],
    );
  }

  /** From a day on, the member sits for another organisation of her college: a succession carries her seat over. */
  async affiliate(tx: Tx, memberId: string, organisationId: string, fromOn: Day): Promise<void> {
    await tx.insert(MemberAffiliation, { id: newId(), memberId, organisationId, fromOn });
  }

  /** The roles that a person holds on a day in this room. */
  async rolesOf(reader: EntityManager, personId: string, on: Day): Promise<Role[]> {
    const rows: { role: Role }[] = await reader.query(
      `SELECT 'MEMBER' AS role FROM member
         WHERE person_id = $1 AND $2 BETWEEN from_on AND coalesce(until_on, 'infinity')
       UNION SELECT 'ALTERNATE' FROM alternate
         WHERE person_id = $1 AND $2 BETWEEN from_on AND coalesce(until_on, 'infinity')
       UNION SELECT 'CORRESPONDENT' FROM correspondent
         WHERE person_id = $1 AND $2 BETWEEN from_on AND coalesce(until_on, 'infinity')`,
      [personId, on],
    );
    return rows.map(({ role }) => role);
  }

  /** The member with what a list shows of her, as on a day; null: unknown. */
  async listed(reader: EntityManager, id: string, on: Day): Promise<ListedMember | null> {
    const rows: ListedMember[] = await reader.query(`${LISTED} WHERE m.id = $2`, [on, id]);
    return rows[0] ?? null;
  }

  /** Several members at once, in force or not, as on a day, by number. */
  listedByIds(reader: EntityManager, ids: readonly string[], on: Day): Promise<ListedMember[]> {
    return reader.query(`${LISTED} WHERE m.id = ANY ($2) ORDER BY m.number`, [on, ids]);
  }

  /** {@link listed} for an id that is known. */
  async known(reader: EntityManager, id: string, on: Day): Promise<ListedMember> {
    const member = await this.listed(reader, id, on);
    if (member === null) throw new RangeError(`No member ${id}`);
    return member;
  }

  /** Who sits for several organisations on a day, by number. */
  ofOrganisations(reader: EntityManager, ids: readonly string[], on: Day): Promise<ListedMember[]> {
    return reader.query(`${LISTED} WHERE ${IN_FORCE} AND o.id = ANY ($2) ORDER BY m.number`, [on, ids]);
  }

  /** Who was appointed for several needs, as on a day, by number. */
  ofNeeds(reader: EntityManager, ids: readonly string[], on: Day): Promise<ListedMember[]> {
    return reader.query(`${LISTED} WHERE m.need_id = ANY ($2) ORDER BY m.number`, [on, ids]);
  }

  /** Who came in by several calls, as on a day, by number. */
  ofCalls(
    reader: EntityManager,
    callIds: readonly string[],
    on: Day,
  ): Promise<{ callId: string; member: ListedMember }[]> {
    return reader.query(
      `SELECT a.call_id AS "callId", to_json(listed) AS member
       FROM (${LISTED}) listed JOIN application a ON a.member_id = listed.id
       WHERE a.call_id = ANY ($2) ORDER BY listed.number`,
      [on, callIds],
    );
  }

  byIds(reader: EntityManager, ids: readonly string[], on: Day): Promise<ListedMember[]> {
    return reader.query(`${LISTED} WHERE m.id = ANY ($2)`, [on, ids]);
  }

  /** A page's worth of the members of a day, by number. */
  list(
    reader: EntityManager,
    {
      on,
      college,
      after,
      limit,
    }: { on: Day; college: College | null; after: readonly unknown[] | null; limit: number },
  ): Promise<ListedMember[]> {
    return reader.query(
      `${LISTED}
       WHERE ${IN_FORCE} AND ($2::text IS NULL OR m.college = $2) AND ($3::bigint IS NULL OR m.number > $3)
       ORDER BY m.number LIMIT $4`,
      [on, college, after?.[0] ?? null, limit],
    );
  }
}
