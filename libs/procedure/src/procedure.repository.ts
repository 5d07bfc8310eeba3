import {
  type Edition,
  editionInForce,
  type RULES_OF_PROCEDURE,
  type RulesOfProcedure,
  type StateOf,
} from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { type Day, day, type Role } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Forum } from './forum.entity.js';
import { FoundingGroupMembership } from './founding-group-membership.entity.js';
import { type EditionAdopter, RulesOfProcedureEdition } from './rules-of-procedure-edition.entity.js';
import { SecretariatAppointment } from './secretariat-appointment.entity.js';

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
}

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

  private async adopted(reader: EntityManager): Promise<AdoptedEdition[]> {
    return (await reader.find(RulesOfProcedureEdition, {
      where: { state: 'ADOPTED' },
      order: { number: 'ASC' },
    })) as AdoptedEdition[];
  }

  /** Takes the place of the draft that waits, if one does. */
  async addDraft(
    tx: Tx,
    draft: Pick<RulesOfProcedureEdition, 'id' | 'rules' | 'draftedById' | 'draftedAt'>,
  ): Promise<void> {
    await tx.update(RulesOfProcedureEdition, { state: 'DRAFTED' }, { state: 'SUPERSEDED' });
    const number = (await this.adopted(tx)).reduce((most, edition) => Math.max(most, edition.number), 0) + 1;
    await tx.insert(RulesOfProcedureEdition, { ...draft, number, state: 'DRAFTED' });
  }

  async adopt(
    tx: Tx,
    id: string,
    adoption: Pick<AdoptedEdition, 'adoptedBy' | 'approvedById' | 'inForceFromOn'>,
  ): Promise<void> {
    await tx.update(RulesOfProcedureEdition, { id }, { ...adoption, state: 'ADOPTED' });
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

  /** Ends the founding working group's role with the day on which the first plenary is held (RULES-ADOPTION). */
  async endFoundingGroup(tx: Tx, on: Day): Promise<void> {
    await tx.update(Forum, { one: true }, { foundingGroupEndedOn: on });
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
