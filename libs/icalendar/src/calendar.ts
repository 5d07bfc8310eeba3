import type { Language } from '@hemicycle/kernel';
import { folded, parameterValue, textValue } from './content-line.js';
import { timeZoneLines, utc, zonedProperty } from './time-zone.js';

/** Its media type; a scheduling letter adds its method. */
export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

/** Something that takes place at a time. */
export interface CalendarEvent {
  /** The same for ever, and nothing else's: an identifier of ours, which is a UUID (RFC 7986, 5.3). */
  readonly uid: string;
  /** How often it was changed since it was made; never less than before. */
  readonly sequence: number;
  readonly createdAt: Date;
  /** Of the last change, whose number is `sequence`. */
  readonly changedAt: Date;
  readonly startsAt: Date;
  /** Null: it is an instant. */
  readonly endsAt: Date | null;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly url: string;
}

/** What is published for whoever reads it. */
export interface PublishedCalendar {
  readonly name: string;
  readonly language: Language;
  /** IANA name of the time zone by whose clock events begin. */
  readonly zone: string;
  readonly events: readonly CalendarEvent[];
}

/** The call of one person to one event, its change or its cancellation (RFC 5546). */
export interface Invitation {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly event: CalendarEvent;
  readonly zone: string;
}

/** Whom an invitation comes from and to whom it goes. The addressee’s calendar is asked for no reply: nobody would read it. */
export interface Correspondence {
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendee: string;
}

/** How often whoever follows a published calendar may ask again. */
const REFRESH = 'PT2H';

/** A published calendar as RFC 5545 writes it. Pure: the same events give the same octets. */
export const publishedCalendar = ({ name, language, zone, events }: PublishedCalendar): string =>
  written([
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${language}:${textValue(name)}`,
    `X-WR-CALNAME:${textValue(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    // Without events it is the component that a calendar must have.
    ...zoneLines(zone, events),
    ...events.flatMap((event) => eventLines(event, language, zone)),
  ]);

/** An invitation as RFC 5545 writes it, for one addressee. Pure. */
export const invitationText = (
  { method, event, zone }: Invitation,
  correspondence: Correspondence,
  language: Language,
): string =>
  written([
    `METHOD:${method}`,
    ...zoneLines(zone, [event]),
    ...eventLines(event, language, zone, peopleLines(method, correspondence)),
  ]);

const written = (lines: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hemicycle//Hemicycle//EN',
    'CALSCALE:GREGORIAN',
    ...lines,
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

function zoneLines(zone: string, events: readonly CalendarEvent[]): string[] {
  const times = events
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt ?? startsAt])
    .toSorted((a, b) => Number(a) - Number(b));
  return timeZoneLines(zone, times[0] ?? new Date(0), times.at(-1) ?? new Date(0));
}

function eventLines(
  event: CalendarEvent,
  language: Language,
  zone: string,
  people: readonly string[] = [],
): string[] {
  const { startsAt, endsAt, location } = event;
  const text = (property: string, value: string): string =>
    `${property};LANGUAGE=${language}:${textValue(value)}`;
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `CREATED:${utc(event.createdAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    zonedProperty('DTSTART', startsAt, zone),
    ...(endsAt === null ? [] : [zonedProperty('DTEND', endsAt, zone)]),
    text('SUMMARY', event.summary),
    text('DESCRIPTION', event.description),
    ...(location === null ? [] : [text('LOCATION', location)]),
    `URL:${event.url}`,
    `STATUS:${event.status}`,
    // A deadline takes no time of anybody's.
    `TRANSP:${endsAt === null || event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...people,
    'END:VEVENT',
  ];
}

const peopleLines = (
  method: Invitation['method'],
  { organizer, attendee }: Correspondence,
): readonly string[] => [
  `ORGANIZER;CN=${parameterValue(organizer.name)}:mailto:${mailbox(organizer.address)}`,
  method === 'CANCEL'
    ? `ATTENDEE:mailto:${mailbox(attendee)}`
    : `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${mailbox(attendee)}`,
];

/**
 * An address in a `mailto:` (RFC 6068): nothing in it ends the line or begins another. Its `+` stays, by which calendars
 * recognise whom it is for.
 */
const mailbox = (address: string): string =>
  encodeURIComponent(address).replaceAll('%40', '@').replaceAll('%2B', '+');
