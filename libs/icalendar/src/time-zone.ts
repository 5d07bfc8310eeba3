import { Temporal } from 'temporal-polyfill';
import { type Component, type Property, text } from './jcal.js';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const zoned = (at: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

const clockTime = (time: Temporal.PlainDateTime): string => time.toString({ smallestUnit: 'second' });

/** An instant in UTC: `2024-06-20T12:00:00Z`. */
export const utc = (at: Date): string => `${clockTime(zoned(at, 'UTC').toPlainDateTime())}Z`;

/**
 * A property of an instant by the clock of a zone: `DTSTART;TZID=Europe/Paris:20240620T140000`. In UTC when the clock shows
 * that time twice: it would mean the first (RFC 5545, 3.3.5), but not every calendar reads it so.
 */
export function zonedProperty(name: 'dtstart' | 'dtend', at: Date, zone: string): Property {
  const local = zoned(at, zone).toPlainDateTime();
  const instant = (disambiguation: 'earlier' | 'later'): number =>
    local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
  return instant('earlier') === instant('later')
    ? [name, { tzid: zone }, 'date-time', clockTime(local)]
    : [name, {}, 'date-time', utc(at)];
}

/** A change of the clock. */
interface Onset {
  /** By the clock before it, as RFC 5545 (3.6.5) writes it. */
  readonly local: Temporal.PlainDateTime;
  /** The offsets before and after it: `+02:00`. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly forward: boolean;
}

function onset(transition: Temporal.ZonedDateTime): Onset {
  const before = transition.subtract({ seconds: 1 });
  return {
    local: before.toPlainDateTime().add({ seconds: 1 }),
    from: before.offset,
    to: transition.offset,
    name: nameOf(transition),
    forward: transition.offsetNanoseconds > before.offsetNanoseconds,
  };
}

function nameOf({ timeZoneId: timeZone, epochMilliseconds }: Temporal.ZonedDateTime): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(
    epochMilliseconds,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/**
 * The rule by which a change comes back each year, if all of these follow one, the last of them less than a year before
 * `until`: on the n-th, or the last, such weekday of a month. Null: they follow none.
 */
function yearlyRule(onsets: readonly Onset[], until: Temporal.PlainDateTime): Property | null {
  const [first, ...others] = onsets;
  const latest = others.at(-1);
  if (first === undefined || latest === undefined) return null;
  if (Temporal.PlainDateTime.compare(latest.local.add({ years: 1, days: 7 }), until) < 0) return null;
  const month = ({ local }: Onset): string =>
    `${local.month} ${local.dayOfWeek} ${local.toPlainTime().toString()}`;
  const inStep = others.every((one, index) => one.local.year === first.local.year + index + 1);
  if (!inStep || others.some((other) => month(other) !== month(first))) return null;
  const nth = ({ local }: Onset): number => Math.ceil(local.day / 7);
  const isLast = ({ local }: Onset): boolean => local.add({ days: 7 }).month !== local.month;
  const position = onsets.every(isLast)
    ? -1
    : onsets.every((one) => nth(one) === nth(first))
      ? nth(first)
      : null;
  if (position === null) return null;
  const byday = `${position}${WEEKDAYS[first.local.dayOfWeek - 1]}`;
  return ['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: first.local.month, byday }];
}

function observance(onsets: readonly Onset[], until: Temporal.PlainDateTime): readonly Component[] {
  const [first, ...others] = onsets;
  if (first === undefined) return [];
  const rule = yearlyRule(onsets, until);
  const further = others.map(({ local }): Property => ['rdate', {}, 'date-time', clockTime(local)]);
  const properties: Property[] = [
    ['dtstart', {}, 'date-time', clockTime(first.local)],
    ...(rule === null ? further : [rule]),
    ['tzoffsetfrom', {}, 'utc-offset', first.from],
    ['tzoffsetto', {}, 'utc-offset', first.to],
    text('tzname', first.name),
  ];
  return [[first.forward ? 'daylight' : 'standard', properties, []]];
}

/**
 * The VTIMEZONE of a zone (IANA name), true from the earliest of these instants to the latest (RFC 5545, 3.6.5).
 * Changes that come back by a rule during that time are written as the rule, which every calendar reads; others one by one.
 */
export function timeZoneComponent(zone: string, earliest: Date, latest: Date): Component {
  // Each kind of yearly change has then come before the first event.
  const from = zoned(earliest, zone).subtract({ years: 2 }).round('second');
  const until = zoned(latest, zone).add({ years: 1 });
  const kinds = new Map<string, Onset[]>();
  let isCovered = false;
  for (
    let transition = from.getTimeZoneTransition('next');
    transition !== null && Temporal.ZonedDateTime.compare(transition, until) < 0;
    transition = transition.getTimeZoneTransition('next')
  ) {
    const one = onset(transition);
    const kind = `${one.from} ${one.to} ${one.name}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
    isCovered ||= transition.epochMilliseconds <= earliest.getTime();
  }
  const unchanged: Onset = {
    local: from.toPlainDateTime(),
    from: from.offset,
    to: from.offset,
    name: nameOf(from),
    forward: false,
  };
  const observances = [...(isCovered ? [] : [[unchanged]]), ...kinds.values()];
  return [
    'vtimezone',
    [text('tzid', zone)],
    observances.flatMap((onsets) => observance(onsets, until.toPlainDateTime())),
  ];
}
