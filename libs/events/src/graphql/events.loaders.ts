import { Database } from '@hemicycle/database';
import { type ApiContext, rowsFor } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { EventHeadCount } from '../event-head-count.entity.js';
import type { EventMove } from '../event-move.entity.js';
import type { EventPlace } from '../event-place.entity.js';
import type { EventResults } from '../event-results.entity.js';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import { PlacesRepository, type PlacesStanding } from '../places.repository.js';

/** What lists of events ask of other tables: one statement for the whole list. Never kept: acts show things as they are. */
@Injectable()
export class EventsLoaders {
  private readonly key = { events: {}, moves: {}, headCounts: {}, results: {}, standings: {}, own: {} };

  constructor(
    private readonly database: Database,
    private readonly events: EventsRepository,
    private readonly places: PlacesRepository,
  ) {}

  /** @throws RangeError for an id that names nothing. */
  async event(context: ApiContext, eventId: string): Promise<ForumEvent> {
    const [row] = await rowsFor(context, this.key.events, eventId, 'eventId', async (ids) =>
      (await this.events.byIds(this.database.reader, ids)).map((event) => ({ eventId: event.id, event })),
    );
    if (row === undefined) throw new RangeError(`No event ${eventId}`);
    return row.event;
  }

  /** The first one first: the last one holds. */
  headCounts(context: ApiContext, eventId: string): Promise<EventHeadCount[]> {
    return rowsFor(context, this.key.headCounts, eventId, 'eventId', (ids) =>
      this.events.headCounts(this.database.reader, ids),
    );
  }

  /** The earliest first. */
  moves(context: ApiContext, eventId: string): Promise<EventMove[]> {
    return rowsFor(context, this.key.moves, eventId, 'eventId', (ids) =>
      this.events.moves(this.database.reader, ids),
    );
  }

  /** The last version; null: none was published. */
  async results(context: ApiContext, eventId: string): Promise<EventResults | null> {
    const versions = await rowsFor(context, this.key.results, eventId, 'eventId', (ids) =>
      this.events.results(this.database.reader, ids),
    );
    return versions.at(-1) ?? null;
  }

  async standing(context: ApiContext, eventId: string): Promise<PlacesStanding> {
    const [standing] = await rowsFor(context, this.key.standings, eventId, 'eventId', (ids) =>
      this.places.standings(this.database.reader, ids),
    );
    return standing ?? { eventId, taken: 0, waiting: 0 };
  }

  /** The reader's own; null: she has none, or nobody is signed in. */
  async own(context: ApiContext, eventId: string): Promise<EventPlace | null> {
    const { personId } = context.act.actor;
    if (personId === null) return null;
    const [place] = await rowsFor(context, this.key.own, eventId, 'eventId', (ids) =>
      this.places.ofPerson(this.database.reader, ids, personId),
    );
    return place ?? null;
  }
}
