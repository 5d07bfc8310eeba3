import type { Day } from '@hemicycle/kernel';
import type { PresidingRank, RulesOfProcedure } from './rules-of-procedure.js';

/** A member who takes part in the session herself, in the room or online. */
export interface PresentMember {
  readonly memberId: string;
  readonly number: number;
  /** The first day of the membership. */
  readonly fromOn: Day;
}

export interface PresidingFacts {
  /** Members who are present themselves: an alternate votes for a seat and does not preside for it. */
  readonly present: readonly PresentMember[];
  /** Members who hold these offices on the day of the session. */
  readonly coChairIds: readonly string[];
  readonly committeeMemberIds: readonly string[];
  /** Of a working group, its facilitators: they come before any rank. None at a plenary. */
  readonly facilitatorIds: readonly string[];
  /** Members who are candidates in the item; none at the opening, which is no item. */
  readonly candidateIds: readonly string[];
  readonly rules: Pick<RulesOfProcedure, 'presidingOrder'>;
}

/** Who presides: a member by a rank, or any person of the secretariat. */
export type Designation =
  | { readonly rank: Exclude<PresidingRank, 'SECRETARIAT'> | 'FACILITATOR'; readonly memberId: string }
  | { readonly rank: 'SECRETARIAT'; readonly memberId: null };

/**
 * Who presides over a session, or over one of its items (charter PRESIDING): the first rank of the rules of
 * procedure that has a member present who is not a candidate. The article names “a co-chair” and “a committee
 * member” without saying which: among several, the order of the third rank decides, the longest-serving in the forum, then
 * the lowest member number, so that everybody can tell beforehand who it is. When no rank gives anybody, because
 * all are candidates or nobody is there, a person of the secretariat presides, whatever the order says. A facilitator who
 * is there presides over her working group.
 */
export function presidentOf({
  present,
  coChairIds,
  committeeMemberIds,
  facilitatorIds,
  candidateIds,
  rules,
}: PresidingFacts): Designation {
  const eligible = present
    .filter(({ memberId }) => !candidateIds.includes(memberId))
    .toSorted((a, b) => (a.fromOn === b.fromOn ? a.number - b.number : a.fromOn < b.fromOn ? -1 : 1));
  const facilitator = eligible.find(({ memberId }) => facilitatorIds.includes(memberId));
  if (facilitator !== undefined) return { rank: 'FACILITATOR', memberId: facilitator.memberId };
  const ofRank: Record<Exclude<PresidingRank, 'SECRETARIAT'>, readonly PresentMember[]> = {
    CO_CHAIR: eligible.filter(({ memberId }) => coChairIds.includes(memberId)),
    COMMITTEE_MEMBER: eligible.filter(({ memberId }) => committeeMemberIds.includes(memberId)),
    LONGEST_SERVING_MEMBER: eligible,
  };
  for (const rank of rules.presidingOrder) {
    if (rank === 'SECRETARIAT') break;
    const [first] = ofRank[rank];
    if (first !== undefined) return { rank, memberId: first.memberId };
  }
  return { rank: 'SECRETARIAT', memberId: null };
}
