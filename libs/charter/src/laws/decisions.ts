import { dayInWords, type Day } from '@hemicycle/kernel';
import { DECISION, inLife, MEETING, type StateOf, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';
import { everyCollegeHasItsQuorum, type OpeningFacts } from './meetings.js';

export type DecisionState = StateOf<typeof DECISION>;
type MeetingState = StateOf<typeof MEETING>;

/** An item of the agenda about to be put to a recorded vote. */
export interface PuttingFacts {
  readonly state: MeetingState;
  /** Whether the published agenda carries that item, to be decided upon. */
  readonly onTheAgenda: boolean;
  /** The decision that the item was put to already; null: none. */
  readonly put: DecisionState | null;
  readonly isFirstPlenary: boolean;
  /** Edition 1, in force on that day; null: there is none. */
  readonly edition: { readonly ratifiedOn: Day | null } | null;
  readonly actorPresides: boolean;
  /** Whoever presides over the session; null: no member can, and a person of the secretariat does. */
  readonly president: string | null;
}

export const firstPlenaryRatifies = rule<PuttingFacts>('RULES-ADOPTION', ({ isFirstPlenary, edition }) => {
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

export const itemIsPutOnce = rule<PuttingFacts>('LIFE', ({ put }) => {
  if (put === null) return true;
  const { fr, en } = DECISION.states[put].name;
  return {
    fr: `Ce point a déjà été mis aux voix : la décision est à l’état « ${fr} ».`,
    en: `This item was put to the vote already: the decision is “${en}”.`,
  };
});

export const presidentPutsToTheVote = rule<PuttingFacts>('PRESIDING', ({ actorPresides, president }) => {
  if (actorPresides) return true;
  return president === null
    ? {
        fr: 'Aucun membre enregistré comme présent ne peut présider : une personne du secrétariat met aux voix.',
        en: 'No member recorded as present can preside: a person of the secretariat puts items to the vote.',
      }
    : {
        fr: `La séance est présidée par ${president}, qui seul met aux voix.`,
        en: `The session is presided over by ${president}, who alone puts items to the vote.`,
      };
});

export const itemIsOnTheAgenda = rule<PuttingFacts>(
  'C3-AGENDA',
  ({ onTheAgenda }) =>
    onTheAgenda || {
      fr: 'L’ordre du jour publié ne porte pas la ratification des règles de fonctionnement parmi les points à décider.',
      en: 'The published agenda does not carry the ratification of the rules of procedure among what is to be decided.',
    },
);

export const putToVote = law<PuttingFacts>('putToVote', [
  firstPlenaryRatifies,
  whileIn<MeetingState, PuttingFacts>(MEETING, ['IN_SESSION'], ({ state }) => state),
  itemIsPutOnce,
  presidentPutsToTheVote,
  itemIsOnTheAgenda,
]);

export interface VoteOpeningFacts extends Pick<OpeningFacts, 'quorum' | 'quorumRequired'> {
  readonly state: DecisionState;
  readonly meetingState: MeetingState;
}

export const openDecisionVote = law<VoteOpeningFacts>('openDecisionVote', [
  whileIn<MeetingState, VoteOpeningFacts>(MEETING, ['IN_SESSION'], ({ meetingState }) => meetingState),
  inLife<DecisionState, VoteOpeningFacts>(DECISION, 'VOTING', ({ state }) => state),
  everyCollegeHasItsQuorum,
]);

export interface CastingFacts {
  readonly state: DecisionState;
  /** Whether whoever acts holds the vote of that seat; why not, where she did by a proxy or where her alternate does. */
  readonly vote: 'HELD' | 'ALTERNATE_SITS_IN' | 'PROXY_ENDED' | 'NOT_HELD';
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

export const castDecisionVote = law<CastingFacts>('castDecisionVote', [
  whileIn<DecisionState, CastingFacts>(DECISION, ['VOTING'], ({ state }) => state),
  alternateHoldsTheSeatsVote,
  thoseWhoTakePartVote,
  proxyStands,
]);

export interface VoteClosingFacts {
  readonly state: DecisionState;
}

export const closeDecisionVote = law<VoteClosingFacts>('closeDecisionVote', [
  whileIn<DecisionState, VoteClosingFacts>(DECISION, ['VOTING'], ({ state }) => state),
]);
