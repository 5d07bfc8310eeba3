import { instantAt, newId } from '@hemicycle/kernel';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { type CalendarEvent, invitationText, publishedCalendar } from './calendar.js';

const PARIS = 'Europe/Paris';

const event = (startsAt: Date, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: newId(),
  sequence: 0,
  createdAt: new Date('2024-01-10T09:00:00Z'),
  changedAt: new Date('2024-01-10T09:00:00Z'),
  startsAt,
  endsAt: new Date(startsAt.getTime() + 7_200_000),
  status: 'CONFIRMED',
  summary: 'Séance plénière n° 1',
  description: 'Ordre du jour',
  location: 'Palais d’Iéna',
  url: 'https://forum.example/meetings/1',
  ...more,
});

const written = (events: readonly CalendarEvent[], zone = PARIS): string =>
  publishedCalendar({ name: 'Plénières', language: 'fr', zone, events });

const at = (on: string, time: string, zone = PARIS): Date => instantAt(on as never, time, zone);

/** The instants of the first event as ical.js reads them, by the VTIMEZONE that comes with it alone. */
function readBack(text: string): { startsAt: Date; endsAt: Date | null; vevent: ICAL.Component } {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const vevent = calendar.getFirstSubcomponent('vevent') as ICAL.Component;
  const vtimezone = calendar.getFirstSubcomponent('vtimezone') as ICAL.Component;
  const zone = new ICAL.Timezone(vtimezone);
  const instant = (name: string): Date | null => {
    const time = vevent.getFirstPropertyValue(name) as ICAL.Time | null;
    if (time === null) return null;
    if (time.zone?.tzid !== 'UTC') time.zone = zone;
    return time.toJSDate();
  };
  return { startsAt: instant('dtstart') as Date, endsAt: instant('dtend'), vevent };
}

describe('a calendar', () => {
  it.each([
    ['an ordinary day', at('2024-06-20', '14:00')],
    ['29 February', at('2024-02-29', '18:30')],
    ['the last evening of a year', at('2024-12-31', '23:30')],
    ['the first minute of a year', at('2025-01-01', '00:00')],
    ['before the clock goes forward', at('2024-03-31', '01:59')],
    ['after the clock went forward', at('2024-03-31', '03:00')],
    ['before the clock goes back', at('2024-10-27', '01:30')],
    ['the hour that comes twice, the first time', new Date('2024-10-27T00:30:00Z')],
    ['the hour that comes twice, the second time', new Date('2024-10-27T01:30:00Z')],
    ['after the clock went back', at('2024-10-27', '03:00')],
  ])('says the instant of %s', (_, startsAt) => {
    const text = written([event(startsAt)]);
    const read = readBack(text);
    expect(read.startsAt).toEqual(startsAt);
    expect(read.endsAt).toEqual(new Date(startsAt.getTime() + 7_200_000));
  });

  it('begins by the clock of the forum, with the rule by which that clock changes', () => {
    const text = written([event(at('2024-06-20', '14:00')), event(at('2026-01-15', '14:00'))]);
    expect(text).toContain('\r\nDTSTART;TZID=Europe/Paris:20240620T140000\r\n');
    expect(text).toContain('\r\nDTSTART;TZID=Europe/Paris:20260115T140000\r\n');
    expect(text).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20230326T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT',
    );
    expect(text).toContain(
      'BEGIN:STANDARD\r\nDTSTART:20221030T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD',
    );
  });

  it.each([
    ['UTC', '2024-06-20'],
    ['Indian/Reunion', '2024-06-20'],
    ['Asia/Kolkata', '2024-06-20'],
    ['America/New_York', '2024-11-03'],
    // Changes by no yearly rule: a government moved them, or gave them up.
    ['Africa/Casablanca', '2024-03-10'],
    ['Africa/Casablanca', '2024-04-20'],
    ['Europe/Moscow', '2011-03-28'],
    ['Europe/Moscow', '2014-10-27'],
    ['Africa/Cairo', '2024-05-02'],
    ['Australia/Lord_Howe', '2024-04-08'],
  ])('is right in %s on %s', (zone, on) => {
    const events = [event(at(on, '12:00', zone)), event(at('2028-07-01', '12:00', zone))];
    for (const one of [events, events.slice(1), events.toReversed()]) {
      expect(readBack(written(one, zone)).startsAt).toEqual(one[0]?.startsAt);
    }
  });

  it('folds at 75 octets without cutting a character, escapes, and ends each line with CRLF', () => {
    const summary = `${'é'.repeat(40)}, “${'🏛️'.repeat(30)}”; \\ fin`;
    const description = 'un\ndeux\r\ntrois\u0007\u0000\nBEGIN:VEVENT';
    const text = written([event(at('2024-06-20', '14:00'), { summary, description })]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\uFFFD');
    }
    const { vevent } = readBack(text);
    expect(vevent.getFirstPropertyValue('summary')).toBe(summary);
    expect(vevent.getFirstPropertyValue('description')).toBe('un\ndeux\ntrois\nBEGIN:VEVENT');
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  });

  it('says the same to a reader that shares no code with its writer', () => {
    const one = event(at('2024-06-20', '14:00'), { sequence: 3, status: 'CANCELLED' });
    const read = nodeIcal.sync.parseICS(written([one]))[one.uid] as VEvent;
    expect(read).toMatchObject({
      uid: one.uid,
      sequence: 3,
      status: 'CANCELLED',
      summary: { params: { LANGUAGE: 'fr' }, val: one.summary },
      description: { params: { LANGUAGE: 'fr' }, val: one.description },
      location: { params: { LANGUAGE: 'fr' }, val: one.location },
      url: one.url,
      method: 'PUBLISH',
    });
    expect(new Date(read.start)).toEqual(one.startsAt);
    expect(new Date(read.end as Date)).toEqual(one.endsAt);
    expect(new Date(read.lastmodified as Date)).toEqual(one.changedAt);
    expect(new Date(read.dtstamp)).toEqual(one.changedAt);
  });

  it('has its time zone as component when it has no event', () => {
    const calendar = new ICAL.Component(ICAL.parse(written([])) as never);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
  });

  it('calls one person to an event, whose calendar answers nobody', () => {
    const text = invitationText(
      { method: 'REQUEST', event: event(at('2024-06-20', '14:00')), zone: PARIS },
      {
        organizer: { name: 'Forum "ouvert"', address: 'forum@example.org' },
        attendee: 'ada+x@example.org\r\nATTENDEE:mailto:eve@example.org',
      },
      'fr',
    );
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    expect(lines).toContain('METHOD:REQUEST');
    expect(lines).toContain('ORGANIZER;CN=Forum  ouvert :mailto:forum@example.org');
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([
      expect.stringContaining(':mailto:ada+x@example.org%0D%0A'),
    ]);
    expect(lines.some((line) => line.includes('RSVP=FALSE'))).toBe(true);
  });
});
