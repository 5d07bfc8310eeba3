import {
  type Edition,
  EDITION_0,
  editionInForce,
  type RULES_OF_PROCEDURE,
  type RulesOfProcedure,
  type StateOf,
} from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { type College, type Day, day, type Role, type Text } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Forum } from './forum.entity.js';
import { FoundingGroupMembership } from './founding-group-membership.entity.js';
import { type EditionAdopter, RulesOfProcedureEdition } from './rules-of-procedure-edition.entity.js';
import { SecretariatAppointment } from './secretariat-appointment.entity.js';
import { SecretariatBody } from './secretariat-body.entity.js';

/** An edition or a draft, edition 0 included. */
export interface KnownEdition {
  /** Null for edition 0, which nobody drafted. */
  readonly id: string | null;
  readonly number: number;
  readonly state: StateOf<typeof RULES_OF_PROCEDURE>;
  readonly rules: RulesOfProcedure;
  readonly draftedAt: Date | null;
  readonly adoptedBy: EditionAdopter | null;
  readonly inForceFromOn: Day | null;
  readonly inForceUntilOn: Day | null;
  readonly ratifiedOn: Day | null;
}

/** A body of the secretariat, as it is shown. */
export interface NamedBody {
  readonly id: string;
  readonly name: Text;
  readonly registeredOn: Day;
}

interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** A person's work in the secretariat, as it is shown. */
export interface Appointment {
  readonly id: string;
  readonly person: NamedPerson;
  readonly body: NamedBody;
  readonly fromOn: Day;
  readonly untilOn: Day | null;
}

/** A person of the founding working group, as it is shown. */
export interface Founder {
  readonly id: string;
  readonly person: NamedPerson;
  readonly college: College;
  readonly fromOn: Day;
  readonly untilOn: Day | null;
}

const BODIES = `
  SELECT b.id, json_build_object('fr', b.name_fr, 'en', b.name_en) AS name, b.registered_on AS "registeredOn"
  FROM secretariat_body b`;

const APPOINTMENTS = `
  SELECT a.id, a.from_on AS "fromOn", a.until_on AS "untilOn",
         json_build_object('id', p.id, 'name', p.name) AS person,
         json_build_object('id', b.id, 'name', json_build_object('fr', b.name_fr, 'en', b.name_en),
                           'registeredOn', b.registered_on) AS body
  FROM secretariat_appointment a
  JOIN person p ON p.id = a.person_id
  JOIN secretariat_body b ON b.id = a.body_id`;

/** The first day that there is: with it edition 0 says that nothing comes before. */
const BEGINNING = day('0001-01-01');

@Injectable()
export class ProcedureRepository {
  /** The edition of the rules of procedure by which an act of that day is judged (RULES-EDITION). */
  async editionOn(reader: EntityManager, on: Day): Promise<Edition> {
    return editionInForce(await this.adopted(reader), on);
  }

  /** The same, as it is shown. */
  async editionKnownOn(reader: EntityManager, on: Day): Promise<KnownEdition> {
    const adopted = await this.adopted(reader);
    const { number } = editionInForce(adopted, on);
    return adopted.find((edition) => edition.number === number) ?? edition0(editionInForce(adopted, on));
  }

  /** Edition 0 with the days before any adoption, then every adopted edition, by number. */
  async editions(reader: EntityManager): Promise<KnownEdition[]> {
    const adopted = await this.adopted(reader);
    return [edition0(editionInForce(adopted, BEGINNING)), ...adopted];
  }

  /** The draft that waits for its adoption; null: none does. */
  draft(reader: EntityManager): Promise<RulesOfProcedureEdition | null> {
    return reader.findOneBy(RulesOfProcedureEdition, { state: 'DRAFTED' });
  }

  edition(reader: EntityManager, id: string): Promise<RulesOfProcedureEdition | null> {
    return reader.findOneBy(RulesOfProcedureEdition, { id });
  }

  /** Unknown ones are left out. */
  editionsByIds(reader: EntityManager, ids: readonly string[]): Promise<RulesOfProcedureEdition[]> {
    return reader.findBy(RulesOfProcedureEdition, { id: In(ids) });
  }

  /** The edition that the founding group approved, in force or not. */
  ratifiable(reader: EntityManager): Promise<RulesOfProcedureEdition> {
    return reader.findOneByOrFail(RulesOfProcedureEdition, { adoptedBy: 'FOUNDING_GROUP' });
  }

  private async adopted(reader: EntityManager): Promise<AdoptedEdition[]> {
    return (await reader.find(RulesOfProcedureEdition, {
      where: { state: 'ADOPTED' },
      order: { number: 'ASC' },
    })) as AdoptedEdition[];
  }

  /** @throws RangeError for an id that names nothing. */
  async knownEdition(reader: EntityManager, id: string): Promise<RulesOfProcedureEdition> {
    const edition = await this.edition(reader, id);
    if (edition === null) throw new RangeError(`No edition ${id}`);
    return edition;
  }

