import { type College, covers, type Day, type Span } from '@hemicycle/kernel';
import type { RulesOfProcedure } from './rules-of-procedure.js';

/** What deciding who votes needs to know of a member. */
export interface Seat extends Span {
  /** Given in the order of admission: the lower, the longer in the forum. */
  readonly number: number;
  readonly college: College;
  readonly organisationId: string;
}

/**
 * Who may vote on a day: the one definition, for registers, quorum, recorded votes and screens (charter REGISTER,
 * QUORUM). Members whose seat covers that day, of one college, or of both when `college` is null, in the order
 * of their numbers. Where the rules of procedure give one vote to each organisation (`unit`), the one who has
 * belonged to the forum longest votes for hers. Alternates are not here: they vote for a seat, they hold none.
 */
export function electorate<Member extends Seat>(
  members: readonly Member[],
  college: College | null,
  on: Day,
  unit: RulesOfProcedure['registerUnit'],
): Member[] {
  const voting = members
    .filter((member) => covers(member, on) && (college === null || member.college === college))
    .toSorted((a, b) => a.number - b.number);
  if (unit === 'MEMBER') return voting;
  const represented = new Set<string>();
  return voting.filter(({ organisationId }) => {
    if (represented.has(organisationId)) return false;
    represented.add(organisationId);
    return true;
  });
}
