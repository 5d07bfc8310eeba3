import { type College, type Day, dayInWords, quantity, type Text } from '@hemicycle/kernel';
import { DECISION, inLife, MEETING, RULES_OF_PROCEDURE, type StateOf, whileIn } from '../lives.js';
import { law, type Rule, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import {
  CLOSURE_RULES,
  type ClosureFacts,
  NAMING_RULES,
  type NamingFacts,
  SET_UP_RULES,
  type SetUpFacts,
} from './groups.js';
import { type MeetingBody, MEMBERS_OF } from './group-meetings.js';
import { everyCollegeHasItsQuorum, type OpeningFacts } from './meetings.js';

export type DecisionState = StateOf<typeof DECISION>;
type MeetingState = StateOf<typeof MEETING>;

/** What the charter asks to know of a decision from which it makes something follow. */
export type SubjectFacts =
  | {
      readonly subject: 'RULES_RATIFICATION';
      readonly isFirstPlenary: boolean;
      /** Edition 1, in force on that day; null: there is none. */
      readonly edition: { readonly ratifiedOn: Day | null } | null;
    }
  | {
      readonly subject: 'RULES_EDITION';
      readonly edition: { readonly number: number; readonly state: StateOf<typeof RULES_OF_PROCEDURE> };
      /** Whether the founding working group is still at work. */
      readonly foundersAtWork: boolean;
    }
  | {
      readonly subject: 'COMMITTEE_REMOVAL';
      readonly on: Day;
      /** The last day of the mandate as it stands, and whose it is. */
      readonly mandate: { readonly holder: string; readonly untilOn: Day };
    }
  | ({ readonly subject: 'WORKING_GROUP_SETUP' } & SetUpFacts)
  | ({ readonly subject: 'WORKING_GROUP_CLOSURE' } & ClosureFacts)
  | ({ readonly subject: 'FACILITATOR_NAMING' } & NamingFacts);

/** An item of the agenda about to be decided on, by consensus or by a recorded vote. */
export interface DecidingFacts {
  readonly state: MeetingState;
  /** Whether the published agenda carries that item, to be decided upon. */
  readonly onTheAgenda: boolean;
  /** The decision that the item led to already; null: none. */
  readonly put: DecisionState | null;
  /** Whether the session left the item to the next one. */
  readonly postponed: boolean;
  /** Null: nothing follows by the charter alone. */
  readonly subject: SubjectFacts | null;
  readonly actorPresides: boolean;
  /** Whoever presides over the item; null: no member can, and a person of the secretariat does. */
  readonly president: string | null;
}

export const firstPlenaryRatifies = rule<DecidingFacts>('RULES-ADOPTION', ({ subject }) => {
  if (subject?.subject !== 'RULES_RATIFICATION') return true;
  const { isFirstPlenary, edition } = subject;
  if (!isFirstPlenary) {
    return {
      fr: 'L’édition 1 est ratifiée par la première séance plénière : elle a déjà eu lieu.',
      en: 'Edition 1 is ratified by the first plenary: that one was held already.',
    };
  }
  if (edition === null) {
    return {
      fr: 'Aucune édition approuvée par le groupe de travail fondateur n’est en vigueur : il n’y a rien à ratifier.',
      en: 'No edition approved by the founding working group is in force: there is nothing to ratify.',
    };
  }
  if (edition.ratifiedOn === null) return true;
  const day = dayInWords(edition.ratifiedOn);
  return {
    fr: `L’édition 1 a été ratifiée le ${day.fr}.`,
    en: `Edition 1 was ratified on ${day.en}.`,
  };
});

export const plenaryAdoptsTheDraftThatWaits = rule<DecidingFacts>('RULES-ADOPTION', ({ subject }) => {
  if (subject?.subject !== 'RULES_EDITION') return true;
  const { edition, foundersAtWork } = subject;
  if (edition.state !== 'DRAFTED') {
    const { fr, en } = RULES_OF_PROCEDURE.states[edition.state].name;
    return {
      fr: `La séance plénière adopte le projet d’édition en attente : celui de l’ordre du jour est à l’état « ${fr} ».`,
      en: `The plenary adopts the draft that waits: that of the agenda is “${en}”.`,
    };
  }
  return (
    edition.number > 1 ||
    !foundersAtWork || {
      fr: 'Tant que le groupe de travail fondateur existe, l’édition 1 est approuvée par lui, puis ratifiée par la première séance plénière.',
      en: 'While the founding working group exists, edition 1 is approved by it, then ratified by the first plenary.',
    }
  );
});

export const removalEndsAMandateInForce = rule<DecidingFacts>('LIFE', ({ subject }) => {
  if (subject?.subject !== 'COMMITTEE_REMOVAL') return true;
  const { on, mandate } = subject;
  if (on <= mandate.untilOn) return true;
  const ended = dayInWords(mandate.untilOn);
  return {
    fr: `Le mandat de ${mandate.holder} a pris fin le ${ended.fr} : il n’y a rien à quoi mettre fin.`,
    en: `The mandate of ${mandate.holder} ended on ${ended.en}: there is nothing to end.`,
  };
});

export const itemIsDecidedOnce = rule<Pick<DecidingFacts, 'put'>>('LIFE', ({ put }) => {
  if (put === null) return true;
  const { fr, en } = DECISION.states[put].name;
  return {
    fr: `Ce point a déjà été mis en délibération : la décision est à l’état « ${fr} ».`,
    en: `This item was taken up already: the decision is “${en}”.`,
  };
});

export const itemIsNotLeftToTheNextSession = rule<Pick<DecidingFacts, 'postponed'>>(
  'LIFE',
  ({ postponed }) =>
    !postponed || {
      fr: 'Ce point a été reporté à la prochaine séance.',
      en: 'This item was left to the next session.',
    },
);

export const presidentHasTheItemDecided = rule<Pick<DecidingFacts, 'actorPresides' | 'president'>>(
  'PRESIDING',
  ({ actorPresides, president }) => {
    if (actorPresides) return true;
    return president === null
      ? {
          fr: 'Aucun membre enregistré comme présent ne peut présider ce point : une personne du secrétariat le fait décider.',
          en: 'No member recorded as present can preside over this item: a person of the secretariat has it decided.',
        }
      : {
          fr: `Ce point est présidé par ${president}, qui seul constate le consensus ou met aux voix.`,
          en: `${president} presides over this item, and alone records a consensus or puts it to the vote.`,
        };
  },
);

export const itemIsOnTheAgenda = rule<Pick<DecidingFacts, 'onTheAgenda'>>(
  'C3-AGENDA',
  ({ onTheAgenda }) =>
    onTheAgenda || {
      fr: 'L’ordre du jour publié ne porte pas ce point parmi ceux à décider.',
      en: 'The published agenda does not carry this item among what is to be decided.',
    },
);

type Subject = SubjectFacts['subject'];

/** Rules on one subject, for whatever item is decided. */
function onSubject<Name extends Subject>(
  name: Name,
  rules: readonly Rule<Extract<SubjectFacts, { readonly subject: Name }>>[],
): Rule<DecidingFacts>[] {
  const isIt = (subject: SubjectFacts | null): subject is Extract<SubjectFacts, { readonly subject: Name }> =>
    subject?.subject === name;
  return rules.map(({ id, check }) =>
    rule<DecidingFacts>(id, ({ subject }) => (isIt(subject) ? check(subject) : true)),
  );
}

const ON_GROUPS = [
  ...onSubject('WORKING_GROUP_SETUP', SET_UP_RULES),
  ...onSubject('WORKING_GROUP_CLOSURE', CLOSURE_RULES),
  ...onSubject('FACILITATOR_NAMING', NAMING_RULES),
];

const DECIDING = [
  firstPlenaryRatifies,
  plenaryAdoptsTheDraftThatWaits,
  whileIn<MeetingState, DecidingFacts>(MEETING, ['IN_SESSION'], ({ state }) => state),
  itemIsDecidedOnce,
  itemIsNotLeftToTheNextSession,
  removalEndsAMandateInForce,
  ...ON_GROUPS.filter(({ id }) => id === 'LIFE'),
  presidentHasTheItemDecided,
];
const SETTING_UP = ON_GROUPS.filter(({ id }) => id === 'WORKING-GROUP-SETUP');

export const putToVote = law<DecidingFacts>('putToVote', [...DECIDING, ...SETTING_UP, itemIsOnTheAgenda]);

/** Somebody who objects to a consensus and asks that it be recorded. */
export interface Objector {
  readonly name: string;
  /** Whether the seat is present or represented in the session. */
  readonly takesPart: boolean;
  /** Whether the member declared an interest in the item. */
  readonly recused: boolean;
}

export interface ConsensusFacts extends DecidingFacts {
  /** Those who asked for their names to be recorded. */
  readonly objectors: readonly Objector[];
  /** The colleges of which no seat takes part in the item, present or represented and without an interest in it. */
  readonly collegesAway: readonly College[];
}

const COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'les acteurs publics', en: 'government actors' },
  CIVIL_SOCIETY: { fr: 'la société civile', en: 'civil society' },
};

