import type { Tx } from '@hemicycle/database';
import { type Language, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { EventPlace } from './event-place.entity.js';

/** How the places of an event stand. */
export interface PlacesStanding {
  readonly eventId: string;
  readonly taken: number;
  readonly waiting: number;
}

/** Whoever wants a place: a person of the forum, or an address. */
export type Guest =
  { readonly personId: string; readonly email: null } | { readonly personId: null; readonly email: string };

@Injectable()
export class PlacesRepository {
  byId(reader: EntityManager, id: string): Promise<EventPlace | null> {
    return reader.findOneBy(EventPlace, { id });
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<EventPlace> {
    const place = await this.byId(reader, id);
    if (place === null) throw new RangeError(`No place ${id}`);
    return place;
  }

  /** The place that somebody has at an event, waits for or asked for; null: none. */
  async of(reader: EntityManager, eventId: string, { personId, email }: Guest): Promise<EventPlace | null> {
    return personId === null
      ? reader.findOneBy(EventPlace, { eventId, email })
      : reader.findOneBy(EventPlace, { eventId, personId });
  }

  /** Those that a person has, waits for or asked for at these events. */
  ofPerson(reader: EntityManager, eventIds: readonly string[], personId: string): Promise<EventPlace[]> {
    return reader.findBy(EventPlace, { eventId: In(eventIds), personId });
  }

  /** How the places of these events stand: a row each. */
  standings(reader: EntityManager, eventIds: readonly string[]): Promise<PlacesStanding[]> {
    return reader.query(
      `SELECT e.id AS "eventId", count(*) FILTER (WHERE p.state = 'REGISTERED')::integer AS taken,
              count(*) FILTER (WHERE p.state = 'WAITING')::integer AS waiting
       FROM (SELECT DISTINCT unnest($1::uuid[]) AS id) e LEFT JOIN event_place p ON p.event_id = e.id GROUP BY e.id`,
      [eventIds],
    );
  }

  /** How the places of an event stand. */
  async standing(reader: EntityManager, eventId: string): Promise<PlacesStanding> {
    const [standing] = await this.standings(reader, [eventId]);
    if (standing === undefined) throw new Error('One event asked for, none answered.');
    return standing;
  }

  /** Writes down that somebody asks for a place. The event's row is locked by then. */
  async request(tx: Tx, eventId: string, guest: Guest, language: Language, at: Date): Promise<EventPlace> {
    const id = newId();
    await tx.insert(EventPlace, {
      id,
      eventId,
      ...guest,
      language,
      state: 'REQUESTED',
      number: null,
      requestedAt: at,
      confirmedAt: null,
      remindedAt: null,
      erasedAt: null,
    });
    return this.known(tx, id);
  }

  /** Gives a confirmed guest a place, or the last one in the waiting list. The event's row is locked by then. */
  async give(tx: Tx, { id, eventId }: EventPlace, capacity: number | null, at: Date): Promise<EventPlace> {
    const { taken } = await this.standing(tx, eventId);
    const free = capacity === null || taken < capacity;
    await tx.update(
      EventPlace,
      { id },
      free
        ? { state: 'REGISTERED', number: await this.freeNumber(tx, eventId), confirmedAt: at }
        : { state: 'WAITING', confirmedAt: at },
    );
    return this.known(tx, id);
  }

  /** Gives the places that are free to those who wait, the first one first; gives who got one. The event's row is locked by then. */
  async fill(tx: Tx, eventId: string, capacity: number | null): Promise<EventPlace[]> {
    const { taken, waiting } = await this.standing(tx, eventId);
    const free = Math.min(waiting, capacity === null ? waiting : Math.max(0, capacity - taken));
    if (free === 0) return [];
    const next = await tx.find(EventPlace, {
      where: { eventId, state: 'WAITING', erasedAt: IsNull() },
      order: { confirmedAt: 'ASC', id: 'ASC' },
      take: free,
    });
    const given: EventPlace[] = [];
    for (const { id } of next) {
      const number = await this.freeNumber(tx, eventId);
      await tx.update(EventPlace, { id }, { state: 'REGISTERED', number });
      given.push(await this.known(tx, id));
    }
    return given;
  }

  /** Gives a place up, and forgets whose it was. */
  async cancel(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.update(
      EventPlace,
      { id },
      { state: 'CANCELLED', number: null, email: null, personId: null, erasedAt: at },
    );
  }

  /** Everybody who has a place at an event or waits for one. */
  guests(reader: EntityManager, eventId: string): Promise<EventPlace[]> {
    return reader.find(EventPlace, {
      where: { eventId, state: In(['REGISTERED', 'WAITING']), erasedAt: IsNull() },
      order: { confirmedAt: 'ASC', id: 'ASC' },
    });
  }

  /** {@link guests} of an event that has another date from now on: they are reminded of that one. */
  async forNewDate(tx: Tx, eventId: string): Promise<EventPlace[]> {
    await tx.update(EventPlace, { eventId }, { remindedAt: null });
    return this.guests(tx, eventId);
  }

  /**
   * Those with a place at an event who were not reminded of it yet, from now on reminded. The event's row is locked by then, so
   * that nobody gets a place between.
   */
  async toRemind(tx: Tx, eventId: string, at: Date): Promise<EventPlace[]> {
    const unaware = { eventId, state: 'REGISTERED', remindedAt: IsNull(), erasedAt: IsNull() } as const;
    const rows = await tx.find(EventPlace, { where: unaware, order: { id: 'ASC' } });
    await tx.update(EventPlace, unaware, { remindedAt: at });
    return rows;
  }

  /**
   * Forgets whose places were at events that ended before an instant or were cancelled, and requests made before another one
   * that nobody confirmed. How many came is kept, not who. The letters about a place that is nobody's any more go too, but for
   * those that still have to say that the event is cancelled: they go in a morning after they left.
   */
  async forget(tx: Tx, { endedBefore, askedBefore, at }: Readonly<Record<string, Date>>): Promise<void> {
    await tx.query(
      `UPDATE event_place p SET email = NULL, person_id = NULL, erased_at = $2
       FROM forum_event e
       WHERE e.id = p.event_id AND p.erased_at IS NULL AND (e.ends_at < $1 OR e.state = 'CANCELLED')`,
      [endedBefore, at],
    );
    await tx.query(
      `UPDATE event_place SET state = 'CANCELLED', email = NULL, person_id = NULL, erased_at = $2
       WHERE state = 'REQUESTED' AND erased_at IS NULL AND requested_at < $1`,
      [askedBefore, at],
    );
    await tx.query(
      `DELETE FROM outgoing_mail m USING event_place p
       WHERE m.kind LIKE 'EVENT\\_%' AND m.parameters ->> 'placeId' = p.id::text AND p.erased_at IS NOT NULL
       AND (m.kind <> 'EVENT_CANCELLED' OR m.next_attempt_at IS NULL)`,
    );
  }

  private async freeNumber(tx: Tx, eventId: string): Promise<number> {
    const [row]: { number: number }[] = await tx.query(
      `SELECT min(n)::integer AS number FROM generate_series(1,
         (SELECT count(*) + 1 FROM event_place WHERE event_id = $1 AND number IS NOT NULL)) n
       WHERE NOT EXISTS (SELECT FROM event_place WHERE event_id = $1 AND number = n)`,
      [eventId],
    );
    return row?.number ?? 1;
  }
}
