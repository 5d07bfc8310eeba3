import { calendarEvent, eventInWords, EventsRepository } from '@hemicycle/events';
import type { CalendarEvent } from '@hemicycle/icalendar';
import { FORUM_TIME_ZONE, type Language, PUBLIC_URL } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** How many of the latest events a calendar shows. */
const EVENTS = 200;

/** The events of the open agenda as calendars have them. Drafts are nobody’s to follow. */
@Injectable()
export class OpenAgenda {
  constructor(
    private readonly agenda: EventsRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  async events(reader: EntityManager, language: Language): Promise<CalendarEvent[]> {
    const { publicUrl, zone } = this;
    const events = await this.agenda.announced(reader, EVENTS);
    return events.map((event) => calendarEvent(eventInWords(event), language, { publicUrl, zone }));
  }
}