export const whatTakesEffectIsVotedOn = rule<ConsensusFacts>(
  'DECISION',
  ({ subject }) =>
    subject === null || {
      fr: 'Ce point change les règles de fonctionnement, un mandat ou un groupe de travail : il se décide par un vote enregistré, que le président demande et que le secrétariat ouvre et clôt.',
      en: 'This item changes the rules of procedure, a mandate or a working group: it is decided by a recorded vote, which the president asks for and the secretariat opens and closes.',
    },
);

export const everyCollegeTakesPartInAConsensus = rule<ConsensusFacts>('DECISION', ({ collegesAway }) => {
  if (collegesAway.length === 0) return true;
  return {
    fr: `Un consensus est celui des deux collèges. Personne ne prend part à ce point parmi : ${collegesAway.map((college) => COLLEGE[college].fr).join(', ')}.`,
    en: `A consensus is that of both colleges. Nobody takes part in this item among: ${collegesAway.map((college) => COLLEGE[college].en).join(', ')}.`,
  };
});

export const recusedObjectToNothing = rule<ConsensusFacts>('RECUSAL', ({ objectors }) => {
  const recused = objectors.filter((one) => one.recused).map(({ name }) => name);
  if (recused.length === 0) return true;
  return {
    fr: `A déclaré un intérêt dans ce point et n’y prend donc aucune part : ${recused.join(', ')}.`,
    en: `Declared an interest in this item, hence takes no part in it: ${recused.join(', ')}.`,
  };
});

