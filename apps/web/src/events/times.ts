import { addDays, type Day, instantAt } from '@hemicycle/kernel';

/**
 * When an event begins and ends, in ISO 8601, by the clock of the forum: an hour that does not come after that of the beginning is of
 * the next day. On the nights when the clock changes an event lasts an hour more, or less, than it says.
 *
 * @param time as `HH:MM`, and `until` too
 */
export function timesBetween(
  on: Day,
  { time, until }: { readonly time: string; readonly until: string },
  timeZone: string,
): { startsAt: string; endsAt: string } {
  const endsOn = until > time ? on : addDays(on, 1);
  return {
    startsAt: instantAt(on, time, timeZone).toISOString(),
    endsAt: instantAt(endsOn, until, timeZone).toISOString(),
  };
}
