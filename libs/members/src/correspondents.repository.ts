import type { Tx } from '@hemicycle/database';
import { type Day, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Correspondent } from './correspondent.entity.js';
import type { NamedPerson } from './members.repository.js';

/** A correspondent by the name that the public knows. */
export interface NamedCorrespondent {
  readonly id: string;
  readonly organisationId: string;
  readonly person: NamedPerson;
  readonly fromOn: Day;
  readonly untilOn: Day | null;
}

const SELECT = `
  SELECT c.id, c.organisation_id AS "organisationId", c.from_on AS "fromOn", c.until_on AS "untilOn",
         json_build_object('id', p.id, 'name', p.name) AS person
  FROM correspondent c JOIN person p ON p.id = c.person_id`;

@Injectable()
export class CorrespondentsRepository {
  /** Names the person from a day on, unless she is named already; gives the id of her charge. */
  async name(tx: Tx, organisationId: string, personId: string, fromOn: Day): Promise<string> {
    const [known]: { id: string }[] = await tx.query(
      `SELECT id FROM correspondent
       WHERE organisation_id = $1 AND person_id = $2 AND coalesce(until_on, 'infinity') >= $3`,
      [organisationId, personId, fromOn],
    );
    if (known !== undefined) return known.id;
    const id = newId();
    await tx.insert(Correspondent, { id, organisationId, personId, fromOn, untilOn: null });
    return id;
  }

  lock(tx: Tx, id: string): Promise<Correspondent | null> {
    return tx.findOne(Correspondent, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async end(tx: Tx, id: string, on: Day): Promise<void> {
    await tx.update(Correspondent, { id }, { untilOn: on });
  }

  async named(reader: EntityManager, id: string): Promise<NamedCorrespondent> {
    const [row]: NamedCorrespondent[] = await reader.query(`${SELECT} WHERE c.id = $1`, [id]);
    if (row === undefined) throw new RangeError(`No correspondent ${id}`);
    return row;
  }

  /** Those of several organisations on a day, by name. */
  ofOrganisations(reader: EntityManager, ids: readonly string[], on: Day): Promise<NamedCorrespondent[]> {
    return reader.query(
      `${SELECT} WHERE c.organisation_id = ANY ($1) AND $2 BETWEEN c.from_on AND coalesce(c.until_on, 'infinity')
       ORDER BY p.name, c.id`,
      [ids, on],
    );
  }
}