export const objectorsTakePart = rule<ConsensusFacts>('DECISION', ({ objectors }) => {
  const away = objectors.filter((one) => !one.takesPart && !one.recused).map(({ name }) => name);
  if (away.length === 0) return true;
  return {
    fr: `Une objection est celle d’un membre qui prend part à la séance, présent ou représenté. N’y prend pas part : ${away.join(', ')}.`,
    en: `An objection is that of a member who takes part in the session, present or represented. Not taking part: ${away.join(', ')}.`,
  };
});

export const recordConsensus = law<ConsensusFacts>('recordConsensus', [
  ...DECIDING,
  recusedObjectToNothing,
  ...SETTING_UP,
  itemIsOnTheAgenda,
  whatTakesEffectIsVotedOn,
  everyCollegeTakesPartInAConsensus,
  objectorsTakePart,
]);

/** A member's interest in an item, about to be declared. */
export interface InterestFacts {
  readonly state: MeetingState;
  /** Of the edition in force on the day of the act. */
  readonly rules: Pick<RulesOfProcedure, 'recusalRequired'>;
  readonly body: MeetingBody;
  /** The item on the published agenda; null: it carries none such. */
  readonly item: { readonly isElection: boolean } | null;
  /** Null: whoever acts holds no seat. */
  readonly member: {
    readonly name: string;
    readonly isHerself: boolean;
    /** Whether she is one of those who make up the meeting, on its day. */
    readonly isMember: boolean;
    /** Whether her seat takes part in the session, present or represented. */
    readonly takesPart: boolean;
    readonly declared: boolean;
    /** Whether she said that she has none, one having been recorded for her. */
    readonly denied: boolean;
  } | null;
  /** Whether whoever acts presides over the item, the session being open. */
  readonly actorPresides: boolean;
  /** The decision that the item led to already; null: none. */
  readonly put: DecisionState | null;
}

