import { tellChanged, type Tx } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { dayOf, endOfDay, FORUM_TIME_ZONE, startOfDay } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { EventHeadCount } from './event-head-count.entity.js';
import { EventMove } from './event-move.entity.js';
import { EventResults } from './event-results.entity.js';
import { ForumEvent } from './forum-event.entity.js';

/** An event that presented results of implementation and collected comments (charter OGP-5.1). */
export interface EventPresentation {
  readonly eventId: string;
  readonly titleFr: string;
  readonly titleEn: string;
  /** The day on which it began, in the forum's time zone. */
  readonly heldOn: Day;
}

@Injectable()
export class EventsRepository {
  constructor(@Inject(FORUM_TIME_ZONE) private readonly zone: string) {}

  /** The event's row, locked until the end of the transaction; whoever watches it is told at the commit. Null: unknown. */
  async lock(tx: Tx, id: string): Promise<ForumEvent | null> {
    const event = await tx.findOne(ForumEvent, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (event !== null) await tellChanged(tx, [id]);
    return event;
  }

  /** Unknown ones are left out. */
  byIds(reader: EntityManager, ids: readonly string[]): Promise<ForumEvent[]> {
    return reader.findBy(ForumEvent, { id: In(ids) });
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<ForumEvent> {
    const [event] = await this.byIds(reader, [id]);
    if (event === undefined) throw new RangeError(`No event ${id}`);
    return event;
  }

  /**
   * A page's worth of events: those not over at an instant, the first one first; or those that are, the last one first.
   * Those that were never announced only where they are asked for.
   */
  list(
    reader: EntityManager,
    {
      past,
      at,
      unannounced,
      after,
      limit,
    }: { past: boolean; at: Date; unannounced: boolean; after: readonly unknown[] | null; limit: number },
  ): Promise<ForumEvent[]> {
    const order = past ? 'DESC' : 'ASC';
    const query = reader
      .createQueryBuilder(ForumEvent, 'event')
      .where(past ? 'event.endsAt <= :at' : 'event.endsAt > :at', { at })
      .orderBy('event.startsAt', order)
      .addOrderBy('event.id', order)
      .limit(limit);
    if (!unannounced) query.andWhere('event.publishedAt IS NOT NULL');
    if (after !== null) {
      query.andWhere(`(event.startsAt, event.id) ${past ? '<' : '>'} (:start::timestamptz, :id::uuid)`, {
        start: after[0],
        id: after[1],
      });
    }
    return query.getMany();
  }

  async draft(
    tx: Tx,
    event: Omit<ForumEvent, 'title' | 'topics' | 'version' | 'changedAt'>,
    at: Date,
  ): Promise<void> {
    await tx.insert(ForumEvent, { ...event, version: 1, changedAt: at });
  }

  /** Writes another version of an event, and gives it. Its row is locked by then. */
  async change(
    tx: Tx,
    { id, version }: ForumEvent,
    change: Partial<Omit<ForumEvent, 'id' | 'title' | 'topics' | 'version' | 'changedAt'>>,
    at: Date,
  ): Promise<ForumEvent> {
    await tx.update(ForumEvent, { id }, { ...change, version: version + 1, changedAt: at });
    return this.known(tx, id);
  }

  /** Moves an event, and writes down when it would have been if it was announced. Its row is locked by then. */
  async move(
    tx: Tx,
    event: ForumEvent,
    to: Pick<ForumEvent, 'startsAt' | 'endsAt'>,
    { reason, movedById, movedAt }: Pick<EventMove, 'reason' | 'movedById' | 'movedAt'>,
  ): Promise<ForumEvent> {
    const { id, startsAt, endsAt } = event;
    if (!isPublic(event)) return this.change(tx, event, to, movedAt);
    const number = (await tx.countBy(EventMove, { eventId: id })) + 1;
    const before = { startedAt: startsAt, endedAt: endsAt };
    await tx.insert(EventMove, { eventId: id, number, ...before, reason, movedById, movedAt });
    return this.change(tx, event, to, movedAt);
  }

  /** The earliest first. */
  moves(reader: EntityManager, eventIds: readonly string[]): Promise<EventMove[]> {
    return reader.find(EventMove, { where: { eventId: In(eventIds) }, order: { number: 'ASC' } });
  }

  /** Publishes what came out of an event; what was published before stays in the table. Its row is locked by then. */
  async addResults(tx: Tx, results: Omit<EventResults, 'number'>): Promise<void> {
    const number = (await tx.countBy(EventResults, { eventId: results.eventId })) + 1;
    await tx.insert(EventResults, { ...results, number });
  }

  /** What came out of these events, the first version first. */
  results(reader: EntityManager, eventIds: readonly string[]): Promise<EventResults[]> {
    return reader.find(EventResults, { where: { eventId: In(eventIds) }, order: { number: 'ASC' } });
  }

  /** Writes down how many came; what was counted before stays in the table. The event's row is locked by then. */
  async count(tx: Tx, count: Omit<EventHeadCount, 'number'>): Promise<void> {
    const number = (await tx.countBy(EventHeadCount, { eventId: count.eventId })) + 1;
    await tx.insert(EventHeadCount, { ...count, number });
  }

  /** Every count of who came to these events, the first one first: the last one holds. */
  headCounts(reader: EntityManager, eventIds: readonly string[]): Promise<EventHeadCount[]> {
    return reader.find(EventHeadCount, { where: { eventId: In(eventIds) }, order: { number: 'ASC' } });
  }

  /** The events that were announced, whatever became of them, the latest start first. */
  announced(reader: EntityManager, limit: number): Promise<ForumEvent[]> {
    return reader.find(ForumEvent, {
      where: { publishedAt: Not(IsNull()) },
      order: { startsAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  /** The events held from one day to another, both included, that presented results, the first one first. */
  async presentingResults(reader: EntityManager, from: Day, until: Day): Promise<EventPresentation[]> {
    const rows: (Omit<EventPresentation, 'heldOn'> & { startsAt: Date })[] = await reader.query(
      `SELECT id AS "eventId", title_fr AS "titleFr", title_en AS "titleEn", starts_at AS "startsAt"
       FROM forum_event
       WHERE state = 'HELD' AND presents_results AND starts_at >= $1 AND starts_at < $2
       ORDER BY starts_at, id`,
      [startOfDay(from, this.zone), endOfDay(until, this.zone)],
    );
    return rows.map(({ startsAt, ...event }) => ({ ...event, heldOn: dayOf(startsAt, this.zone) }));
  }

  /** The announced events that begin from one instant on and before another. */
  beginning(reader: EntityManager, from: Date, before: Date): Promise<ForumEvent[]> {
    return reader
      .createQueryBuilder(ForumEvent, 'event')
      .where(`event.state = 'PUBLISHED' AND event.startsAt >= :from AND event.startsAt < :before`, {
        from,
        before,
      })
      .orderBy('event.startsAt')
      .getMany();
  }
}

/** Whether an event is shown to everybody: it was announced once. A draft that is cancelled stays unseen. */
export const isPublic = ({ publishedAt }: ForumEvent): boolean => publishedAt !== null;
