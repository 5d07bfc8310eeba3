import type { Language } from '@hemicycle/kernel';
import { type Component, type Property, text, written } from './jcal.js';
import { timeZoneComponent, utc, zonedProperty } from './time-zone.js';

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
  calendar(
    [
      text('method', 'PUBLISH'),
      text('name', name, { language }),
      text('x-wr-calname', name),
      text('x-wr-timezone', zone),
      ['refresh-interval', {}, 'duration', REFRESH],
      text('x-published-ttl', REFRESH),
    ],
    // Without events the zone is the component that a calendar must have.
    zone,
    events,
    events.map((event) => component(event, language, zone)),
  );

/** An invitation as RFC 5545 writes it, for one addressee. Pure. */
export const invitationText = (
  { method, event, zone }: Invitation,
  correspondence: Correspondence,
  language: Language,
): string =>
  calendar(
    [text('method', method)],
    zone,
    [event],
    [component(event, language, zone, people(method, correspondence))],
  );

function calendar(
  properties: readonly Property[],
  zone: string,
  events: readonly CalendarEvent[],
  components: readonly Component[],
): string {
  const times = events
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt ?? startsAt])
    .toSorted((a, b) => Number(a) - Number(b));
  const always = [
    text('version', '2.0'),
    text('prodid', '-//Hemicycle//Hemicycle//EN'),
    text('calscale', 'GREGORIAN'),
  ];
  const covered = timeZoneComponent(zone, times[0] ?? new Date(0), times.at(-1) ?? new Date(0));
  return written(['vcalendar', [...always, ...properties], [covered, ...components]]);
}

function component(
  event: CalendarEvent,
  language: Language,
  zone: string,
  those: readonly Property[] = [],
): Component {
  const { startsAt, endsAt, location } = event;
  const properties: Property[] = [
    text('uid', event.uid),
    ['sequence', {}, 'integer', event.sequence],
    ['dtstamp', {}, 'date-time', utc(event.changedAt)],
    ['created', {}, 'date-time', utc(event.createdAt)],
    ['last-modified', {}, 'date-time', utc(event.changedAt)],
    zonedProperty('dtstart', startsAt, zone),
    ...(endsAt === null ? [] : [zonedProperty('dtend', endsAt, zone)]),
    text('summary', event.summary, { language }),
    text('description', event.description, { language }),
    ...(location === null ? [] : [text('location', location, { language })]),
    ['url', {}, 'uri', event.url],
    text('status', event.status),
    // A deadline takes no time of anybody's.
    text('transp', endsAt === null || event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'),
    ...those,
  ];
  return ['vevent', properties, []];
}

const people = (
  method: Invitation['method'],
  { organizer, attendee }: Correspondence,
): readonly Property[] => [
  // What a parameter cannot hold is left out (RFC 5545, 3.1); not every program knows the carets of RFC 6868.
  [
    'organizer',
    { cn: organizer.name.replaceAll(/[\p{Cc}"^]/gu, ' ') },
    'cal-address',
    `mailto:${mailbox(organizer.address)}`,
  ],
  [
    'attendee',
    method === 'CANCEL' ? {} : { role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', rsvp: 'FALSE' },
    'cal-address',
    `mailto:${mailbox(attendee)}`,
  ],
];

/**
 * An address in a `mailto:` (RFC 6068): nothing in it ends the line or begins another. Its `+` stays, by which calendars
 * recognise whom it is for.
 */
const mailbox = (address: string): string =>
  encodeURIComponent(address).replaceAll('%40', '@').replaceAll('%2B', '+');
