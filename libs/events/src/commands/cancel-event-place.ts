import { ProvenIds } from '@hemicycle/accounts';
import { Ledger } from '@hemicycle/audit';
import { cancelEventPlace, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, unnamed } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { EventLetters } from '../event-letters.js';
import type { EventPlace } from '../event-place.entity.js';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { CancelEventPlaceInput } from '../graphql/events.inputs.js';
import { PlacesRepository } from '../places.repository.js';
import { PLACE_AT_EVENT, PLACE_THING } from '../things.js';

/** Gives a place up by the code of its letter, and erases whose it was; the first one who waits gets it. */
@Injectable()
export class CancelEventPlace {
  constructor(
    private readonly ledger: Ledger,
    private readonly codes: ProvenIds,
    private readonly events: EventsRepository,
    private readonly places: PlacesRepository,
    private readonly letters: EventLetters,
  ) {}

  verdict({ at }: Act, event: ForumEvent, { state: place }: EventPlace): Violation[] {
    return judge(cancelEventPlace, { ...event, at, place });
  }

  execute(act: Act, { code }: CancelEventPlaceInput): Promise<EventPlace | RuleRefusal> {
    return this.ledger.record(unnamed(act), 'cancelEventPlace', async (tx) => {
      const id = this.codes.idOf(PLACE_AT_EVENT, code);
      const found = id === null ? null : await this.places.byId(tx, id);
      const event = found === null ? null : await this.events.lock(tx, found.eventId);
      if (found === null || event === null) throw new NotFound(PLACE_THING, code);
      const place = await this.places.known(tx, found.id);
      const violations = this.verdict(act, event, place);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.places.cancel(tx, place.id, act.at);
      // Nobody is given a place at what has begun, or will not be.
      if (event.state === 'PUBLISHED' && act.at < event.startsAt) {
        await this.letters.tellGivenUp(tx, event, place, act.at);
        for (const given of await this.places.fill(tx, event.id, event.capacity))
          await this.letters.tellPlace(tx, event, given, act.at);
      }
      return this.places.known(tx, place.id);
    });
  }
}
