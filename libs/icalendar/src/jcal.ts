import ICAL from 'ical.js';

/*
 * A calendar as data: jCal (RFC 7265). ical.js writes it as RFC 5545 wants: names, parameters, escapes, folds.
 */

/** A property: its name, its parameters, the type of its value, its value. */
export type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: 'text' | 'uri' | 'integer' | 'date-time' | 'duration' | 'cal-address' | 'utc-offset' | 'recur',
  value: string | number | Readonly<Record<string, string | number>>,
];

/** A component: its name, its properties, those inside it. */
export type Component = readonly [
  name: string,
  properties: readonly Property[],
  components: readonly Component[],
];

/** A property of type TEXT. What no text may hold (RFC 5545, 3.3.11) is left out. */
export const text = (
  name: string,
  value: string,
  parameters: Readonly<Record<string, string>> = {},
): Property => [name, parameters, 'text', value.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '')];

/** The text of a calendar: lines of 75 octets at most, each ended by CRLF (RFC 5545, 3.1). */
export function written(calendar: Component): string {
  // The library leaves the blank by which a folded line begins out of its count.
  ICAL.foldLength = 74;
  return ICAL.stringify(calendar as never);
}
