import { addDays, addMonths, addYears, type Day } from '@hemicycle/kernel';

/**
 * The last day of a full term of the management committee, that day included (charter C3-TERM): the same
 * date two years after the proclamation, or 28 February where it was proclaimed on a 29 February. Years are
 * counted from date to date, a missing date giving way to that month's last day (CPC 641). It is the most a
 * mandate can last; a renewal or a by-election may end it sooner, no act ends it later.
 */
export function termEnd(proclaimedOn: Day): Day {
  return addYears(proclaimedOn, 2);
}

/**
 * Whether a mandate that ends on `untilOn` (last day included) ends within six months of `on`, the day of the
 * plenary that would elect its successor: the condition of charter C3-COCHAIRS for a seat that is neither
 * vacant nor held by an acting holder. Six months are counted from date to date (CPC 641), so that a plenary
 * of 31 August reaches to 28 or 29 February. A mandate that ended before the plenary fulfils it too.
 */
export function endsWithinSixMonths(untilOn: Day, on: Day): boolean {
  return untilOn <= addMonths(on, 6);
}

/**
 * The last day of the mandate that a renewal puts an end to (charter C3-TERM): the day before the new one
 * starts. Rows hold days; powers pass at the instant of the proclamation.
 */
export function endOfRenewedMandate(proclaimedOn: Day): Day {
  return addDays(proclaimedOn, -1);
}
