import { Ledger } from '@hemicycle/audit';
import { judge, reviseEvent, type Violation } from '@hemicycle/charter';
import { Conflict, NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act, Text } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { termsOf } from '../event-input.js';
import { aboutOf, EventLetters } from '../event-letters.js';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { ReviseEventInput } from '../graphql/events.inputs.js';
import { PlacesRepository } from '../places.repository.js';
import { EVENT_THING } from '../things.js';

/**
 * Changes all of an event but its dates. Guests are written to when its place, its link or what it offers them changed.
 * Two who write at once are told of each other: what the first one wrote is not lost.
 */
@Injectable()
export class ReviseEvent {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventsRepository,
    private readonly places: PlacesRepository,
    private readonly letters: EventLetters,
  ) {}

  /** @param capacity the one asked for; absent: none is changed. */
  async verdict(
    reader: EntityManager,
    { at }: Act,
    event: ForumEvent,
    capacity: number | null = event.capacity,
  ): Promise<Violation[]> {
    const { taken } = await this.places.standing(reader, event.id);
    return judge(reviseEvent, { ...event, at, capacity, taken });
  }

  execute(act: Act, input: ReviseEventInput): Promise<ForumEvent | RuleRefusal> {
    return this.ledger.record(act, 'reviseEvent', async (tx) => {
      const event = await this.events.lock(tx, input.eventId);
      if (event === null) throw new NotFound(EVENT_THING, input.eventId);
      const { basedOnVersion } = input;
      if (basedOnVersion !== event.version)
        throw new Conflict(changedMeanwhile(event.version, basedOnVersion));
      const terms = termsOf(input);
      const violations = await this.verdict(tx, act, event, terms.capacity);
      if (violations.length > 0) return new RuleRefusal(violations);
      const guests = await this.places.guests(tx, event.id);
      const revised = await this.events.change(tx, event, terms, act.at);
      const told = (one: ForumEvent): string =>
        JSON.stringify([one.place, one.streamLink, one.captioning, one.signLanguage, one.stepFree]);
      if (told(event) !== told(revised)) {
        const about = (place: (typeof guests)[number]) => ({ ...aboutOf(revised, place), reason: null });
        await this.letters.tellEach(tx, this.letters.changed, guests, about, act.at);
      }
      for (const place of await this.places.fill(tx, event.id, revised.capacity))
        await this.letters.tellPlace(tx, revised, place, act.at);
      return revised;
    });
  }
}

const changedMeanwhile = (stands: number, read: number): Text => ({
  fr: `L’événement en est à la version ${stands}, et non à la version ${read} : quelqu’un l’a modifié. Rien n’a été enregistré.`,
  en: `The event stands at version ${stands}, not ${read}: somebody changed it. Nothing was written.`,
});
