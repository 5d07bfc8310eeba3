import { Ledger } from '@hemicycle/audit';
import { Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { PersonalCalendar } from '../personal-calendar.entity.js';
import { PersonalCalendarsRepository } from '../personal-calendars.repository.js';

/** Gives whoever acts a secret address for her calendar; the one that she had leads nowhere from then on. */
@Injectable()
export class MakePersonalCalendar {
  constructor(
    private readonly ledger: Ledger,
    private readonly calendars: PersonalCalendarsRepository,
  ) {}

  execute(act: Act): Promise<PersonalCalendar & { readonly token: string }> {
    return this.ledger.record(act, 'makePersonalCalendar', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      return this.calendars.make(tx, personId, act.at);
    });
  }
}
