import { addDays, type College, covers, type Day, day } from '@hemicycle/kernel';

/** A share of a whole as two integers, so that no comparison is ever rounded. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** How ballots become seats. The last three rank candidates: their ballots cannot be summed sealed. */
export type ElectionMethod =
  | 'MAJORITY_TWO_ROUNDS'
  | 'BLOCK_VOTE'
  | 'APPROVAL'
  | 'MAJORITY_JUDGMENT'
  | 'INSTANT_RUNOFF'
  | 'SINGLE_TRANSFERABLE_VOTE'
  | 'SCHULZE';

/** Who may be asked to preside over a session, when not a candidate in the item (charter PRESIDING). */
export type PresidingRank = 'CO_CHAIR' | 'COMMITTEE_MEMBER' | 'LONGEST_SERVING_MEMBER' | 'SECRETARIAT';

/**
 * What the forum may decide for itself where the texts leave a choice (charter RULES-EDITION). What a text
 * fixes is absent on purpose: two co-chairs, four other seats, two years, the secretariat’s key.
 * Days are calendar days of the forum's time zone.
 */
export interface RulesOfProcedure {
  /** OPEN-CALL: a call for applications stays open at least this long. */
  readonly callOpenDays: number;
  /** ALTERNATE: a member may have one. */
  readonly alternatesAllowed: boolean;
  /** PARITY: whether the gap of at most one seat is followed up. */
  readonly parityFollowed: boolean;
  /**
   * C3-COMMITTEE: how the four seats beside the co-chairs are shared. The commitment fixes four, taken from
   * both sides; only the share is open. It is kept by college, and not as one number for both, because the
   * sum of four would leave such a number no other value than two.
   */
  readonly committeeSeatsPerCollege: Readonly<Record<College, number>>;
  /** TERM-LIMIT: consecutive full terms of one person in one office; null sets no limit. */
  readonly termLimitPerPerson: number | null;
  /** TERM-LIMIT: consecutive full terms of one organisation in one office; null sets no limit. */
  readonly termLimitPerOrganisation: number | null;
  /** ACTING: how long an outgoing holder may act. */
  readonly actingMonths: number;
  /** VACANCY: with this many months of the term left, or fewer, the by-election is for a full term. */
  readonly byElectionFullTermMonths: number;
  /** COLLEGE-VOTES: who votes for a seat. */
  readonly collegeVotes: 'OWN_COLLEGE' | 'PLENARY';
  /** PRESIDING: who presides, in order; the first rank with a non-candidate gives the president. */
  readonly presidingOrder: readonly PresidingRank[];
  /** RECUSAL: a declared interest keeps its member out of the item. */
  readonly recusalRequired: boolean;
  /** TIE: the rule that settles a tied seat before a lot is drawn; null goes to the lot at once. */
  readonly tieRule: 'SENIORITY' | 'AGE' | 'UNDER_REPRESENTED_GENDER' | null;
  /** WORKING-GROUP-SETUP: facilitators that each college gives a thematic group. */
  readonly facilitatorsPerCollege: number;
  /** C3-CONVOCATION: whether a group's convocation leaves by itself or waits for the secretariat. */
  readonly groupConvocation: 'AUTOMATIC' | 'SENT_BY_SECRETARIAT';
  /** NOTICE: between the convocation of a plenary and its day. */
  readonly plenaryNoticeDays: number;
  /** NOTICE: between the convocation of the management committee and its day. */
  readonly committeeNoticeDays: number;
  /** NOTICE: between the convocation of a thematic working group and its day. */
  readonly groupNoticeDays: number;
  /** NOTICE, QUORUM: between a second convocation on the same agenda and its day. */
  readonly secondConvocationNoticeDays: number;
  /** QUORUM: the share of each college's voting members that must be present or represented. */
  readonly quorumShare: Share;
  /** PROXY: proxies that one member may hold; 0 forbids proxies. */
  readonly proxiesPerHolder: number;
  /** DECISION: a majority in each college, or one majority of the votes. */
  readonly decisionMajority: 'DOUBLE' | 'SIMPLE';
  /** EXTRAORDINARY: the share of the members that may require a plenary. */
  readonly extraordinaryRequestShare: Share;
  /** EXTRAORDINARY: days within which the required plenary is held. */
  readonly extraordinaryWithinDays: number;
  /** MINUTES: days after the meeting within which the draft is sent to the members. */
  readonly minutesCirculatedWithinDays: number;
  /** MINUTES: days for the members' comments. */
  readonly minutesCommentDays: number;
  /** MINUTES: days for the meeting's president to decide on the comments. */
  readonly minutesRulingDays: number;
  /** SECRECY: votes by name may be used to elect persons, unless one elector asks for secrecy. */
  readonly recordedElectionsAllowed: boolean;
  /** REGISTER: one vote a member, or one vote an organisation. */
  readonly registerUnit: 'MEMBER' | 'ORGANISATION';
  /** ELIGIBILITY: nominations close this many days before the plenary; null, when the item is taken up. */
  readonly nominationsCloseDaysBefore: number | null;
  /** POLL: a round that does not close in session closes at most this many days later. */
  readonly pollMaxDays: number;
  /** POLL: a later round opens within this many days of the count. */
  readonly laterRoundWithinDays: number;
  /** BLANK: whether blank votes enter the number of votes cast, from which a majority is reckoned. */
  readonly blankVotesCountAsCast: boolean;
  /** METHOD: for a co-chair's seat. */
  readonly coChairMethod: ElectionMethod;
  /** METHOD: for the committee's other seats. */
  readonly committeeMethod: ElectionMethod;
  /** SECRECY-FLOOR: with fewer ballots than this, figures are not published. */
  readonly secrecyFloor: number;
  /** NAP-WHAT-WE-HEARD: a plan is not published while a contribution that was not retained waits to be shown. */
  readonly whatWeHeardRequired: boolean;
}

