import { ProvenIds } from '@hemicycle/accounts';
import { Ledger } from '@hemicycle/audit';
import { confirmEventPlace, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, unnamed } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { EventLetters } from '../event-letters.js';
import type { EventPlace } from '../event-place.entity.js';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { ConfirmEventPlaceInput } from '../graphql/events.inputs.js';
import { PlacesRepository } from '../places.repository.js';
import { PLACE_AT_EVENT, PLACE_THING } from '../things.js';

/** Confirms a place by the code of its letter: it is given while there is one, else the last one in the waiting list. */
@Injectable()
export class ConfirmEventPlace {
  constructor(
    private readonly ledger: Ledger,
    private readonly codes: ProvenIds,
    private readonly events: EventsRepository,
    private readonly places: PlacesRepository,
    private readonly letters: EventLetters,
  ) {}

  verdict({ at }: Act, event: ForumEvent, { state: place }: EventPlace): Violation[] {
    return judge(confirmEventPlace, { ...event, at, place });
  }

  execute(act: Act, { code }: ConfirmEventPlaceInput): Promise<EventPlace | RuleRefusal> {
    return this.ledger.record(unnamed(act), 'confirmEventPlace', async (tx) => {
      const id = this.codes.idOf(PLACE_AT_EVENT, code);
      const found = id === null ? null : await this.places.byId(tx, id);
      const event = found === null ? null : await this.events.lock(tx, found.eventId);
      if (found === null || event === null) throw new NotFound(PLACE_THING, code);
      // Whoever confirmed meanwhile held the event's row.
      const asked = await this.places.known(tx, found.id);
      const violations = this.verdict(act, event, asked);
      if (violations.length > 0) return new RuleRefusal(violations);
      const place = await this.places.give(tx, asked, event.capacity, act.at);
      await this.letters.tellPlace(tx, event, place, act.at);
      return place;
    });
  }
}