export const recusalIsProvidedFor = rule<InterestFacts>(
  'RECUSAL',
  ({ rules }) =>
    rules.recusalRequired || {
      fr: 'Les règles de fonctionnement en vigueur ne prévoient pas de déport.',
      en: 'The rules of procedure in force provide for no recusal.',
    },
);

export const interestIsDeclaredByWhoeverHasIt = rule<InterestFacts>(
  'RECUSAL',
  ({ member, actorPresides, body }) => {
    if (member === null || !(member.isHerself || actorPresides)) {
      return {
        fr: 'Un intérêt est déclaré par le membre lui-même ; en séance, qui préside le point enregistre aussi ce qu’un membre déclare.',
        en: 'An interest is declared by the member herself; in session, whoever presides over the item also records what a member declares.',
      };
    }
    if (!member.isMember) {
      return {
        fr: `${member.name} n’est pas ${MEMBERS_OF[body].fr} le jour de la séance.`,
        en: `${member.name} is not ${MEMBERS_OF[body].en} on the day of the session.`,
      };
    }
    return (
      member.isHerself ||
      member.takesPart || {
        fr: `${member.name} ne prend pas part à la séance : qui la préside n’enregistre que ce que déclare un membre présent ou représenté.`,
        en: `${member.name} takes no part in the session: whoever presides records what a member declares who is present or represented.`,
      }
    );
  },
);

export const candidacyIsNoInterest = rule<InterestFacts>('RECUSAL', ({ item }) =>
  item === null || !item.isElection
    ? true
    : {
        fr: 'Un scrutin se règle sur sa liste électorale et une candidature n’est pas un intérêt à déclarer : les candidats votent et ne président pas leur élection.',
        en: 'A poll goes by its register, and a candidacy is no interest to declare: candidates vote, and do not preside over their election.',
      },
);

export const itemIsOnThePublishedAgenda = rule<InterestFacts>(
  'C3-AGENDA',
  ({ item }) =>
    item !== null || {
      fr: 'L’ordre du jour publié ne porte pas ce point.',
      en: 'The published agenda does not carry this item.',
    },
);

export const interestIsDeclaredOnce = rule<InterestFacts>('LIFE', ({ member }) =>
  member === null || !member.declared
    ? true
    : {
        fr: `${member.name} a déjà déclaré un intérêt dans ce point.`,
        en: `${member.name} declared an interest in this item already.`,
      },
);

export const interestDeniedIsNotRecordedAgain = rule<InterestFacts>('RECUSAL', ({ member }) =>
  member === null || !member.denied || member.isHerself
    ? true
    : {
        fr: `${member.name} a dit n’avoir pas d’intérêt dans ce point : elle seule peut dire le contraire.`,
        en: `${member.name} said that she has no interest in this item: she alone may say otherwise.`,
      },
);

export const interestIsDeclaredBeforeTheVote = rule<Pick<InterestFacts, 'put'>>('LIFE', ({ put }) => {
  if (put === null || put === 'ORDERED') return true;
  const { fr, en } = DECISION.states[put].name;
  return {
    fr: `Un intérêt se déclare avant l’ouverture du vote ou le constat du consensus : la décision est à l’état « ${fr} ».`,
    en: `An interest is declared before the vote opens or the consensus is recorded: the decision is “${en}”.`,
  };
});

