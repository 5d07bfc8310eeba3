/** A seat on a register. */
export interface RegisteredSeat {
  readonly id: string;
  readonly personId: string;
  /** Its alternate on the day on which the poll opens; null: none. */
  readonly alternatePersonId: string | null;
}

/** Who holds the vote of a seat. */
export interface SeatVoteHolder {
  readonly memberId: string;
  readonly personId: string;
}

/**
 * Who holds each seat's vote in a poll about to open (charter ALTERNATE, ONE-BALLOT): the alternate recorded by then as
 * sitting in for the meeting, if she is the seat's alternate still, otherwise the member. Nobody holds two votes: an
 * alternate who has one already, as a member or for another seat, leaves this one to its member.
 *
 * @param seats the register, in the order of the members' numbers
 * @param alternates by member, the person recorded as sitting in
 */
export function voteHolders(
  seats: readonly RegisteredSeat[],
  alternates: ReadonlyMap<string, string>,
): SeatVoteHolder[] {
  const voting = new Set(seats.map(({ personId }) => personId));
  return seats.map(({ id, personId, alternatePersonId }) => {
    const alternate = alternates.get(id);
    if (alternate === undefined || alternate !== alternatePersonId || voting.has(alternate)) {
      return { memberId: id, personId };
    }
    voting.add(alternate);
    return { memberId: id, personId: alternate };
  });
}
