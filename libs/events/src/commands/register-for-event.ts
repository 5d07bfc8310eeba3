import { Ledger } from '@hemicycle/audit';
import { judge, registerForEvent, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, unnamed } from '@hemicycle/kernel';
import { PeopleRepository } from '@hemicycle/accounts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EventLetters } from '../event-letters.js';
import { EventsRepository, isPublic } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { RegisterForEventInput } from '../graphql/events.inputs.js';
import { PlacesRepository } from '../places.repository.js';
import { EVENT_THING } from '../things.js';

/** Registers whoever is signed in, at once: her address is known to be hers. */
@Injectable()
export class RegisterForEvent {
  constructor(
    private readonly ledger: Ledger,
    private readonly people: PeopleRepository,
    private readonly events: EventsRepository,
    private readonly places: PlacesRepository,
    private readonly letters: EventLetters,
  ) {}

  async verdict(reader: EntityManager, { at, actor }: Act, event: ForumEvent): Promise<Violation[]> {
    const { personId } = actor;
    const place =
      personId === null ? null : await this.places.of(reader, event.id, { personId, email: null });
    return judge(registerForEvent, { ...event, at, registered: place !== null });
  }

  execute(act: Act, { eventId }: RegisterForEventInput): Promise<ForumEvent | RuleRefusal> {
    return this.ledger.record(unnamed(act), 'registerForEvent', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const event = await this.events.lock(tx, eventId);
      if (event === null || !isPublic(event)) throw new NotFound(EVENT_THING, eventId);
      const violations = await this.verdict(tx, act, event);
      if (violations.length > 0) return new RuleRefusal(violations);
      const { language } = await this.people.byId(tx, personId);
      const guest = { personId, email: null } as const;
      const asked = await this.places.request(tx, eventId, guest, language, act.at);
      const place = await this.places.give(tx, asked, event.capacity, act.at);
      await this.letters.tellPlace(tx, event, place, act.at);
      return event;
    });
  }
}