export type Setting = keyof RulesOfProcedure;

/** The defaults of the charter. */
export const EDITION_0: RulesOfProcedure = {
  callOpenDays: 14,
  alternatesAllowed: true,
  parityFollowed: true,
  committeeSeatsPerCollege: { GOVERNMENT: 2, CIVIL_SOCIETY: 2 },
  termLimitPerPerson: null,
  termLimitPerOrganisation: null,
  actingMonths: 6,
  byElectionFullTermMonths: 6,
  collegeVotes: 'OWN_COLLEGE',
  presidingOrder: ['CO_CHAIR', 'COMMITTEE_MEMBER', 'LONGEST_SERVING_MEMBER', 'SECRETARIAT'],
  recusalRequired: true,
  tieRule: null,
  facilitatorsPerCollege: 1,
  groupConvocation: 'AUTOMATIC',
  plenaryNoticeDays: 15,
  committeeNoticeDays: 5,
  groupNoticeDays: 5,
  secondConvocationNoticeDays: 5,
  quorumShare: { numerator: 1, denominator: 2 },
  proxiesPerHolder: 1,
  decisionMajority: 'DOUBLE',
  extraordinaryRequestShare: { numerator: 1, denominator: 3 },
  extraordinaryWithinDays: 60,
  minutesCirculatedWithinDays: 15,
  minutesCommentDays: 7,
  minutesRulingDays: 7,
  recordedElectionsAllowed: false,
  registerUnit: 'MEMBER',
  nominationsCloseDaysBefore: null,
  pollMaxDays: 10,
  laterRoundWithinDays: 10,
  blankVotesCountAsCast: false,
  coChairMethod: 'MAJORITY_TWO_ROUNDS',
  committeeMethod: 'BLOCK_VOTE',
  secrecyFloor: 5,
  whatWeHeardRequired: true,
};

/** One edition of the rules of procedure; both days included, `inForceUntilOn` null while it is in force. */
export interface Edition {
  readonly number: number;
  readonly inForceFromOn: Day;
  readonly inForceUntilOn: Day | null;
  readonly rules: RulesOfProcedure;
}

/**
 * The edition by which an act of that day is judged (charter RULES-EDITION): the latest one in force, or
 * edition 0, given here with the days of the gap that it fills.
 */
export function editionInForce(editions: readonly Edition[], on: Day): Edition {
  const inForce = editions.filter((edition) =>
    covers({ fromOn: edition.inForceFromOn, untilOn: edition.inForceUntilOn }, on),
  );
  const latest = inForce.reduce<Edition | undefined>(
    (best, edition) => (best === undefined || edition.number > best.number ? edition : best),
    undefined,
  );
  return latest ?? edition0Around(editions, on);
}

function edition0Around(editions: readonly Edition[], on: Day): Edition {
  const ended = editions.flatMap(({ inForceUntilOn }) =>
    inForceUntilOn !== null && inForceUntilOn < on ? [inForceUntilOn] : [],
  );
  const coming = editions.flatMap(({ inForceFromOn }) => (inForceFromOn > on ? [inForceFromOn] : []));
  const lastEnd = ended.toSorted().at(-1);
  const nextStart = coming.toSorted().at(0);
  return {
    number: 0,
    inForceFromOn: lastEnd === undefined ? day('0001-01-01') : addDays(lastEnd, 1),
    inForceUntilOn: nextStart === undefined ? null : addDays(nextStart, -1),
    rules: EDITION_0,
  };
}
