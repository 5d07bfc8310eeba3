import { Database } from '@hemicycle/database';
import { type DailyPayload, Jobs, type Task } from '@hemicycle/jobs';
import { addDays, Clock, day, endOfDay, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { aboutOf, EventLetters, UNCONFIRMED_MINUTES } from './event-letters.js';
import { EventsRepository } from './events.repository.js';
import { PlacesRepository } from './places.repository.js';

const MINUTE = 60_000;

/** Every day, forgets the guests of the events that are over, and reminds whoever has a place at one of today or tomorrow, once. */
@Injectable()
export class EventsDays implements Task<DailyPayload> {
  readonly name = 'events-days';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsRepository,
    private readonly places: PlacesRepository,
    private readonly letters: EventLetters,
    jobs: Jobs,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    jobs.registerDaily(this);
  }

  async run({ on }: DailyPayload): Promise<void> {
    const at = this.clock.now();
    // First: it must not wait for letters that cannot be written.
    await this.database.transaction((tx) =>
      this.places.forget(tx, {
        endedBefore: at,
        askedBefore: new Date(at.getTime() - UNCONFIRMED_MINUTES * MINUTE),
        at,
      }),
    );
    const before = endOfDay(addDays(day(on), 1), this.zone);
    for (const { id } of await this.events.beginning(this.database.reader, at, before)) {
      await this.database.transaction(async (tx) => {
        const event = await this.events.lock(tx, id);
        // Moved or cancelled meanwhile: those who come were told.
        if (event?.state !== 'PUBLISHED' || event.startsAt >= before) return;
        const guests = await this.places.toRemind(tx, id, at);
        await this.letters.tellEach(tx, this.letters.reminder, guests, (place) => aboutOf(event, place), at);
      });
    }
  }
}
