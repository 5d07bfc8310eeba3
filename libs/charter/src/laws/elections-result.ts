import { ELECTION, inLife } from '../lives.js';
import { law, rule } from '../rule.js';
import type { Day, Text } from '@hemicycle/kernel';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import {
  coChairMayBePutToTheVote,
  committeeSeatMayBePutToTheVote,
  type ElectionState,
  type SeatFacts,
} from './elections-call.js';
import { candidatesDoNotRunTheirPoll, type CountedRound, laterRoundStillInTime } from './elections-poll.js';

/** Why an election gave nobody the seat (charter POLL, ELIGIBILITY). */
export const FAILURES = ['NO_CANDIDATE', 'NO_VALID_VOTE', 'WINNER_LOST', 'NOT_SETTLED_IN_TIME'] as const;
export type ElectionFailure = (typeof FAILURES)[number];

/** Each failure as it is recorded. */
export const FAILURE_IN_WORDS: Readonly<Record<ElectionFailure, Text>> = {
  NO_CANDIDATE: { fr: 'Personne n’était candidat.', en: 'There was no candidate.' },
  NO_VALID_VOTE: { fr: 'Aucun suffrage n’a été exprimé.', en: 'No valid vote was cast.' },
  WINNER_LOST: {
    fr: 'Aucune des personnes élues n’avait gardé la qualité de membre de ce collège : le siège est déclaré vacant.',
    en: 'Nobody who was elected was still a member of that college: the seat is declared vacant.',
  },
  NOT_SETTLED_IN_TIME: {
    fr: 'Le tour nécessaire pour départager les candidats ne s’est pas ouvert dans le délai.',
    en: 'The round needed to decide between the candidates was not opened in time.',
  },
};

export interface ResultFacts {
  readonly state: ElectionState;
  /** Of the edition in force when the nominations opened. */
  readonly rules: RulesOfProcedure;
  readonly on: Day;
  /** Whether the president took the item up: the first round is ordered. */
  readonly takenUp: boolean;
  readonly candidates: number;
  readonly lastCount: CountedRound | null;
  /** How many of those elected are still active members of the college, and are proclaimed. */
  readonly winners: number;
  readonly actorIsCandidate: boolean;
}

/** What makes an election fail, once nothing else can happen to it; null while something can. */
export function failureOf({
  state,
  rules,
  on,
  takenUp,
  candidates,
  lastCount,
  winners,
}: Omit<ResultFacts, 'actorIsCandidate'>): ElectionFailure | null {
  if (state === 'NOMINATIONS') return takenUp && candidates === 0 ? 'NO_CANDIDATE' : null;
  if (state !== 'COUNTED' || lastCount === null) return null;
  switch (lastCount.outcome) {
    case 'elected':
      return winners === 0 ? 'WINNER_LOST' : null;
    case 'failed':
      return 'NO_VALID_VOTE';
    case 'second round':
    case 'tied':
      // Whoever was elected before the tie is proclaimed all the same.
      return winners > 0 || laterRoundStillInTime({ lastCount, on, rules }) ? null : 'NOT_SETTLED_IN_TIME';
  }
}

export const electionFailed = rule<ResultFacts>(
  'POLL',
  (facts) =>
    failureOf(facts) !== null || {
      fr: 'Ce scrutin n’a pas échoué : il y a échec sans candidat une fois le point abordé, sans suffrage exprimé, si la personne élue n’est plus membre, ou si le tour suivant ne s’est pas ouvert à temps.',
      en: 'This election has not failed: it fails with no candidate once the item is taken up, with no valid vote, when the winner is no longer a member, or when the next round was not opened in time.',
    },
);

export const recordFailure = law<ResultFacts>('recordFailure', [
  inLife(ELECTION, 'FAILED', ({ state }) => state),
  candidatesDoNotRunTheirPoll,
  electionFailed,
]);

export interface ProclamationFacts extends ResultFacts, SeatFacts {
  /** Whether the first round opened during the plenary. */
  readonly openedAtPlenary: boolean;
}

export const bornAtThePlenary = rule<ProclamationFacts>(
  'C3-ELECTED-AT-PLENARY',
  ({ openedAtPlenary }) =>
    openedAtPlenary || {
      fr: 'Ce scrutin ne s’est pas ouvert en séance plénière : aucun mandat n’en naît.',
      en: 'This election was not opened at a plenary: no mandate begins from it.',
    },
);

/** A winner lost leaves her seat vacant; where nobody is left, the election failed (charter ELIGIBILITY). */
export const aWinnerIsStillAMember = rule<ProclamationFacts>(
  'ELIGIBILITY',
  ({ lastCount, winners }) =>
    (lastCount?.elected ?? 0) === 0 ||
    winners > 0 || {
      fr: 'Aucune des personnes élues n’est encore membre de ce collège : le siège est vacant, et l’échec du scrutin est à constater.',
      en: 'Nobody elected is still a member of that college: the seat is vacant, and the failure is to be recorded.',
    },
);

/** The seats of the tied wait for the rule on ties, for as long as it can still settle them. */
export const tieIsSettled = rule<ProclamationFacts>(
  'TIE',
  ({ lastCount, on, rules }) =>
    lastCount?.outcome !== 'tied' ||
    (lastCount.elected > 0 && !laterRoundStillInTime({ lastCount, on, rules })) || {
      fr: 'Des candidats sont à égalité : la voix de personne n’est prépondérante, et la règle des égalités s’applique avant toute proclamation.',
      en: 'Candidates are tied: nobody has a casting vote, and the rule on ties applies before anything is proclaimed.',
    },
);

export const somebodyIsElected = rule<ProclamationFacts>('POLL', ({ lastCount }) => {
  switch (lastCount?.outcome) {
    case 'elected':
    case 'tied':
      return true;
    case 'failed':
      return {
        fr: 'Aucun suffrage n’a été exprimé : personne n’est élu, et l’échec du scrutin est à constater.',
        en: 'No valid vote was cast: nobody is elected, and the failure is to be recorded.',
      };
    case 'second round':
      return {
        fr: 'Personne n’a la majorité : un second tour est nécessaire avant toute proclamation.',
        en: 'Nobody has a majority: a second round is needed before anything is proclaimed.',
      };
    case undefined:
      return {
        fr: 'Aucun tour n’est dépouillé : il n’y a pas de résultat à proclamer.',
        en: 'No round is counted: there is no result to proclaim.',
      };
  }
});

export const proclaimResult = law<ProclamationFacts>('proclaimResult', [
  inLife(ELECTION, 'PROCLAIMED', ({ state }) => state),
  coChairMayBePutToTheVote,
  committeeSeatMayBePutToTheVote,
  bornAtThePlenary,
  candidatesDoNotRunTheirPoll,
  tieIsSettled,
  aWinnerIsStillAMember,
  somebodyIsElected,
]);

export interface CancellationFacts {
  readonly state: ElectionState;
  readonly actorIsCandidate: boolean;
}

export const cancelElection = law<CancellationFacts>('cancelElection', [
  inLife(ELECTION, 'CANCELLED', ({ state }) => state),
  candidatesDoNotRunTheirPoll,
]);