  /** Takes the place of the draft that waits, if one does. */
  async addDraft(
    tx: Tx,
    draft: Pick<RulesOfProcedureEdition, 'id' | 'rules' | 'draftedById' | 'draftedAt'>,
  ): Promise<void> {
    await tx.update(RulesOfProcedureEdition, { state: 'DRAFTED' }, { state: 'SUPERSEDED' });
    await tx.insert(RulesOfProcedureEdition, {
      ...draft,
      number: await this.nextNumber(tx),
      state: 'DRAFTED',
    });
  }

  async adopt(
    tx: Tx,
    id: string,
    adoption: Pick<AdoptedEdition, 'adoptedBy' | 'approvedById' | 'inForceFromOn'>,
  ): Promise<void> {
    await tx.update(RulesOfProcedureEdition, { id }, { ...adoption, state: 'ADOPTED' });
  }

  /**
   * A plenary adopts a draft, in force from that day, under the number that follows the last edition; the draft that took
   * its place while the vote was open, if one did, waits for the number after (RULES-ADOPTION).
   */
  async adoptByPlenary(tx: Tx, id: string, on: Day): Promise<void> {
    await this.lock(tx);
    const number = await this.nextNumber(tx);
    await tx.update(RulesOfProcedureEdition, { state: 'DRAFTED' }, { number: number + 1 });
    await tx.update(
      RulesOfProcedureEdition,
      { id, state: In(['DRAFTED', 'SUPERSEDED']) },
      { number, state: 'ADOPTED', adoptedBy: 'PLENARY', inForceFromOn: on },
    );
  }

  private async nextNumber(tx: Tx): Promise<number> {
    return (await this.adopted(tx)).reduce((most, edition) => Math.max(most, edition.number), 0) + 1;
  }

  /** The founding group's edition, in force on that day, which the first plenary may ratify; null: there is none. */
  async foundersEdition(reader: EntityManager, on: Day): Promise<KnownEdition | null> {
    const edition = await this.editionKnownOn(reader, on);
    return edition.adoptedBy === 'FOUNDING_GROUP' ? edition : null;
  }

  /** The first plenary ratifies the founding group's edition, which stays in force (RULES-ADOPTION). */
  async ratify(tx: Tx, on: Day): Promise<void> {
    await tx.update(RulesOfProcedureEdition, { adoptedBy: 'FOUNDING_GROUP' }, { ratifiedOn: on });
  }

  /** The installation. */
  forum(reader: EntityManager): Promise<Forum> {
    return reader.findOneByOrFail(Forum, { one: true });
  }

  /** Whoever drafts, adopts, names or appoints waits here for the one before. */
  async lock(tx: Tx): Promise<Forum> {
    return tx.findOneOrFail(Forum, { where: { one: true }, lock: { mode: 'pessimistic_write' } });
  }

  /** Says for ever that what this installation shows is invented. */
  async markAsDemonstration(tx: Tx): Promise<void> {
    await tx.update(Forum, { one: true }, { demonstration: true });
  }

  /** The bodies registered by that day, by French name. */
  bodies(reader: EntityManager, on: Day): Promise<NamedBody[]> {
    return reader.query(`${BODIES} WHERE b.registered_on <= $1 ORDER BY b.name_fr, b.id`, [on]);
  }

  /** The bodies that bear one of the names, in its language and without regard to case. */
  bodiesNamed(tx: Tx, { fr, en }: Text): Promise<NamedBody[]> {
    return tx.query(`${BODIES} WHERE lower(b.name_fr) = lower($1) OR lower(b.name_en) = lower($2)`, [fr, en]);
  }

  hasBody(reader: EntityManager, id: string): Promise<boolean> {
    return reader.existsBy(SecretariatBody, { id });
  }

  async addBody(tx: Tx, { id, name, registeredOn }: NamedBody): Promise<void> {
    await tx.insert(SecretariatBody, { id, nameFr: name.fr, nameEn: name.en, registeredOn });
  }

  /** The settings of a numbered edition. @throws RangeError for a number that names none. */
  async rulesOfEdition(reader: EntityManager, number: number): Promise<RulesOfProcedure> {
    const edition = (await this.editions(reader)).find((one) => one.number === number);
    if (edition === undefined && number !== 0) throw new RangeError(`No edition ${number}`);
    return edition?.rules ?? EDITION_0;
  }

  /** Who works in the secretariat on that day, by name. */
  appointments(reader: EntityManager, on: Day): Promise<Appointment[]> {
    return reader.query(
      `${APPOINTMENTS} WHERE a.from_on <= $1 AND (a.until_on IS NULL OR $1 <= a.until_on) ORDER BY p.name, a.id`,
      [on],
    );
  }

  async appointment(reader: EntityManager, id: string): Promise<Appointment | null> {
    const [appointment]: Appointment[] = await reader.query(`${APPOINTMENTS} WHERE a.id = $1`, [id]);
    return appointment ?? null;
  }

