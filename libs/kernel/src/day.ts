import { Temporal } from 'temporal-polyfill';

declare const dayBrand: unique symbol;

/**
 * A calendar date, `YYYY-MM-DD`, in the forum's time zone. Days compare with `<` and `>` as strings do.
 * It carries no hour: an instant becomes a day only through {@link dayOf}, which asks for the zone.
 */
export type Day = string & { readonly [dayBrand]: true };

/** @throws RangeError when `text` is not an existing date written `YYYY-MM-DD` (29 February 2025 does not exist). */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`${JSON.stringify(text)} is not a date written YYYY-MM-DD.`);
  return text;
}

/** Whether `text` is an existing date of the years 0001 to 9999, written `YYYY-MM-DD`. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

const plain = (value: Day): Temporal.PlainDate => Temporal.PlainDate.from(value);

// Beyond the year 9999 dates are written +010000-…, and no longer compare as strings.
const written = (date: Temporal.PlainDate): Day => day(date.toString());

// Intl writes a day ten times as fast as Temporal, which counts on the calendar of today in every century.
const GREGORIAN = Date.UTC(1600, 0, 1);
const WRITTEN_IN_FOUR_DIGITS = Date.UTC(9999, 11, 30);
const dayWriters = new Map<string, Intl.DateTimeFormat>();

/** Writes `YYYY-MM-DD`, as is usual in Swedish. */
function dayWriter(timeZone: string): Intl.DateTimeFormat {
  const known = dayWriters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  dayWriters.set(timeZone, made);
  return made;
}

/**
 * The day on which an instant falls in a time zone (IANA name).
 * @throws RangeError for an invalid Date, an unknown zone, or a year outside 0001 to 9999.
 */
export function dayOf(instant: Date, zone: string): Day {
  const at = instant.getTime();
  if (at >= GREGORIAN && at < WRITTEN_IN_FOUR_DIGITS) return dayWriter(zone).format(at) as Day;
  return written(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate(),
  );
}

/** The first instant of a day in a time zone. A day may last 23 or 25 hours. */
export function startOfDay(value: Day, zone: string): Date {
  return new Date(plain(value).toZonedDateTime(zone).epochMilliseconds);
}

/** The first instant that no longer belongs to the day: what is due on the day is late from then on. */
export function endOfDay(value: Day, zone: string): Date {
  return new Date(plain(value).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
}

/** An instant at a wall-clock time (`HH:MM`) of a day in a time zone; an hour skipped in spring moves forward. */
export function instantAt(value: Day, time: string, zone: string): Date {
  return new Date(
    plain(value).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds,
  );
}

/** @throws RangeError when the year leaves 0001 to 9999, as {@link addMonths} and {@link addYears} do. */
export function addDays(value: Day, days: number): Day {
  return written(plain(value).add({ days }));
}

/** The same date `months` later, or that month's last day where the date does not exist (CPC 641). */
export function addMonths(value: Day, months: number): Day {
  return written(plain(value).add({ months }));
}

/** The same date `years` later; 29 February becomes 28 February where it does not exist (CPC 641). */
export function addYears(value: Day, years: number): Day {
  return written(plain(value).add({ years }));
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return plain(from).until(plain(to), { largestUnit: 'days' }).days;
}

/** A span of days, both ends included; `untilOn` null means with no end known. */
export interface Span {
  readonly fromOn: Day;
  readonly untilOn: Day | null;
}

/** Whether the span covers the day: the one definition of "in force". */
export function covers(span: Span, on: Day): boolean {
  return span.fromOn <= on && (span.untilOn === null || on <= span.untilOn);
}

/** Whether a time zone name is known to this machine. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
