import type { Tx } from '@hemicycle/database';
import type { Day, Role } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Forum } from './forum.entity.js';
import { FoundingGroupMembership } from './founding-group-membership.entity.js';
import { SecretariatAppointment } from './secretariat-appointment.entity.js';

@Injectable()
export class ProcedureRepository {
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
