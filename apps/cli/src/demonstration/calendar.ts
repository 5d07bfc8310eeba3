import { addDays, addMonths, type Day, day, daysBetween } from '@hemicycle/kernel';

/** A plenary of the story. */
export interface StoryPlenary {
  readonly on: Day;
  /** Whether it elects the co-chairs and the whole committee. */
  readonly renews: boolean;
}

/** The plenaries of the demonstration as they stand on the day on which it is made. */
export interface Calendar {
  /** Those that were held, the first of them first. */
  readonly past: readonly StoryPlenary[];
  /** The one in session. */
  readonly today: StoryPlenary;
  readonly toCome: StoryPlenary & {
    /** Whether its convocations have left: a renewing one comes too late after today’s for that. */
    readonly convened: boolean;
  };
}

const FIRST_PLENARY = day('2024-06-20');

/** From a Thursday of June to one of December and back, never more than six months (charter OGP-1.1). */
const HALF_A_YEAR = 26 * 7;

/** Four half-years are the last Thursday before two years are over (charter C3-TERM). */
const PLENARIES_A_TERM = 4;

/** Today’s session is prepared in less: what a regular plenary decides shortly before it comes earlier by as much. */
const THREE_WEEKS = 21;

/** How long before the end of the terms today’s session already renews them. */
const RENEWED_EARLY = 60;

/** How long ahead the next plenary is convened: its notice is longer than the charter’s fifteen days on any day. */
const CONVENED_AHEAD = 30;

/**
 * The plenaries of the demonstration, whatever the day: one each June and each December, on a Thursday, and one today. Today
 * stands for a regular one that falls on it, and for a renewal that is near; otherwise it elects one member of the committee.
 * In each fourth half-year terms are renewed, the day before they end or a little earlier.
 *
 * @param today a day after the summer of 2024, in the forum's zone
 */
export function calendarOn(today: Day): Calendar {
  let next = 0;
  while (regular(next).on < today) next += 1;
  const past = Array.from({ length: next }, (_, number) => regular(number)).map(({ on, renews }) => ({
    on: daysBetween(on, today) < THREE_WEEKS ? addDays(on, -THREE_WEEKS) : on,
    renews,
  }));
  const { on, renews } = regular(next);
  const isNear = daysBetween(today, on) <= RENEWED_EARLY;
  const isToday = on === today || (renews && isNear);
  const toCome = isToday
    ? { on: lastThursdayBy(addMonths(today, 6)), renews: regular(next + 1).renews }
    : { on, renews };
  return {
    past,
    today: { on: today, renews: isToday && renews },
    toCome: { ...toCome, convened: daysBetween(today, toCome.on) <= CONVENED_AHEAD },
  };
}

const regular = (number: number): StoryPlenary => ({
  on: addDays(FIRST_PLENARY, number * HALF_A_YEAR),
  renews: number % PLENARIES_A_TERM === 0,
});

function lastThursdayBy(latest: Day): Day {
  for (let on = latest; ; on = addDays(on, -1)) if (new Date(on).getUTCDay() === 4) return on;
}
