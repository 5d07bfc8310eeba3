import type { Day } from '@hemicycle/kernel';
import { endsWithinSixMonths } from './terms.js';

/** A seat of one office and one college, and who holds it on the day of the plenary. */
export interface NumberedSeat {
  /** From 1, within its office and college: what tells one seat’s terms from another’s. */
  readonly number: number;
  /** Null: vacant, or held by an acting holder. */
  readonly holder: { readonly memberId: string; readonly name: string; readonly untilOn: Day } | null;
}

/** The seats of one office and one college, as a plenary about to elect finds them. */
export interface SeatsAtStake {
  readonly plenaryOn: Day;
  /** Those that the rules of procedure give, and any other still held. */
  readonly seats: readonly NumberedSeat[];
  /** How many the rules of procedure give. */
  readonly given: number;
  /**
   * How many of the seats the forum may still fill without exceeding its committee: two co-chairs and four members
   * (charter C3-COCHAIRS, C3-COMMITTEE), those held beyond the plenary's six months taken off.
   */
  readonly room: number;
  /** How many members of the college hold none of its other seats, and none that another election of the plenary fills first. */
  readonly members: number;
}

/** The seats that may be put to the vote (charter C3-COCHAIRS): vacant, held by an acting holder, or ending within six months. */
export function openSeats({ plenaryOn, seats, given }: Pick<SeatsAtStake, 'plenaryOn' | 'seats' | 'given'>) {
  return seats.filter(
    ({ number, holder }) =>
      number <= given && (holder === null || endsWithinSixMonths(holder.untilOn, plenaryOn)),
  );
}

/**
 * How many seats an election fills: the open ones, as far as the committee has room and the college has members for
 * them (charter C3-COMMITTEE); 0: none.
 */
export function seatsPutToTheVote(facts: SeatsAtStake): number {
  return Math.max(0, Math.min(openSeats(facts).length, facts.room, facts.members));
}

/** A seat that an election fills, with the term that it gives. */
export interface SeatToFill {
  readonly number: number;
  /** Who held it until then; null: nobody did. */
  readonly heldBy: string | null;
  /** The last day of the term that begins now (see `termOfSeat`). */
  readonly termUntilOn: Day;
}

/**
 * Which seat each winner gets. A holder who is elected again keeps her own; then whoever has more votes gets the longer
 * term, since a seat left early is filled for the rest of its term (charter VACANCY).
 *
 * @param winners members, those with the most votes first; as many as there are seats, or fewer
 */
export function assignSeats(
  winners: readonly string[],
  seats: readonly SeatToFill[],
): { readonly memberId: string; readonly seat: number }[] {
  const left = [...seats].toSorted((a, b) =>
    a.termUntilOn === b.termUntilOn ? a.number - b.number : a.termUntilOn > b.termUntilOn ? -1 : 1,
  );
  const assigned = new Map<string, number>();
  const give = (memberId: string, seat: SeatToFill | undefined): void => {
    if (seat === undefined) throw new RangeError('There are more winners than seats.');
    assigned.set(memberId, seat.number);
    left.splice(left.indexOf(seat), 1);
  };
  for (const memberId of winners) {
    const own = left.find(({ heldBy }) => heldBy === memberId);
    if (own !== undefined) give(memberId, own);
  }
  for (const memberId of winners) if (!assigned.has(memberId)) give(memberId, left[0]);
  return winners.map((memberId) => ({ memberId, seat: assigned.get(memberId) ?? 0 }));
}
