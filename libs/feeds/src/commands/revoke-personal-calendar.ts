import { Ledger } from '@hemicycle/audit';
import { NotFound, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { PersonalCalendar } from '../personal-calendar.entity.js';
import { PersonalCalendarsRepository } from '../personal-calendars.repository.js';

/** Ends the secret address of one's own calendar. */
@Injectable()
export class RevokePersonalCalendar {
  constructor(
    private readonly ledger: Ledger,
    private readonly calendars: PersonalCalendarsRepository,
  ) {}

  /** @throws NotFound when one has none. */
  execute(act: Act): Promise<PersonalCalendar> {
    return this.ledger.record(act, 'revokePersonalCalendar', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const revoked = await this.calendars.revoke(tx, personId, act.at);
      if (revoked === null) throw new NotFound({ fr: 'Calendrier', en: 'Calendar' }, personId);
      return revoked;
    });
  }
}
