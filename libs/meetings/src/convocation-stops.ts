import { dayOf, FORUM_TIME_ZONE, type Act } from '@hemicycle/kernel';
import { groupConvocationLeavesOn, type StopFacts } from '@hemicycle/charter';
import type { Day } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConvocationStopsRepository } from './convocation-stops.repository.js';
import type { Meeting } from './meeting.entity.js';

/** What stopping a convocation rests on, and when one leaves by itself (charter C3-CONVOCATION). */
@Injectable()
export class ConvocationStops {
  constructor(
    private readonly stops: ConvocationStopsRepository,
    private readonly procedure: ProcedureRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** In a command, the meeting’s row is locked by then. */
  async facts(reader: EntityManager, act: Act, { id, state, groupId }: Meeting): Promise<StopFacts> {
    const { rules } = await this.procedure.editionOn(reader, act.on);
    return {
      state,
      ofAGroup: groupId !== null,
      rules,
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
      stopReason: await this.stops.reason(reader, id),
    };
  }

  /** The day from which the convocation leaves by itself, by the rules of procedure of a day; null: it does not, or it left. */
  async leavesOn(reader: EntityManager, { groupId, state, startsAt }: Meeting, on: Day): Promise<Day | null> {
    if (groupId === null || state !== 'PLANNED') return null;
    const { rules } = await this.procedure.editionOn(reader, on);
    if (rules.groupConvocation !== 'AUTOMATIC') return null;
    return groupConvocationLeavesOn(dayOf(startsAt, this.zone), rules);
  }
}
