import type { Tx } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { ComingsAndGoings, MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { MandatesRepository } from './mandates.repository.js';

/** What an organisation takes with it when it leaves its college or the forum (charter C3-COLLEGES, VACANCY). */
@Injectable()
export class Departures {
  constructor(
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly comings: ComingsAndGoings,
  ) {}

  /** Ends the seats held for an organisation, `lastOn` being their last day, and the mandates of those who held them. */
  async endSeats(
    tx: Tx,
    organisationId: string,
    lastOn: Day,
    reason: 'ORGANISATION_LEFT' | 'CHANGED_COLLEGE',
  ): Promise<void> {
    const seats = await this.members.lockSeatsOf(tx, organisationId, lastOn);
    const ending = seats.filter(({ untilOn }) => untilOn === null || lastOn < untilOn);
    for (const { id } of ending) await this.members.end(tx, id, lastOn, reason);
    await this.mandates.endWithMemberships(
      tx,
      ending.map(({ id }) => id),
      lastOn,
      reason,
    );
    await this.comings.tell(tx);
  }
}
