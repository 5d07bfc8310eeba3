import { COLLEGES, type College, type Day, dayInWords, quantity, type Text } from '@hemicycle/kernel';
import { inLife, type StateOf, whileIn, WORKING_GROUP } from '../lives.js';
import { law, type Rule, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';

export type GroupState = StateOf<typeof WORKING_GROUP>;

/** Somebody proposed as a facilitator. */
export interface ProposedFacilitator {
  readonly name: string;
  readonly college: College;
  /** Whether she is a member of the forum on the day of the act. */
  readonly isMember: boolean;
}

/** Who would facilitate a group, as proposed to the plenary that would set it up. */
export interface FacilitatorsFacts {
  /** Of the edition in force on the day of the act. */
  readonly rules: Pick<RulesOfProcedure, 'facilitatorsPerCollege'>;
  readonly facilitators: readonly ProposedFacilitator[];
}

const OF_COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'des acteurs publics', en: 'government' },
  CIVIL_SOCIETY: { fr: 'de la société civile', en: 'civil society' },
};

export const facilitatorsAreMembers = rule<Pick<FacilitatorsFacts, 'facilitators'>>(
  'WORKING-GROUP-SETUP',
  ({ facilitators }) => {
    const others = facilitators.filter(({ isMember }) => !isMember).map(({ name }) => name);
    if (others.length === 0) return true;
    return {
      fr: `Un groupe est animé par des membres du forum. N’en est pas membre ce jour : ${others.join(', ')}.`,
      en: `A group is facilitated by members of the forum. Not a member today: ${others.join(', ')}.`,
    };
  },
);

export const eachCollegeGivesItsFacilitators = rule<FacilitatorsFacts>(
  'WORKING-GROUP-SETUP',
  ({ rules: { facilitatorsPerCollege: wanted }, facilitators }) => {
    const wrong = COLLEGES.map((college) => ({
      college,
      found: facilitators.filter((one) => one.college === college).length,
    })).filter(({ found }) => found !== wanted);
    if (wrong.length === 0) return true;
    const said = (language: keyof Text): string =>
      wrong.map(({ college, found }) => `${OF_COLLEGE[college][language]}, ${found}`).join(' ; ');
    return {
      fr: `Chaque collège donne ${quantity.fr(wanted, 'animateur', 'animateurs')} au groupe. Proposés : ${said('fr')}.`,
      en: `Each college gives the group ${quantity.en(wanted, 'facilitator', 'facilitators')}. Proposed: ${said('en').replaceAll(' ; ', '; ')}.`,
    };
  },
);

export const proposeWorkingGroup = law<FacilitatorsFacts>('proposeWorkingGroup', [
  facilitatorsAreMembers,
  eachCollegeGivesItsFacilitators,
]);

/** A group about to be set up by a plenary. */
export interface SetUpFacts extends FacilitatorsFacts {
  readonly state: GroupState;
}

/** What the charter asks of a plenary that sets a group up. */
export const SET_UP_RULES: readonly Rule<SetUpFacts>[] = [
  inLife<GroupState, SetUpFacts>(WORKING_GROUP, 'SET_UP', ({ state }) => state),
  facilitatorsAreMembers,
  eachCollegeGivesItsFacilitators,
];

export interface ClosureFacts {
  readonly state: GroupState;
}

/** What the charter asks of a plenary that closes a group. */
export const CLOSURE_RULES: readonly Rule<ClosureFacts>[] = [
  inLife<GroupState, ClosureFacts>(WORKING_GROUP, 'CLOSED', ({ state }) => state),
];

/** A facilitator about to be named to a group that is at work, in a vacant seat or in somebody's place. */
export interface NamingFacts {
  readonly state: GroupState;
  readonly rules: Pick<RulesOfProcedure, 'facilitatorsPerCollege'>;
  readonly facilitator: ProposedFacilitator;
  /** Whether she facilitates the group already. */
  readonly facilitates: boolean;
  /** How many of her college facilitate it, whoever she would replace left out. */
  readonly staying: number;
}

