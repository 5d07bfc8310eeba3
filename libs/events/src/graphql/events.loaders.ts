import { Database } from '@hemicycle/database';
import { type ApiContext, loaderOf } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
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
    const [row] = await this.many(context, this.key.events, eventId, async (ids) =>
      (await this.events.byIds(this.database.reader, ids)).map((event) => ({ eventId: event.id, event })),
    );
    if (row === undefined) throw new RangeError(`No event ${eventId}`);
    return row.event;
  }

  /** The first one first: the last one holds. */
  headCounts(context: ApiContext, eventId: string): Promise<EventHeadCount[]> {
    return this.many(context, this.key.headCounts, eventId, (ids) =>
      this.events.headCounts(this.database.reader, ids),
    );
  }

  /** The earliest first. */
  moves(context: ApiContext, eventId: string): Promise<EventMove[]> {
    return this.many(context, this.key.moves, eventId, (ids) => this.events.moves(this.database.reader, ids));
  }

  /** The last version; null: none was published. */
  async results(context: ApiContext, eventId: string): Promise<EventResults | null> {
    const versions = await this.many(context, this.key.results, eventId, (ids) =>
      this.events.results(this.database.reader, ids),
    );
    return versions.at(-1) ?? null;
  }

  async standing(context: ApiContext, eventId: string): Promise<PlacesStanding> {
    const [standing] = await this.many(context, this.key.standings, eventId, (ids) =>
      this.places.standings(this.database.reader, ids),
    );
    return standing ?? { eventId, taken: 0, waiting: 0 };
  }

  /** The reader's own; null: she has none, or nobody is signed in. */
  async own(context: ApiContext, eventId: string): Promise<EventPlace | null> {
    const { personId } = context.act.actor;
    if (personId === null) return null;
    const [place] = await this.many(context, this.key.own, eventId, (ids) =>
      this.places.ofPerson(this.database.reader, ids, personId),
    );
    return place ?? null;
  }

  private many<Row extends { readonly eventId: string }>(
    context: ApiContext,
    key: object,
    eventId: string,
    read: (ids: readonly string[]) => Promise<Row[]>,
  ): Promise<Row[]> {
    return loaderOf(
      context,
      key,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const rows = await read(ids);
            return ids.map((id) => rows.filter((row) => row.eventId === id));
          },
          { cache: false },
        ),
    ).load(eventId);
  }
}
