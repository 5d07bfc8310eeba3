import type { Tx } from '@hemicycle/database';
import { addDays, type College, type Day, newId, type Text } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganisationName } from './organisation-name.entity.js';
import { Organisation } from './organisation.entity.js';

/** An organisation with the name that it bears on some day. */
export interface NamedOrganisation {
  readonly id: string;
  readonly college: College;
  readonly name: Text;
  readonly registeredOn: Day;
  readonly leftOn: Day | null;
}

/** A name with the first day on which it is borne. */
export interface DatedName {
  readonly organisationId: string;
  readonly name: Text;
  readonly fromOn: Day;
}

interface Names {
  readonly nameFr: string;
  readonly nameEn: string;
}

const SELECT = `
  SELECT o.id, o.college, o.registered_on AS "registeredOn", o.left_on AS "leftOn",
         json_build_object('fr', n.name_fr, 'en', n.name_en) AS name
  FROM organisation o
  JOIN LATERAL (
    SELECT name_fr, name_en FROM organisation_name
    WHERE organisation_id = o.id AND from_on <= greatest($1::date, o.registered_on)
    ORDER BY from_on DESC LIMIT 1
  ) n ON true`;

/** Any number, the same in every process: see {@link OrganisationsRepository.lockNames}. */
const NAMES_LOCK = 7_364_004;

/** That an organisation took over from another. */
export interface Succession {
  readonly predecessorId: string;
  /** The first day of the successor in its place. */
  readonly fromOn: Day;
  readonly successor: NamedOrganisation;
}

@Injectable()
export class OrganisationsRepository {
  /** Whoever gives or changes a name waits here: two cannot take the same one at once. */
  async lockNames(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [NAMES_LOCK]);
  }

  /**
   * Organisations of the forum, other than `except`, that bear one of these names on that day or later, without
   * regard to case.
   */
  namesakes(
    tx: Tx,
    { nameFr, nameEn }: Names,
    on: Day,
    except: string | null = null,
  ): Promise<Pick<Organisation, 'id' | 'college'>[]> {
    return tx.query(
      `SELECT DISTINCT o.id, o.college FROM organisation o
       JOIN (SELECT *, lead(from_on) OVER (PARTITION BY organisation_id ORDER BY from_on) AS next_on
             FROM organisation_name) n ON n.organisation_id = o.id
       WHERE (o.left_on IS NULL OR o.left_on >= $1) AND (n.next_on IS NULL OR n.next_on > $1)
         AND (lower(n.name_fr) = lower($2) OR lower(n.name_en) = lower($3))
         AND ($4::uuid IS NULL OR o.id <> $4)`,
      [on, nameFr, nameEn, except],
    );
  }

  async add(tx: Tx, organisation: Pick<Organisation, 'id' | 'college' | 'registeredOn'>): Promise<void> {
    await tx.insert(Organisation, organisation);
  }

  /** Gives a name from a day on, in place of the one recorded for that very day, if any. */
  async name(
    tx: Tx,
    { organisationId, nameFr, nameEn, fromOn }: Omit<OrganisationName, 'id'>,
  ): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(OrganisationName)
      .values({ id: newId(), organisationId, nameFr, nameEn, fromOn })
      .orUpdate(['name_fr', 'name_en'], ['organisation_id', 'from_on'])
      .execute();
  }

  /** The first day of the last name recorded, which may be to come. */
  async lastNamedOn(reader: EntityManager, id: string): Promise<Day> {
    const [last]: { on: Day }[] = await reader.query(
      'SELECT max(from_on) AS on FROM organisation_name WHERE organisation_id = $1',
      [id],
    );
    if (last === undefined) throw new RangeError(`No organisation ${id}`);
    return last.on;
  }

  /** Every name of several organisations, the earliest first. */
  names(reader: EntityManager, ids: readonly string[]): Promise<DatedName[]> {
    return reader.query(
      `SELECT organisation_id AS "organisationId", from_on AS "fromOn",
              json_build_object('fr', name_fr, 'en', name_en) AS name
       FROM organisation_name WHERE organisation_id = ANY ($1) ORDER BY from_on`,
      [ids],
    );
  }

  /** Writes that an organisation leaves the forum, `lastOn` being its last day. */
  async leave(tx: Tx, id: string, lastOn: Day): Promise<void> {
    await tx.update(Organisation, { id }, { leftOn: lastOn });
  }

  /** Writes that another organisation takes over from a day on: the day before is the predecessor's last. */
  async succeed(tx: Tx, id: string, successorId: string, on: Day): Promise<void> {
    await tx.update(
      Organisation,
      { id },
      { leftOn: addDays(on, -1), succeededById: successorId, succeededOn: on },
    );
  }

  /** Which organisations took over from these, and from which day on. */
  successions(reader: EntityManager, ids: readonly string[], on: Day): Promise<Succession[]> {
    return reader.query(
      `SELECT p.id AS "predecessorId", p.succeeded_on AS "fromOn", row_to_json(s) AS successor
       FROM organisation p JOIN (${SELECT}) s ON s.id = p.succeeded_by_id
       WHERE p.id = ANY ($2)`,
      [on, ids],
    );
  }

  /** The organisation, locked until the end of the transaction; null: unknown. */
  async lock(tx: Tx, id: string, on: Day): Promise<NamedOrganisation | null> {
    await tx.query('SELECT FROM organisation WHERE id = $1 FOR UPDATE', [id]);
    const [organisation] = await this.namedByIds(tx, [id], on);
    return organisation ?? null;
  }

  async named(reader: EntityManager, id: string, on: Day): Promise<NamedOrganisation> {
    const [organisation] = await this.namedByIds(reader, [id], on);
    if (organisation === undefined) throw new RangeError(`No organisation ${id}`);
    return organisation;
  }

  namedByIds(reader: EntityManager, ids: readonly string[], on: Day): Promise<NamedOrganisation[]> {
    return reader.query(`${SELECT} WHERE o.id = ANY ($2)`, [on, ids]);
  }

  /** A page's worth of organisations by French name, then id. */
  list(
    reader: EntityManager,
    {
      on,
      college,
      after,
      limit,
    }: { on: Day; college: College | null; after: readonly unknown[] | null; limit: number },
  ): Promise<NamedOrganisation[]> {
    return reader.query(
      `${SELECT}
       WHERE ($2::text IS NULL OR o.college = $2)
         AND ($3::text IS NULL OR (n.name_fr, o.id) > ($3, $4::uuid))
       ORDER BY n.name_fr, o.id LIMIT $5`,
      [on, college, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }
}
