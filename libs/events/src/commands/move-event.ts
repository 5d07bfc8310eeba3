import { Ledger } from '@hemicycle/audit';
import { judge, moveEvent, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { timesOf } from '../event-input.js';
import { aboutOf, EventLetters } from '../event-letters.js';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { MoveEventInput } from '../graphql/events.inputs.js';
import { PlacesRepository } from '../places.repository.js';
import { EVENT_THING } from '../things.js';

/** Gives an event other dates. Once it was announced, those that it had stay public, with the reason, and its guests are written to. */
@Injectable()
export class MoveEvent {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventsRepository,
    private readonly places: PlacesRepository,
    private readonly letters: EventLetters,
  ) {}

  verdict({ at }: Act, event: ForumEvent): Violation[] {
    return judge(moveEvent, { ...event, at });
  }

  execute(act: Act, input: MoveEventInput): Promise<ForumEvent | RuleRefusal> {
    const { eventId, reason } = input;
    return this.ledger.record(act, 'moveEvent', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const event = await this.events.lock(tx, eventId);
      if (event === null) throw new NotFound(EVENT_THING, eventId);
      const violations = this.verdict(act, event);
      if (violations.length > 0) return new RuleRefusal(violations);
      const times = timesOf(input, act.at);
      const moved = await this.events.move(tx, event, times, {
        reason,
        movedById: personId,
        movedAt: act.at,
      });
      const guests = await this.places.forNewDate(tx, eventId);
      const about = (place: (typeof guests)[number]) => ({ ...aboutOf(moved, place), reason });
      await this.letters.tellEach(tx, this.letters.changed, guests, about, act.at);
      return moved;
    });
  }
}