export const declareInterest = law<InterestFacts>('declareInterest', [
  whileIn<MeetingState, InterestFacts>(
    MEETING,
    ['CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION'],
    ({ state }) => state,
  ),
  interestIsDeclaredOnce,
  interestIsDeclaredBeforeTheVote,
  recusalIsProvidedFor,
  interestIsDeclaredByWhoeverHasIt,
  interestDeniedIsNotRecordedAgain,
  candidacyIsNoInterest,
  itemIsOnThePublishedAgenda,
]);

/** An interest that its member is about to deny. */
export interface DenialFacts {
  readonly state: MeetingState;
  /** The decision that the item led to already; null: none. */
  readonly put: DecisionState | null;
  /** Who declared the interest of whoever acts in the item; null: none is recorded. */
  readonly recorded: 'BY_HERSELF' | 'BY_ANOTHER' | null;
}

export const interestRecordedByAnotherIsDenied = rule<DenialFacts>('RECUSAL', ({ recorded }) => {
  if (recorded === 'BY_ANOTHER') return true;
  return recorded === null
    ? {
        fr: 'Aucun intérêt n’est enregistré pour votre siège dans ce point.',
        en: 'No interest in this item is recorded for your seat.',
      }
    : {
        fr: 'Vous avez déclaré cet intérêt vous-même : il vaut jusqu’à la fin du point.',
        en: 'You declared this interest yourself: it holds to the end of the item.',
      };
});

export const denyInterest = law<DenialFacts>('denyInterest', [
  whileIn<MeetingState, DenialFacts>(
    MEETING,
    ['CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION'],
    ({ state }) => state,
  ),
  interestIsDeclaredBeforeTheVote,
  interestRecordedByAnotherIsDenied,
]);

/** An item that a session is about to leave to the next one. */
export interface PostponingFacts {
  readonly state: MeetingState;
  /** The item on the published agenda; null: it carries none such. */
  readonly item: { readonly isElection: boolean } | null;
  /** The decision that the item led to already; null: none. */
  readonly put: DecisionState | null;
  readonly postponed: boolean;
  readonly actorPresides: boolean;
  /** Whoever presides over the item; null: no member can, and a person of the secretariat does. */
  readonly president: string | null;
}

export const electionsAreCancelledRatherThanPostponed = rule<PostponingFacts>('LIFE', ({ item }) =>
  item === null || !item.isElection
    ? true
    : {
        fr: 'Une élection ne se reporte pas : elle s’annule, avec un motif, et peut être appelée de nouveau.',
        en: 'An election is not postponed: it is cancelled, with a reason, and may be called again.',
      },
);

export const postponedItemIsOnTheAgenda = rule<PostponingFacts>(
  'C3-AGENDA',
  ({ item }) =>
    item !== null || {
      fr: 'L’ordre du jour publié ne porte pas ce point.',
      en: 'The published agenda does not carry this item.',
    },
);

export const presidentPostpones = rule<PostponingFacts>('PRESIDING', ({ actorPresides, president }) => {
  if (actorPresides) return true;
  return president === null
    ? {
        fr: 'Aucun membre enregistré comme présent ne peut présider ce point : une personne du secrétariat le reporte.',
        en: 'No member recorded as present can preside over this item: a person of the secretariat postpones it.',
      }
    : {
        fr: `Ce point est présidé par ${president}, qui seul peut le reporter.`,
        en: `${president} presides over this item, and alone can postpone it.`,
      };
});

export const postponeItem = law<PostponingFacts>('postponeItem', [
  whileIn<MeetingState, PostponingFacts>(MEETING, ['IN_SESSION'], ({ state }) => state),
  itemIsDecidedOnce,
  itemIsNotLeftToTheNextSession,
  electionsAreCancelledRatherThanPostponed,
  presidentPostpones,
  postponedItemIsOnTheAgenda,
]);

export interface VoteOpeningFacts extends Pick<OpeningFacts, 'quorum' | 'quorumRequired'> {
  readonly state: DecisionState;
  readonly meetingState: MeetingState;
  readonly majority: RulesOfProcedure['decisionMajority'];
}

const OF_COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'des acteurs publics', en: 'government' },
  CIVIL_SOCIETY: { fr: 'de la société civile', en: 'civil society' },
};

