import { COLLEGES, type College, type Day } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Office, OFFICES } from './mandate.entity.js';
import { type DatedMandate, MandatesRepository } from './mandates.repository.js';

export interface Committee {
  readonly on: Day;
  readonly coChairs: DatedMandate[];
  readonly members: DatedMandate[];
  /** Of those whose term ended with no successor, for current business only (charter ACTING). */
  readonly acting: DatedMandate[];
  readonly vacantSeats: { readonly office: Office; readonly college: College; readonly seats: number }[];
}

/** The management committee of any day (charter C3-COCHAIRS, C3-COMMITTEE). */
@Injectable()
export class Committees {
  constructor(
    private readonly mandates: MandatesRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  async on(reader: EntityManager, on: Day): Promise<Committee> {
    const held = await this.mandates.on(reader, { on, office: null, college: null });
    const { rules } = await this.procedure.editionOn(reader, on);
    const seatsOf = (office: Office, college: College): number =>
      office === 'CO_CHAIR' ? 1 : rules.committeeSeatsPerCollege[college];
    const heldOf = (office: Office, college: College): number =>
      held.filter((mandate) => mandate.office === office && mandate.college === college).length;
    return {
      on,
      coChairs: held.filter(({ office }) => office === 'CO_CHAIR'),
      members: held.filter(({ office }) => office === 'COMMITTEE_MEMBER'),
      acting: await this.acting(reader, on),
      vacantSeats: OFFICES.flatMap((office) =>
        COLLEGES.map((college) => ({
          office,
          college,
          seats: seatsOf(office, college) - heldOf(office, college),
        })),
      ).filter(({ seats }) => seats > 0),
    };
  }

  private async acting(reader: EntityManager, on: Day): Promise<DatedMandate[]> {
    const serving = await this.mandates.servingOn(reader, on);
    const past = serving.filter(({ untilOn }) => untilOn < on).map(({ mandateId }) => mandateId);
    const mandates = await this.mandates.byIds(reader, past);
    return past.flatMap((id) => mandates.filter((mandate) => mandate.id === id));
  }
}
