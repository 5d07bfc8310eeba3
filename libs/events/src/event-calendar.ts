import type { CalendarEvent } from '@hemicycle/icalendar';
import { instantInWords, type Language } from '@hemicycle/kernel';
import type { ForumEvent } from './forum-event.entity.js';

/** An announced event in words, for calendars and letters. A type, not an interface: it is kept as JSON. Instants are in ISO 8601. */
export type EventWords = {
  eventId: string;
  titleFr: string;
  titleEn: string;
  topicsFr: string;
  topicsEn: string;
  startsAt: string;
  endsAt: string;
  /** Null: online only. */
  room: string | null;
  streamLink: string | null;
  captioning: boolean;
  signLanguage: boolean;
  stepFree: boolean;
  /** Null: it is not cancelled. */
  cancelReason: string | null;
  publishedAt: string;
  version: number;
  changedAt: string;
};

/** @throws RangeError for an event that was never announced: nobody reads of it. */
export function eventInWords(event: ForumEvent): EventWords {
  const { id, publishedAt } = event;
  if (publishedAt === null) throw new RangeError(`Event ${id} was never announced`);
  return {
    eventId: id,
    titleFr: event.titleFr,
    titleEn: event.titleEn,
    topicsFr: event.topicsFr,
    topicsEn: event.topicsEn,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    room: event.place,
    streamLink: event.streamLink,
    captioning: event.captioning,
    signLanguage: event.signLanguage,
    stepFree: event.stepFree,
    cancelReason: event.cancelReason,
    publishedAt: publishedAt.toISOString(),
    version: event.version,
    changedAt: event.changedAt.toISOString(),
  };
}

/** The event as calendars have it, by the clock of a zone: the same in feeds and in the letters of its guests. */
export function calendarEvent(
  words: EventWords,
  language: Language,
  { publicUrl, zone }: { readonly publicUrl: string; readonly zone: string },
): CalendarEvent {
  const french = language === 'fr';
  const { eventId: uid, room, streamLink, cancelReason } = words;
  const title = french ? words.titleFr : words.titleEn;
  const url = `${publicUrl}/events/${uid}`;
  const startsAt = new Date(words.startsAt);
  const when = instantInWords(startsAt, zone)[language];
  return {
    uid,
    sequence: words.version - 1,
    createdAt: new Date(words.publishedAt),
    changedAt: new Date(words.changedAt),
    startsAt,
    endsAt: new Date(words.endsAt),
    status: cancelReason === null ? 'CONFIRMED' : 'CANCELLED',
    summary: cancelReason === null ? title : `${french ? 'Annulé' : 'Cancelled'} – ${title}`,
    description: [
      ...(cancelReason === null
        ? []
        : [
            french
              ? `L’événement du ${when} est annulé. Motif : ${cancelReason}`
              : `The event of ${when} is cancelled. Reason: ${cancelReason}`,
          ]),
      french ? words.topicsFr : words.topicsEn,
      ...(streamLink === null ? [] : [french ? `À distance : ${streamLink}` : `Online: ${streamLink}`]),
      french ? `Pour venir : ${url}` : `To come: ${url}`,
    ].join('\n\n'),
    location: room ?? streamLink,
    url,
  };
}
