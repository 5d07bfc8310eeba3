import { Ledger } from '@hemicycle/audit';
import { cancelEvent, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { aboutOf, EventLetters } from '../event-letters.js';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { CancelEventInput } from '../graphql/events.inputs.js';
import { PlacesRepository } from '../places.repository.js';
import { EVENT_THING } from '../things.js';

/** Cancels an event with a reason. Its guests are written to. */
@Injectable()
export class CancelEvent {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventsRepository,
    private readonly places: PlacesRepository,
    private readonly letters: EventLetters,
  ) {}

  verdict({ at }: Act, event: ForumEvent): Violation[] {
    return judge(cancelEvent, { ...event, at });
  }

  execute(act: Act, { eventId, reason }: CancelEventInput): Promise<ForumEvent | RuleRefusal> {
    return this.ledger.record(act, 'cancelEvent', async (tx) => {
      const event = await this.events.lock(tx, eventId);
      if (event === null) throw new NotFound(EVENT_THING, eventId);
      const violations = this.verdict(act, event);
      if (violations.length > 0) return new RuleRefusal(violations);
      const change = { state: 'CANCELLED', cancelReason: reason } as const;
      const cancelled = await this.events.change(tx, event, change, act.at);
      const guests = await this.places.guests(tx, eventId);
      const about = (place: (typeof guests)[number]) => ({ ...aboutOf(cancelled, place), reason });
      await this.letters.tellEach(tx, this.letters.cancelled, guests, about, act.at);
      return cancelled;
    });
  }
}