export const facilitatorIsAMember = rule<NamingFacts>('WORKING-GROUP-SETUP', ({ facilitator }) =>
  facilitatorsAreMembers.check({ facilitators: [facilitator] }),
);

export const facilitatorIsNamedOnce = rule<NamingFacts>(
  'WORKING-GROUP-SETUP',
  ({ facilitator: { name }, facilitates }) =>
    !facilitates || {
      fr: `${name} anime déjà ce groupe.`,
      en: `${name} facilitates this group already.`,
    },
);

export const facilitatorHasASeat = rule<NamingFacts>(
  'WORKING-GROUP-SETUP',
  ({ rules: { facilitatorsPerCollege: seats }, facilitator: { college }, staying }) =>
    staying < seats || {
      fr: `Le collège ${OF_COLLEGE[college].fr} a déjà ${quantity.fr(staying, 'animateur', 'animateurs')} dans ce groupe, pour ${quantity.fr(seats, 'siège', 'sièges')} : il faut dire qui est remplacé.`,
      en: `This group has ${quantity.en(staying, 'facilitator', 'facilitators')} from ${OF_COLLEGE[college].en} already, for ${quantity.en(seats, 'seat', 'seats')}: say who is replaced.`,
    },
);

/** What the charter asks of a plenary that names a facilitator. */
export const NAMING_RULES: readonly Rule<NamingFacts>[] = [
  whileIn<GroupState, NamingFacts>(WORKING_GROUP, ['SET_UP'], ({ state }) => state),
  facilitatorIsAMember,
  facilitatorIsNamedOnce,
  facilitatorHasASeat,
];

export const proposeFacilitator = law<NamingFacts>('proposeFacilitator', NAMING_RULES);

/** A member of the forum about to join a group, or to leave it. */
export interface GroupMembershipFacts {
  readonly state: GroupState;
  readonly inTheGroup: boolean;
  readonly facilitates: boolean;
}

export const groupIsJoinedOnce = rule<GroupMembershipFacts>(
  'LIFE',
  ({ inTheGroup }) =>
    !inTheGroup || {
      fr: 'Vous êtes déjà membre de ce groupe.',
      en: 'You are a member of this group already.',
    },
);

export const joinWorkingGroup = law<GroupMembershipFacts>('joinWorkingGroup', [
  whileIn<GroupState, GroupMembershipFacts>(WORKING_GROUP, ['SET_UP'], ({ state }) => state),
  groupIsJoinedOnce,
]);

export const groupIsLeftByItsMembers = rule<GroupMembershipFacts>(
  'LIFE',
  ({ inTheGroup }) =>
    inTheGroup || {
      fr: 'Vous n’êtes pas membre de ce groupe.',
      en: 'You are not a member of this group.',
    },
);

export const facilitatorsStayInTheGroup = rule<GroupMembershipFacts>(
  'WORKING-GROUP-SETUP',
  ({ facilitates }) =>
    !facilitates || {
      fr: 'Vous animez ce groupe, par une décision de la séance plénière : on quitte d’abord cette fonction.',
      en: 'You facilitate this group, by a decision of the plenary: the office is given up first.',
    },
);

export const leaveWorkingGroup = law<GroupMembershipFacts>('leaveWorkingGroup', [
  whileIn<GroupState, GroupMembershipFacts>(WORKING_GROUP, ['SET_UP'], ({ state }) => state),
  groupIsLeftByItsMembers,
  facilitatorsStayInTheGroup,
]);

export interface FacilitationEndFacts {
  readonly on: Day;
  /** The last day of the mandate; null: no end known. */
  readonly endedOn: Day | null;
}

export const facilitationEndsOnce = rule<FacilitationEndFacts>('LIFE', ({ on, endedOn }) => {
  if (endedOn === null || on < endedOn) return true;
  const { fr, en } = dayInWords(endedOn);
  return {
    fr: `Ce mandat prend fin le ${fr} : il n’y a rien à quoi mettre fin.`,
    en: `This mandate ends on ${en}: there is nothing to end.`,
  };
});

export const resignFacilitation = law<FacilitationEndFacts>('resignFacilitation', [facilitationEndsOnce]);
