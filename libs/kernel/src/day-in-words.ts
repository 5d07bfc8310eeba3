import { addDays, type Day, dayOf } from './day.js';
import type { Text } from './text.js';

const written = (language: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
const FRENCH = written('fr-FR');
const ENGLISH = written('en-GB');

/** A day as sentences write it: « 1er mars 2024 », “1 March 2024”. */
export function dayInWords(value: Day): Text {
  const date = new Date(`${value}T00:00:00Z`);
  // In French the first day of a month alone is an ordinal.
  return { fr: FRENCH.format(date).replace(/^1 /, '1er '), en: ENGLISH.format(date) };
}

/** An instant as sentences write it, by the clock of a time zone: « 20 juin 2024 à 18 h 00 », “20 June 2024 at 18:00”. */
export function instantInWords(instant: Date, zone: string): Text {
  const { fr, en } = dayInWords(dayOf(instant, zone));
  const hour = hourInWords(instant, zone);
  return { fr: `${fr} à ${hour.fr}`, en: `${en} at ${hour.en}` };
}

/** An instant at which something ends: at midnight, the end of a day rather than the beginning of the next one: “27 November 2026 at 24:00”. */
export function endInWords(instant: Date, zone: string): Text {
  const hour = hourInWords(instant, zone);
  if (hour.en !== '00:00') return instantInWords(instant, zone);
  const { fr, en } = dayInWords(addDays(dayOf(instant, zone), -1));
  return { fr: `${fr} à 24\u00a0h\u00a000`, en: `${en} at 24:00` };
}

/** The hour alone: « 9 h 00 », “09:00”. */
export function hourInWords(instant: Date, zone: string): Text {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone }).format(instant);
  return { fr: time.replace(/^0/, '').replace(':', '\u00a0h\u00a0'), en: time };
}

/** The name of the time that a zone keeps at an instant: « heure d’été d’Europe centrale », “Central European Summer Time”. */
export function timeInWords(instant: Date, zone: string): Text {
  const named = (language: string): string =>
    new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'long' })
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return { fr: named('fr-FR'), en: named('en-GB') };
}