/**
 * A second convocation asks for no quorum; it waives no majority. A college where nobody votes gives none, and its silence
 * is no vote against (charter DECISION, RECUSAL).
 */
export const doubleMajorityTakesBothColleges = rule<VoteOpeningFacts>(
  'DECISION',
  ({ majority, quorum: { colleges }, quorumRequired }) => {
    // Where a quorum is required, whoever is missing is told by it.
    if (majority !== 'DOUBLE' || quorumRequired) return true;
    const [empty] = colleges.filter(({ present }) => present === 0);
    if (empty === undefined) return true;
    const { fr, en } = OF_COLLEGE[empty.college];
    const apart = quantity.fr(empty.recused, 'déport', 'déports');
    return {
      fr: `Personne du collège ${fr} ne vote sur ce point${empty.recused > 0 ? ` (${apart})` : ''} : la double majorité, dans chaque collège, n’y est pas possible. Il est reporté.`,
      en: `Nobody of the ${en} college votes on this item${empty.recused > 0 ? ` (${empty.recused} recused)` : ''}: a double majority, in each college, is not possible. It is left to the next session.`,
    };
  },
);

export const openDecisionVote = law<VoteOpeningFacts>('openDecisionVote', [
  whileIn<MeetingState, VoteOpeningFacts>(MEETING, ['IN_SESSION'], ({ meetingState }) => meetingState),
  inLife<DecisionState, VoteOpeningFacts>(DECISION, 'VOTING', ({ state }) => state),
  everyCollegeHasItsQuorum,
  doubleMajorityTakesBothColleges,
]);

export interface CastingFacts {
  readonly state: DecisionState;
  /** Whether whoever acts holds the vote of that seat; why not, where she did by a proxy, where her alternate does or where the member has an interest. */
  readonly vote: 'HELD' | 'ALTERNATE_SITS_IN' | 'PROXY_ENDED' | 'RECUSED' | 'NOT_HELD';
}

export const alternateHoldsTheSeatsVote = rule<CastingFacts>(
  'ALTERNATE',
  ({ vote }) =>
    vote !== 'ALTERNATE_SITS_IN' || {
      fr: 'Votre suppléant siégeait à votre place à l’ouverture du vote : la voix de ce siège est la sienne.',
      en: 'Your alternate sat in for you when the vote opened: the vote of this seat is hers.',
    },
);

export const thoseWhoTakePartVote = rule<CastingFacts>(
  'QUORUM',
  ({ vote }) =>
    vote !== 'NOT_HELD' || {
      fr: 'Vous ne tenez pas la voix de ce siège : votent ceux qui étaient présents, à distance ou représentés à l’ouverture du vote, chacun pour son siège.',
      en: 'You do not hold the vote of this seat: those vote who were present, online or represented when the vote opened, each for her own seat.',
    },
);

export const proxyStands = rule<CastingFacts>(
  'PROXY',
  ({ vote }) =>
    vote !== 'PROXY_ENDED' || {
      fr: 'La procuration que vous déteniez pour ce siège a pris fin : celui qui l’a donnée est arrivé ou l’a retirée.',
      en: 'The proxy that you held for this seat has ended: its giver arrived, or withdrew it.',
    },
);

export const recusedSeatDoesNotVote = rule<CastingFacts>(
  'RECUSAL',
  ({ vote }) =>
    vote !== 'RECUSED' || {
      fr: 'Ce siège ne prend pas part à ce point, par un intérêt déclaré : ni le membre, ni son suppléant, ni qui détient sa procuration n’y vote.',
      en: 'This seat takes no part in this item, by a declared interest: neither the member, nor her alternate, nor the holder of her proxy votes on it.',
    },
);

export const castDecisionVote = law<CastingFacts>('castDecisionVote', [
  whileIn<DecisionState, CastingFacts>(DECISION, ['VOTING'], ({ state }) => state),
  alternateHoldsTheSeatsVote,
  recusedSeatDoesNotVote,
  thoseWhoTakePartVote,
  proxyStands,
]);

