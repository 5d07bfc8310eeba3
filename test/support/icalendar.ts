import ICAL from 'ical.js';

/** An event as a calendar that follows the forum has it. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly description: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly changedAt: Date;
  readonly url: string;
}

/**
 * Reads a calendar by ical.js, after checking for itself what RFC 5545 requires: lines of 75 octets that end with CRLF,
 * properties there once, a time zone that covers each event, identifiers used once.
 *
 * @throws Error that says which is not so.
 */
export function readCalendar(text: string): ReadEvent[] {
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(`RFC 5545: ${what}`);
  };
  must(text.endsWith('\r\n') && !/[\r\n]/.test(text.replaceAll('\r\n', '')), 'each line ends with CRLF');
  for (const line of text.split('\r\n')) must(Buffer.byteLength(line) <= 75, `75 octets a line: ${line}`);
  const lines = text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
  for (const line of lines) {
    must(/^[A-Z][A-Z0-9-]*(;[A-Z-]+=("[^"]*"|[^":;,]*))*:/.test(line), `a name and a value: ${line}`);
  }
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  must(calendar.name === 'vcalendar', 'a calendar');
  for (const name of ['version', 'prodid', 'method']) {
    must(calendar.getAllProperties(name).length === 1, `${name} once`);
  }
  must(calendar.getFirstPropertyValue('version') === '2.0', 'version 2.0');
  const zones = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((zone) => [String(zone.getFirstPropertyValue('tzid')), zone]),
  );
  const uids = new Set<string>();
  return calendar.getAllSubcomponents('vevent').map((event) => {
    for (const name of [
      'uid',
      'dtstamp',
      'dtstart',
      'sequence',
      'summary',
      'status',
      'url',
      'last-modified',
    ]) {
      must(event.getAllProperties(name).length === 1, `${name} once`);
    }
    const value = (name: string): string => String(event.getFirstPropertyValue(name));
    const uid = value('uid');
    must(!uids.has(uid), `the identifier ${uid} once`);
    uids.add(uid);
    const instant = (name: string): Date | null => {
      const property = event.getFirstProperty(name);
      if (property === null) return null;
      const time = property.getFirstValue() as ICAL.Time;
      const tzid = property.getParameter('tzid');
      if (tzid === undefined) {
        must(time.zone.tzid === 'UTC', `${name} in UTC or in a zone`);
        return time.toJSDate();
      }
      const zone = zones.get(String(tzid));
      must(zone !== undefined, `the time zone ${String(tzid)}`);
      const onsets =
        zone?.getAllSubcomponents().map((one) => one.getFirstPropertyValue('dtstart') as ICAL.Time) ?? [];
      must(
        onsets.some((onset) => onset.compare(time) <= 0),
        `the time zone covers ${time.toString()}`,
      );
      time.zone = new ICAL.Timezone(zone);
      return time.toJSDate();
    };
    for (const name of ['dtstamp', 'created', 'last-modified']) {
      must(event.getFirstProperty(name)?.getParameter('tzid') === undefined, `${name} in UTC`);
    }
    return {
      uid,
      sequence: Number(value('sequence')),
      status: value('status'),
      summary: value('summary'),
      description: value('description'),
      startsAt: instant('dtstart') as Date,
      endsAt: instant('dtend'),
      changedAt: instant('last-modified') as Date,
      url: value('url'),
    };
  });
}