  /** @throws RangeError for an id that names nothing. */
  async knownAppointment(reader: EntityManager, id: string): Promise<Appointment> {
    const appointment = await this.appointment(reader, id);
    if (appointment === null) throw new RangeError(`No appointment ${id}`);
    return appointment;
  }

  /** The appointment that the person holds on that day or later; null: none. */
  async heldAppointment(tx: Tx, personId: string, on: Day): Promise<Appointment | null> {
    const [appointment]: Appointment[] = await tx.query(
      `${APPOINTMENTS} WHERE a.person_id = $1 AND (a.until_on IS NULL OR $2 <= a.until_on)
       ORDER BY a.from_on LIMIT 1`,
      [personId, on],
    );
    return appointment ?? null;
  }

  async appoint(
    tx: Tx,
    appointment: Pick<SecretariatAppointment, 'id' | 'personId' | 'bodyId' | 'fromOn'>,
  ): Promise<void> {
    await tx.insert(SecretariatAppointment, appointment);
  }

  /** `untilOn` is the last day. */
  async endAppointment(tx: Tx, id: string, untilOn: Day): Promise<void> {
    await tx.update(SecretariatAppointment, { id }, { untilOn });
  }

  /** Who belongs to the founding working group on that day, by name. */
  founders(reader: EntityManager, on: Day): Promise<Founder[]> {
    return reader.query(
      `SELECT f.id, f.college, f.from_on AS "fromOn", f.until_on AS "untilOn",
              json_build_object('id', p.id, 'name', p.name) AS person
       FROM founding_group_membership f JOIN person p ON p.id = f.person_id
       WHERE f.from_on <= $1 AND (f.until_on IS NULL OR $1 <= f.until_on) ORDER BY p.name, f.id`,
      [on],
    );
  }

  async addFounder(tx: Tx, { id, person, college, fromOn }: Founder): Promise<void> {
    await tx.insert(FoundingGroupMembership, { id, personId: person.id, college, fromOn });
  }

  /** Whether the person works in the secretariat on that day. */
  isSecretary(reader: EntityManager, personId: string, on: Day): Promise<boolean> {
    return inForce(reader, SecretariatAppointment, personId, on);
  }

  /** Whether the person belongs to the founding working group on that day. */
  isFounder(reader: EntityManager, personId: string, on: Day): Promise<boolean> {
    return inForce(reader, FoundingGroupMembership, personId, on);
  }

  /** The roles that this room gives the person on that day, in one statement: it is asked at every request. */
  async rolesOf(reader: EntityManager, personId: string, on: Day): Promise<Role[]> {
    const rows: { role: Role }[] = await reader.query(
      `SELECT 'SECRETARIAT' AS role FROM secretariat_appointment
       WHERE person_id = $1 AND from_on <= $2 AND (until_on IS NULL OR $2 <= until_on)
       UNION
       SELECT 'FOUNDING_GROUP' FROM founding_group_membership
       WHERE person_id = $1 AND from_on <= $2 AND (until_on IS NULL OR $2 <= until_on)`,
      [personId, on],
    );
    return rows.map(({ role }) => role);
  }

  /**
   * Ends the founding working group's role with the day on which the first plenary is held; its edition too, unless that
   * plenary ratified it: edition 0 applies from the next day (RULES-ADOPTION).
   */
  async endFoundingGroup(tx: Tx, on: Day): Promise<void> {
    await tx.update(Forum, { one: true }, { foundingGroupEndedOn: on });
    await tx.update(
      RulesOfProcedureEdition,
      { adoptedBy: 'FOUNDING_GROUP', ratifiedOn: IsNull(), inForceUntilOn: IsNull() },
      { inForceUntilOn: on },
    );
    await tx
      .createQueryBuilder()
      .update(FoundingGroupMembership)
      .set({ untilOn: on })
      .where('until_on IS NULL OR until_on > :on', { on })
      .execute();
  }
}

type AdoptedEdition = RulesOfProcedureEdition & {
  readonly adoptedBy: EditionAdopter;
  readonly inForceFromOn: Day;
};

function edition0({ inForceFromOn, inForceUntilOn, rules }: Edition): KnownEdition {
  return {
    id: null,
    number: 0,
    state: 'ADOPTED',
    rules,
    draftedAt: null,
    adoptedBy: null,
    inForceFromOn: inForceFromOn === BEGINNING ? null : inForceFromOn,
    inForceUntilOn,
    ratifiedOn: null,
  };
}

function inForce(
  reader: EntityManager,
  rows: typeof SecretariatAppointment | typeof FoundingGroupMembership,
  personId: string,
  on: Day,
): Promise<boolean> {
  return reader
    .createQueryBuilder<SecretariatAppointment | FoundingGroupMembership>(rows, 'row')
    .where('row.personId = :personId', { personId })
    .andWhere('row.fromOn <= :on AND (row.untilOn IS NULL OR :on <= row.untilOn)', { on })
    .getExists();
}
