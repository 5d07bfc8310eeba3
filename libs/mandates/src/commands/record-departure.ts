import { Ledger } from '@hemicycle/audit';
import { judge, recordDeparture, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act, Day } from '@hemicycle/kernel';
import { type NamedOrganisation, OrganisationsRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { RecordDepartureInput } from '../graphql/mandates.inputs.js';
import { Departures } from '../departures.js';
import { ORGANISATION_THING } from '../things.js';

/** Records that an organisation leaves the forum: its seats end with it, and the mandates of those who held them. */
@Injectable()
export class RecordDeparture {
  constructor(
    private readonly ledger: Ledger,
    private readonly organisations: OrganisationsRepository,
    private readonly departures: Departures,
  ) {}

  /** @param lastOn the last day in the forum; the day of the act unless given. */
  verdict({ on }: Act, organisation: NamedOrganisation, lastOn: Day = on): Violation[] {
    return judge(recordDeparture, { on, lastOn, organisation });
  }

  execute(
    act: Act,
    { organisationId, lastOn }: RecordDepartureInput,
  ): Promise<NamedOrganisation | RuleRefusal> {
    return this.ledger.record(act, 'recordDeparture', async (tx) => {
      const organisation = await this.organisations.lock(tx, organisationId, act.on);
      if (organisation === null) throw new NotFound(ORGANISATION_THING, organisationId);
      const violations = this.verdict(act, organisation, lastOn);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.organisations.leave(tx, organisationId, lastOn);
      await this.departures.endSeats(tx, organisationId, lastOn, 'ORGANISATION_LEFT');
      return this.organisations.named(tx, organisationId, act.on);
    });
  }
}