export interface VoteClosingFacts {
  readonly state: DecisionState;
}

export const closeDecisionVote = law<VoteClosingFacts>('closeDecisionVote', [
  whileIn<DecisionState, VoteClosingFacts>(DECISION, ['VOTING'], ({ state }) => state),
]);

/** What is to be done after a decision, about to be recorded. */
export interface FollowUpFacts {
  readonly state: DecisionState;
  /** The day of the decision; null: it was not taken. */
  readonly takenOn: Day | null;
  readonly dueOn: Day;
}

export const followUpIsDueAfterTheDecision = rule<FollowUpFacts>('LIFE', ({ takenOn, dueOn }) => {
  if (takenOn === null || takenOn <= dueOn) return true;
  const { fr, en } = dayInWords(takenOn);
  return {
    fr: `La décision est du ${fr} : sa suite n’est pas attendue avant.`,
    en: `The decision is of ${en}: what follows from it is not due before.`,
  };
});

export const recordFollowUp = law<FollowUpFacts>('recordFollowUp', [
  whileIn<DecisionState, FollowUpFacts>(DECISION, ['ADOPTED'], ({ state }) => state),
  followUpIsDueAfterTheDecision,
]);

/** What is to be done after a decision, as it stands. */
export interface FollowUpStandingFacts {
  /** The day recorded as that on which it was done; null: none. */
  readonly recordedOn: Day | null;
  readonly withdrawn: boolean;
}

export interface CompletionFacts extends FollowUpStandingFacts {
  readonly on: Day;
  /** The day on which it was done. */
  readonly doneOn: Day;
}

export const followUpIsDoneOnce = rule<FollowUpStandingFacts>('LIFE', ({ recordedOn }) => {
  if (recordedOn === null) return true;
  const { fr, en } = dayInWords(recordedOn);
  return { fr: `C’est fait depuis le ${fr}.`, en: `It was done on ${en}.` };
});

export const followUpIsNotWithdrawn = rule<FollowUpStandingFacts>(
  'LIFE',
  ({ withdrawn }) =>
    !withdrawn || {
      fr: 'Cette suite est retirée ; elle se note de nouveau, à part, s’il le faut.',
      en: 'This is withdrawn; it is written down anew, apart, where needed.',
    },
);

export const followUpIsDoneByThen = rule<CompletionFacts>('LIFE', ({ on, doneOn }) => {
  if (doneOn <= on) return true;
  const { fr, en } = dayInWords(on);
  return {
    fr: `Nous sommes le ${fr} : on enregistre ce qui est fait, non ce qui le sera.`,
    en: `Today is ${en}: what is done is recorded, not what will be.`,
  };
});

export const completeFollowUp = law<CompletionFacts>('completeFollowUp', [
  followUpIsDoneOnce,
  followUpIsNotWithdrawn,
  followUpIsDoneByThen,
]);

/** What is to be done, about to get another day. */
export interface RedatingFacts
  extends FollowUpStandingFacts, Pick<FollowUpFacts, 'state' | 'takenOn' | 'dueOn'> {
  /** The day that it has. */
  readonly formerlyDueOn: Day;
}

export const followUpGetsAnotherDay = rule<RedatingFacts>('LIFE', ({ dueOn, formerlyDueOn }) => {
  if (dueOn !== formerlyDueOn) return true;
  const { fr, en } = dayInWords(dueOn);
  return { fr: `C’est pour le ${fr} déjà.`, en: `It is due on ${en} already.` };
});

/** Gives another day to what follows from a decision; the day that it had stays written. */
export const redateFollowUp = law<RedatingFacts>('redateFollowUp', [
  followUpIsDoneOnce,
  followUpIsNotWithdrawn,
  followUpIsDueAfterTheDecision,
  followUpGetsAnotherDay,
]);

/** Withdraws what was written down by mistake, or is to be done no more. */
export const withdrawFollowUp = law<FollowUpStandingFacts>('withdrawFollowUp', [
  followUpIsDoneOnce,
  followUpIsNotWithdrawn,
]);
