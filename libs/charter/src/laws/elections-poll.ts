import { addDays, type Day, dayInWords, daysBetween, quantity, type Text } from '@hemicycle/kernel';
import { ELECTION, inLife, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import { type ElectedSeat, type ElectionState, seatInWords } from './elections-call.js';
import {
  keyIsMade,
  noTrusteeStands,
  scrutineersAreNamed,
  type SealFacts,
  TRUSTEES_NEEDED,
} from './elections-keys.js';

/** How the last round that was counted ended, and when. */
export interface CountedRound {
  readonly outcome: 'elected' | 'second round' | 'tied' | 'failed';
  readonly on: Day;
  /**
   * Whether a tie goes to a run-off: there is one an election, and none when the last round had exactly the tied
   * (charter TIE). Null where nobody is tied.
   */
  readonly runOff: boolean | null;
  /** How many were elected, in this round and before it. */
  readonly elected: number;
}

/** A round about to be ordered or opened. */
export interface NextRoundFacts {
  readonly seat: ElectedSeat;
  readonly state: ElectionState;
  /** Of the edition in force when the nominations opened. */
  readonly rules: RulesOfProcedure;
  readonly on: Day;
  readonly plenaryInSession: boolean;
  /** The co-chairs' elections of the same plenary that are not concluded. */
  readonly coChairsPending: readonly ElectedSeat[];
  /** Null: the first round comes next. */
  readonly lastCount: CountedRound | null;
  /** Whether the president's order for the next round stands, and waits for the secretariat. */
  readonly ordered: boolean;
  readonly candidates: number;
  readonly actorIsCandidate: boolean;
}

export const firstRoundOpensInSession = rule<NextRoundFacts>(
  'C3-ELECTED-AT-PLENARY',
  ({ lastCount, plenaryInSession }) =>
    lastCount !== null ||
    plenaryInSession || {
      fr: 'La séance plénière n’est pas ouverte : le premier tour s’ouvre en séance.',
      en: 'The plenary is not in session: the first round opens in session.',
    },
);

export const coChairsComeFirst = rule<NextRoundFacts>('C3-COMMITTEE', ({ seat, coChairsPending }) => {
  if (seat.office === 'CO_CHAIR' || coChairsPending.length === 0) return true;
  const seats = coChairsPending.map(seatInWords);
  return {
    fr: `Les coprésidents sont proclamés avant que s’ouvre le vote pour le comité. En attente : ${seats.map(({ fr }) => fr).join(' ; ')}.`,
    en: `Co-chairs are proclaimed before the committee’s polls open. Pending: ${seats.map(({ en }) => en).join('; ')}.`,
  };
});

/** RECUSAL: who stands takes no part in running the poll, in whatever capacity she acts. */
export const candidatesDoNotRunTheirPoll = rule<{ readonly actorIsCandidate: boolean }>(
  'RECUSAL',
  ({ actorIsCandidate }) =>
    !actorIsCandidate || {
      fr: 'Vous êtes candidat à ce scrutin : les candidats votent, mais ne président ni ne conduisent leur propre élection.',
      en: 'You are a candidate in this election: candidates vote, but neither preside over their own election nor run its poll.',
    },
);

/** A round follows a tie once: the run-off between those tied. */
export const tieGoesToARunOff = rule<{ readonly lastCount: CountedRound | null }>(
  'TIE',
  ({ lastCount }) =>
    lastCount?.outcome !== 'tied' ||
    lastCount.runOff === true || {
      fr: 'Les premiers restent à égalité après le départage, ou le tour n’opposait qu’eux : aucun autre tour ne les départage.',
      en: 'The first are still tied after the run-off, or the round had nobody else: no other round decides between them.',
    },
);

export const laterRoundIsDue = rule<NextRoundFacts>('POLL', ({ lastCount, on, rules }) => {
  if (lastCount === null || (lastCount.outcome === 'tied' && lastCount.runOff !== true)) return true;
  if (lastCount.outcome === 'elected') {
    return {
      fr: 'Le dépouillement a désigné une personne élue : le résultat est à proclamer, sans autre tour.',
      en: 'The count elected somebody: the result is to be proclaimed, without another round.',
    };
  }
  if (lastCount.outcome === 'failed') {
    return {
      fr: 'Aucun suffrage n’a été exprimé : le scrutin est infructueux, sans autre tour.',
      en: 'No valid vote was cast: the election failed, without another round.',
    };
  }
  return laterRoundStillInTime({ lastCount, on, rules }) || roundOverdue(lastCount.on, rules);
});

const roundOverdue = (
  countedOn: Day,
  { laterRoundWithinDays: days }: Pick<RulesOfProcedure, 'laterRoundWithinDays'>,
) => ({
  fr: `Le tour suivant s’ouvre au plus tard ${quantity.fr(days, 'jour', 'jours')} après le dépouillement du ${dayInWords(countedOn).fr}, donc jusqu’au ${dayInWords(addDays(countedOn, days)).fr} : ce délai est passé.`,
  en: `The next round opens at most ${quantity.en(days, 'day', 'days')} after the count of ${dayInWords(countedOn).en}, so until ${dayInWords(addDays(countedOn, days)).en}: that time is over.`,
});

/** Whether a round may still follow the last count (charter POLL). */
export function laterRoundStillInTime({
  lastCount,
  on,
  rules,
}: {
  readonly lastCount: Pick<CountedRound, 'on'>;
  readonly on: Day;
  readonly rules: Pick<RulesOfProcedure, 'laterRoundWithinDays'>;
}): boolean {
  return daysBetween(lastCount.on, on) <= rules.laterRoundWithinDays;
}

export interface OrderFacts extends NextRoundFacts {
  readonly actorPresides: boolean;
  /** Whoever presides over this item: of the first round, then of every other. */
  readonly president: string | null;
}

export const itemsPresidentOrders = rule<OrderFacts>(
  'PRESIDING',
  ({ actorPresides, president, lastCount }) => {
    if (actorPresides) return true;
    if (president === null) {
      return {
        fr: 'Aucun membre ne préside ce point : la séance n’est pas ouverte, ou tous ceux qui y sont présents sont candidats, et une personne du secrétariat préside.',
        en: 'No member presides over this item: the session is not open, or all who are present are candidates, and a person of the secretariat presides.',
      };
    }
    return lastCount === null
      ? {
          fr: `Ce point est présidé par ${president}, qui n’y est pas candidat : le vote s’ouvre sur son ordre.`,
          en: `This item is presided over by ${president}, who is no candidate in it: the poll opens on that order.`,
        }
      : {
          fr: `Le premier tour a été ordonné par ${president} : les tours suivants s’ouvrent sur son ordre.`,
          en: `The first round was ordered by ${president}: later rounds open on the same president’s order.`,
        };
  },
);

export const noOrderWaits = rule<OrderFacts>(
  'POLL',
  ({ ordered }) =>
    !ordered || {
      fr: 'Ce tour est déjà ordonné ; le secrétariat peut l’ouvrir.',
      en: 'This round is ordered already; the secretariat may open it.',
    },
);

export const orderPoll = law<OrderFacts>('orderPoll', [
  inLife(ELECTION, 'VOTING', ({ state }) => state),
  coChairsComeFirst,
  firstRoundOpensInSession,
  itemsPresidentOrders,
  candidatesDoNotRunTheirPoll,
  tieGoesToARunOff,
  noOrderWaits,
  laterRoundIsDue,
]);

export interface OpeningFacts extends NextRoundFacts, SealFacts {
  /** How many the register has, or would have if it were frozen now. */
  readonly electors: number;
  /** The day of the closing instant asked for, and whether that instant is still to come; null: closes in session. */
  readonly closing: { readonly on: Day; readonly toCome: boolean } | null;
  /** Whether this poll must close in session: co-chairs' at the first plenary, or where the plenary elects the committee too. */
  readonly mustCloseInSession: boolean;
}

/**
 * Whether a poll about to open is secret, hence sealed (charter SECRECY): always, unless the rules of procedure allow votes
 * by name and no elector asked for secrecy.
 */
export const isSecret = (
  { recordedElectionsAllowed }: Pick<RulesOfProcedure, 'recordedElectionsAllowed'>,
  secrecyAsked: boolean,
): boolean => !recordedElectionsAllowed || secrecyAsked;

export const somebodyMayVote = rule<OpeningFacts>('REGISTER', ({ electors, seat }) =>
  electors > 0
    ? true
    : {
        fr: `La liste électorale pour ${seatInWords(seat).fr} serait vide : le collège électeur n’a aucun membre en exercice.`,
        en: `The register for the seat of ${seatInWords(seat).en} would be empty: the electing college has no active member.`,
      },
);

export const presidentOrderedThePoll = rule<OpeningFacts>(
  'POLL',
  ({ ordered }) =>
    ordered || {
      fr: 'Le président du point n’a pas ordonné ce tour : le secrétariat exécute son ordre.',
      en: 'The item’s president has not ordered this round: the secretariat carries out that order.',
    },
);

/** Nobody stands in a round that was ordered; before its order there is no saying so. */
export const somebodyStands = rule<OpeningFacts>(
  'POLL',
  ({ candidates, ordered }) =>
    candidates > 0 ||
    !ordered || {
      fr: 'Personne n’est candidat : le scrutin est infructueux, et son échec est à constater.',
      en: 'There is no candidate: the election fails, and its failure is to be recorded.',
    },
);

export const pollClosesInTime = rule<OpeningFacts>(
  'POLL',
  ({ closing, lastCount, mustCloseInSession, plenaryInSession, on, rules }) => {
    if (closing === null) {
      // A first round out of session is refused anyway: a closing instant would not help it.
      return (
        plenaryInSession ||
        lastCount === null || {
          fr: 'La séance n’est pas ouverte : indiquez l’instant de clôture de ce tour.',
          en: 'The plenary is not in session: say when this round closes.',
        }
      );
    }
    if (mustCloseInSession) {
      return {
        fr: 'Ce tour se clôt en séance : il s’agit des coprésidents à la première séance plénière, ou d’une séance qui élit aussi le comité.',
        en: 'This round closes in session: it elects co-chairs at the first plenary, or the plenary elects the committee too.',
      };
    }
    if (!closing.toCome) {
      return { fr: 'L’instant de clôture est déjà passé.', en: 'The closing instant is past already.' };
    }
    const lastOn = addDays(on, rules.pollMaxDays);
    return (
      closing.on <= lastOn || {
        fr: `Un tour dure ${quantity.fr(rules.pollMaxDays, 'jour', 'jours')} au plus : ouvert le ${dayInWords(on).fr}, il se clôt le ${dayInWords(lastOn).fr} au plus tard, et non le ${dayInWords(closing.on).fr}.`,
        en: `A round lasts ${quantity.en(rules.pollMaxDays, 'day', 'days')} at most: opened on ${dayInWords(on).en}, it closes on ${dayInWords(lastOn).en} at the latest, not on ${dayInWords(closing.on).en}.`,
      }
    );
  },
);

export const openVoting = law<OpeningFacts>('openVoting', [
  inLife(ELECTION, 'VOTING', ({ state }) => state),
  coChairsComeFirst,
  firstRoundOpensInSession,
  candidatesDoNotRunTheirPoll,
  tieGoesToARunOff,
  keyIsMade,
  noTrusteeStands,
  scrutineersAreNamed,
  somebodyMayVote,
  presidentOrderedThePoll,
  somebodyStands,
  laterRoundIsDue,
  pollClosesInTime,
]);

/**
 * Where whoever casts a ballot stands: she holds a seat's vote, or her alternate does, or a college votes that is not
 * hers, or she is not on the register.
 */
export type VoterStanding = 'HOLDS_A_VOTE' | 'ALTERNATE_VOTES' | 'OF_ANOTHER_COLLEGE' | 'NOT_ON_REGISTER';

/** Whoever casts a ballot, sealed or by name, and the round that would take it. */
export interface VoterFacts {
  readonly state: ElectionState;
  /** Whether the round is closed, or its closing instant past. */
  readonly closed: boolean;
  readonly voter: VoterStanding;
}

export interface BallotFacts extends VoterFacts {
  /** Whether the round is by sealed ballots. */
  readonly sealed: boolean;
  /** Whether every name chosen is a candidate of this round; true for a blank vote. */
  readonly choicesStand: boolean;
  /** How many names the ballot carries; 0: blank. */
  readonly names: number;
  /** How many seats the round fills. */
  readonly seats: number;
}

export const collegesVoteForTheirSeats = rule<VoterFacts>(
  'COLLEGE-VOTES',
  ({ voter }) =>
    voter !== 'OF_ANOTHER_COLLEGE' || {
      fr: 'Ce siège revient à l’autre collège, qui seul le pourvoit : vous êtes membre de celui qui n’y vote pas.',
      en: 'This seat is the other college’s, which alone votes for it: you are a member of the one that does not.',
    },
);

export const voterIsOnTheRegister = rule<VoterFacts>(
  'REGISTER',
  ({ voter, state }) =>
    voter !== 'NOT_ON_REGISTER' ||
    state === 'DRAFT' ||
    state === 'NOMINATIONS' || {
      fr: 'Vous ne figurez pas sur la liste électorale arrêtée à l’ouverture du vote.',
      en: 'You are not on the register that was fixed when the poll opened.',
    },
);

export const seatVotesOnce = rule<VoterFacts>(
  'ONE-BALLOT',
  ({ voter }) =>
    voter !== 'ALTERNATE_VOTES' || {
      fr: 'Votre suppléant est inscrit comme siégeant à votre place : il exerce la voix du siège, qui n’a qu’un bulletin.',
      en: 'Your alternate is recorded as sitting in for you: she holds the vote of the seat, which has one ballot.',
    },
);

export const choicesAreCandidates = rule<BallotFacts>(
  'ELIGIBILITY',
  ({ choicesStand }) =>
    choicesStand || {
      fr: 'Ce bulletin porte un nom qui n’est pas candidat à ce tour.',
      en: 'This ballot carries a name that is no candidate in this round.',
    },
);

export const noMoreNamesThanSeats = rule<BallotFacts>(
  'METHOD',
  ({ names, seats }) =>
    names <= seats || {
      fr: `Ce bulletin porte ${names} noms : il n’en porte pas plus qu’il n’y a de sièges, soit ${seats}.`,
      en: `This ballot carries ${names} names: it carries no more than there are seats, which are ${seats}.`,
    },
);

export const pollIsOpen = rule<VoterFacts>(
  'POLL',
  ({ closed }) =>
    !closed || {
      fr: 'L’instant de clôture est passé : ce tour ne reçoit plus aucun bulletin.',
      en: 'The closing instant is past: this round takes no ballot any more.',
    },
);

export const pollIsRecorded = rule<BallotFacts>(
  'SECRECY',
  ({ sealed }) =>
    !sealed || {
      fr: 'Ce vote est secret : il ne reçoit que des bulletins scellés, et aucun vote nominatif.',
      en: 'This poll is secret: it takes sealed ballots only, and no vote by name.',
    },
);

export const castRecordedBallot = law<BallotFacts>('castRecordedBallot', [
  whileIn(ELECTION, ['VOTING'], ({ state }) => state),
  pollIsRecorded,
  collegesVoteForTheirSeats,
  voterIsOnTheRegister,
  choicesAreCandidates,
  seatVotesOnce,
  pollIsOpen,
  noMoreNamesThanSeats,
]);

export interface ClosingOfPollFacts {
  readonly state: ElectionState;
  readonly actorIsCandidate: boolean;
  /** The closing instant announced at the opening, as sentences write it, while it is to come; else null. */
  readonly announcedFor: Text | null;
  readonly everybodyVoted: boolean;
}

export const announcedClosingIsKept = rule<ClosingOfPollFacts>('POLL', ({ announcedFor, everybodyVoted }) =>
  announcedFor === null || everybodyVoted
    ? true
    : {
        fr: `La clôture est annoncée pour le ${announcedFor.fr} : tant que tous n’ont pas voté, le vote reste ouvert jusque-là.`,
        en: `The closing is announced for ${announcedFor.en}: while somebody has not voted, the poll stays open until then.`,
      },
);

export const closeVoting = law<ClosingOfPollFacts>('closeVoting', [
  inLife(ELECTION, 'CLOSED', ({ state }) => state),
  candidatesDoNotRunTheirPoll,
  announcedClosingIsKept,
]);

export interface CountingFacts {
  readonly state: ElectionState;
  readonly actorIsCandidate: boolean;
  /** How many trustees gave their part of the opening; null: the round is by recorded votes. */
  readonly decryptions: number | null;
}

export const enoughTrusteesOpened = rule<CountingFacts>(
  'CNIL-1-08',
  ({ state, decryptions }) =>
    state !== 'CLOSED' ||
    decryptions === null ||
    decryptions >= TRUSTEES_NEEDED || {
      fr: `L’urne s’ouvre par ${TRUSTEES_NEEDED} porteurs de clé au moins : ${quantity.fr(decryptions, 'part est déposée', 'parts sont déposées')}.`,
      en: `The box is opened by ${TRUSTEES_NEEDED} trustees at least: ${quantity.en(decryptions, 'part is', 'parts are')} given.`,
    },
);

export const countedOnceAfterClosing = rule<CountingFacts>('CNIL-1-09', ({ state }) => {
  if (state === 'CLOSED') return true;
  return ['COUNTED', 'PROCLAIMED', 'ANNULLED'].includes(state)
    ? {
        fr: 'Ce tour est déjà dépouillé : le dépouillement a lieu une seule fois.',
        en: 'This round is counted already: counting happens once.',
      }
    : {
        fr: 'Le vote n’est pas clos : le dépouillement a lieu après la clôture, et aucun résultat partiel n’existe.',
        en: 'The poll is not closed: counting happens after closing, and no partial result exists.',
      };
});

export const countVotes = law<CountingFacts>('countVotes', [
  inLife(ELECTION, 'COUNTED', ({ state }) => state),
  candidatesDoNotRunTheirPoll,
  countedOnceAfterClosing,
  enoughTrusteesOpened,
]);
