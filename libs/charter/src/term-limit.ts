import { addDays, addMonths, type Day } from '@hemicycle/kernel';
import type { RulesOfProcedure } from './rules-of-procedure.js';
import { termEnd } from './terms.js';

/** A mandate of one office, held or once held. */
export interface ServedTerm {
  readonly fromOn: Day;
  /** The last day of the term, fixed at the proclamation. */
  readonly termUntilOn: Day;
  /** The last day, when something ended it before its term. */
  readonly endedOn: Day | null;
}

/**
 * How many full terms of one office follow one another up to the day of the plenary that would give the next one
 * (charter TERM-LIMIT). A term is full where it was given for two years, and held until no more was left of it than a
 * by-election would not fill (VACANCY): whoever leaves in the last days has served. What a by-election gives is the rest of somebody’s. Terms follow one another where no more than the longest interim lies between them (ACTING), so that a late
 * election does not begin the count again; of two held at once, in two seats of one organisation, one is counted.
 */
export function consecutiveFullTerms(
  terms: readonly ServedTerm[],
  plenaryOn: Day,
  {
    actingMonths,
    byElectionFullTermMonths,
  }: Pick<RulesOfProcedure, 'actingMonths' | 'byElectionFullTermMonths'>,
): number {
  const isCut = (endedOn: Day, next: Day): boolean => next > addDays(addMonths(endedOn, actingMonths), 1);
  let count = 0;
  let lastOn: Day | null = null;
  let countedUntilOn: Day | null = null;
  for (const { fromOn, termUntilOn, endedOn } of terms.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const untilOn = endedOn ?? termUntilOn;
    if (lastOn !== null && isCut(lastOn, fromOn)) count = 0;
    const full =
      termUntilOn === termEnd(fromOn) && addMonths(untilOn, byElectionFullTermMonths) >= termUntilOn;
    if (full && (countedUntilOn === null || fromOn > countedUntilOn)) {
      count += 1;
      countedUntilOn = untilOn;
    }
    if (lastOn === null || untilOn > lastOn) lastOn = untilOn;
  }
  return lastOn !== null && isCut(lastOn, plenaryOn) ? 0 : count;
}
