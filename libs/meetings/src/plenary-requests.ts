import { type Requirement, requirementOf } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { Act, Day } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { type MemberOnDay, MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PlenaryRequestsRepository } from './plenary-requests.repository.js';

/** What a request for a plenary has and what it takes, on a day (charter EXTRAORDINARY). */
@Injectable()
export class PlenaryRequests {
  constructor(
    private readonly requests: PlenaryRequestsRepository,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  /** The seat of whoever acts, that day; null: she holds none. */
  async seatOf(reader: EntityManager, { actor: { personId }, on }: Act): Promise<MemberOnDay | null> {
    return personId === null ? null : this.members.memberOfPerson(reader, personId, on);
  }

  /**
   * Members whose seat ended since count no more. To require a plenary is no current business: co-chairs are those whose terms run,
   * and whoever acts counts as the member that she is (charter ACTING).
   */
  async requirement(reader: EntityManager, requestId: string, on: Day): Promise<Requirement> {
    const { rules } = await this.procedure.editionOn(reader, on);
    const members = await this.members.inForce(reader, on);
    const holders = await this.mandates.holdersOn(reader, on);
    const supporting = new Set(
      (await this.requests.supports(reader, [requestId])).map(({ memberId }) => memberId),
    );
    return requirementOf(
      {
        supporters: members.filter(({ id }) => supporting.has(id)).length,
        members: members.length,
        coChairs: holders.filter(({ office, memberId }) => office === 'CO_CHAIR' && supporting.has(memberId))
          .length,
      },
      rules,
    );
  }

  /** Writes that the plenary is required, once enough members support it. The request's row is locked by then, or new. */
  async requireOnceSupported(tx: Tx, act: Act, requestId: string): Promise<void> {
    const { required } = await this.requirement(tx, requestId, act.on);
    if (required) await this.requests.require(tx, requestId, act.on);
  }
}
