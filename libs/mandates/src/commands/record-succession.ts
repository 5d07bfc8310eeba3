import { Ledger } from '@hemicycle/audit';
import { judge, recordSuccession } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, addDays } from '@hemicycle/kernel';
import { MembersRepository, type NamedOrganisation, OrganisationsRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { Departures } from '../departures.js';
import type { RecordSuccessionInput } from '../graphql/mandates.inputs.js';
import { ORGANISATION_THING } from '../things.js';

/**
 * Records that an organisation takes over from another, by merger, succession or change of college. Within a college,
 * seats and mandates carry over; otherwise they end the day before.
 */
@Injectable()
export class RecordSuccession {
  constructor(
    private readonly ledger: Ledger,
    private readonly organisations: OrganisationsRepository,
    private readonly members: MembersRepository,
    private readonly departures: Departures,
  ) {}

  execute(act: Act, input: RecordSuccessionInput): Promise<NamedOrganisation | RuleRefusal> {
    const { predecessorId, successorId, firstOn } = input;
    return this.ledger.record(act, 'recordSuccession', async (tx) => {
      const { predecessor, successor } = await this.lockBoth(tx, act, input);
      const seats = await this.members.lockSeatsOf(tx, predecessorId, firstOn);
      const violations = judge(recordSuccession, { on: act.on, firstOn, predecessor, successor, seats });
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.organisations.succeed(tx, predecessorId, successorId, firstOn);
      if (predecessor.college === successor.college) {
        for (const { id } of seats) await this.members.affiliate(tx, id, successorId, firstOn);
      } else {
        await this.departures.endSeats(tx, predecessorId, addDays(firstOn, -1), 'CHANGED_COLLEGE');
      }
      return this.organisations.named(tx, predecessorId, act.on);
    });
  }

  /** In the order of their ids, so that two successions never wait for each other. */
  private async lockBoth(
    tx: Tx,
    { on }: Act,
    { predecessorId, successorId }: RecordSuccessionInput,
  ): Promise<{ predecessor: NamedOrganisation; successor: NamedOrganisation }> {
    const locked = new Map<string, NamedOrganisation>();
    for (const id of [predecessorId, successorId].toSorted()) {
      const organisation = await this.organisations.lock(tx, id, on);
      if (organisation === null) throw new NotFound(ORGANISATION_THING, id);
      locked.set(id, organisation);
    }
    return {
      predecessor: locked.get(predecessorId) as NamedOrganisation,
      successor: locked.get(successorId) as NamedOrganisation,
    };
  }
}
