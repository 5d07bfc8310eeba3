import { FORUM_TIME_ZONE, instantInWords, type Language, PUBLIC_URL } from '@hemicycle/kernel';
import type { CalendarEvent } from '@hemicycle/icalendar';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** How many of the latest events a calendar shows. */
const EVENTS = 200;

/** An event that was published, with when it changed according to the trail. */
interface AnnouncedEvent {
  readonly id: string;
  readonly state: 'PUBLISHED' | 'HELD' | 'CANCELLED';
  readonly titleFr: string;
  readonly titleEn: string;
  readonly topicsFr: string;
  readonly topicsEn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string | null;
  readonly streamLink: string | null;
  readonly cancelReason: string | null;
  readonly publishedAt: Date;
  readonly changedAt: Date;
  /** How often it changed since it was drafted, its publication not counted. */
  readonly changes: number;
}

/** The events of the open agenda as calendars have them. Drafts are nobody’s to follow. */
@Injectable()
export class OpenAgenda {
  constructor(
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  async events(reader: EntityManager, language: Language): Promise<CalendarEvent[]> {
    const announced: AnnouncedEvent[] = await reader.query(
      `SELECT e.id, e.state, e.title_fr AS "titleFr", e.title_en AS "titleEn", e.topics_fr AS "topicsFr",
              e.topics_en AS "topicsEn", e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.place,
              e.stream_link AS "streamLink", e.cancel_reason AS "cancelReason", t.*
       FROM (SELECT * FROM forum_event WHERE published_at IS NOT NULL ORDER BY starts_at DESC, id LIMIT ${EVENTS}) e
       CROSS JOIN LATERAL (
         SELECT min(at) FILTER (WHERE command = 'publishEvent') AS "publishedAt", max(at) AS "changedAt",
                (count(*) - 1)::integer AS changes
         FROM audit_row WHERE subject_id = e.id
         AND command IN ('publishEvent', 'reviseEvent', 'moveEvent', 'recordEvent', 'cancelEvent')
       ) t
       WHERE t."publishedAt" IS NOT NULL ORDER BY e.starts_at DESC, e.id`,
    );
    return announced.map((event) => this.inCalendar(event, language));
  }

  private inCalendar(event: AnnouncedEvent, language: Language): CalendarEvent {
    const french = language === 'fr';
    const { id: uid, changes: sequence, place, streamLink, cancelReason } = event;
    const title = french ? event.titleFr : event.titleEn;
    const url = `${this.publicUrl}/events/${uid}`;
    const when = instantInWords(event.startsAt, this.zone)[language];
    return {
      uid,
      sequence,
      createdAt: event.publishedAt,
      changedAt: event.changedAt,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      status: event.state === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED',
      summary: event.state === 'CANCELLED' ? `${french ? 'Annulé' : 'Cancelled'} – ${title}` : title,
      description: [
        ...(cancelReason === null
          ? []
          : [
              french
                ? `L’événement du ${when} est annulé. Motif : ${cancelReason}`
                : `The event of ${when} is cancelled. Reason: ${cancelReason}`,
            ]),
        french ? event.topicsFr : event.topicsEn,
        ...(streamLink === null ? [] : [french ? `À distance : ${streamLink}` : `Online: ${streamLink}`]),
        french ? `Pour venir : ${url}` : `To come: ${url}`,
      ].join('\n\n'),
      location: place ?? streamLink,
      url,
    };
  }
}
