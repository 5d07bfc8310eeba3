import type { Day } from '@hemicycle/kernel';
import { heldBy, type PlenaryFacts, wantedIn } from './plenaries.js';

/** A calendar year of the forum and how many times it wants of what is wanted twice a year. */
export interface YearDue {
  /** Four digits. */
  readonly year: string;
  readonly wanted: number;
  readonly dueOn: Day;
}

/** The years from that of the first plenary on, counted as the cadence of plenaries counts them. */
export function yearsDue(plenaries: readonly PlenaryFacts[], on: Day): YearDue[] {
  const first = heldBy(plenaries, on)[0]?.heldOn;
  if (first === undefined) return [];
  const from = Number(first.slice(0, 4));
  return Array.from({ length: Number(on.slice(0, 4)) - from + 1 }, (_, index) => {
    const year = String(from + index).padStart(4, '0');
    return { year, wanted: wantedIn(year, first), dueOn: `${year}-12-31` as Day };
  });
}
