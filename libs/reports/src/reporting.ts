import type { GroupReportFacts } from '@hemicycle/charter';
import type { WorkingGroup } from '@hemicycle/groups';
import type { Act } from '@hemicycle/kernel';
import { FacilitatorsRepository } from '@hemicycle/mandates';
import type { Meeting } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GroupReport } from './group-report.entity.js';

/** Who reports for a group, and who reads what it has not submitted yet. */
@Injectable()
export class Reporting {
  constructor(private readonly facilitators: FacilitatorsRepository) {}

  /**
   * What the charter asks to know of a group's report to a plenary, on the day of the act.
   *
   * @param plenary null: as for one that is planned.
   */
  async facts(
    reader: EntityManager,
    { actor, on }: Act,
    { id, state }: WorkingGroup,
    plenary: Meeting | null,
  ): Promise<GroupReportFacts> {
    const inOffice = await this.facilitators.inOffice(reader, id, on);
    return {
      group: state,
      plenary: plenary?.state ?? 'PLANNED',
      actorFacilitates: inOffice.some(({ personId }) => personId === actor.personId),
      bySecretariat: actor.roles.has('SECRETARIAT'),
      facilitators: inOffice.map(({ name }) => name),
    };
  }

  /** Whether whoever acts reads the drafts of a group: its facilitators, and the secretariat. */
  async readsDrafts(reader: EntityManager, { actor, on }: Act, groupId: string): Promise<boolean> {
    if (actor.roles.has('SECRETARIAT')) return true;
    if (!actor.roles.has('FACILITATOR')) return false;
    const inOffice = await this.facilitators.inOffice(reader, groupId, on);
    return inOffice.some(({ personId }) => personId === actor.personId);
  }

  /** Whether whoever acts reads this report: what was submitted is everybody's. */
  async reads(reader: EntityManager, act: Act, { groupId, state }: GroupReport): Promise<boolean> {
    return state === 'SUBMITTED' || (await this.readsDrafts(reader, act, groupId));
  }
}
