import { addMonths, type Day } from '@hemicycle/kernel';
import type { RulesOfProcedure } from './rules-of-procedure.js';
import { termEnd } from './terms.js';

export interface SeatTermFacts {
  /** The day of the proclamation, the first of the mandate. */
  readonly proclaimedOn: Day;
  /** The latest mandate that the seat gave; null: it was never filled. `endedOn` null: nothing ended it early. */
  readonly last: { readonly termUntilOn: Day; readonly endedOn: Day | null } | null;
  /** The end of the term of whoever was proclaimed first among the committee in office; null: nobody is. */
  readonly committeeUntilOn: Day | null;
  readonly rules: Pick<RulesOfProcedure, 'byElectionFullTermMonths'>;
}

/**
 * The last day of the term that an election gives, that day included (charter C3-TERM, VACANCY). A seat left
 * before its term is filled for the rest of it, and a seat never filled until the end of the mandate proclaimed
 * first in the committee in office; with `byElectionFullTermMonths` left or fewer, and in every other case, the
 * term is a full one.
 */
export function termOfSeat({ proclaimedOn, last, committeeUntilOn, rules }: SeatTermFacts): Day {
  const rest = last === null ? committeeUntilOn : leftEarly(last) ? last.termUntilOn : null;
  const enoughIsLeft =
    rest !== null &&
    rest > addMonths(proclaimedOn, rules.byElectionFullTermMonths) &&
    rest <= termEnd(proclaimedOn);
  return enoughIsLeft ? rest : termEnd(proclaimedOn);
}

const leftEarly = ({ termUntilOn, endedOn }: NonNullable<SeatTermFacts['last']>): boolean =>
  endedOn !== null && endedOn < termUntilOn;
