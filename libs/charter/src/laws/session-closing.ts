import { COLLEGES, type College, type Text } from '@hemicycle/kernel';
import { inLife, MEETING } from '../lives.js';
import { law, rule } from '../rule.js';
import { type ElectedSeat, type ElectionState, type MeetingState, seatInWords } from './elections-call.js';

/** What became of a co-chair's seat at the first plenary. */
export type SeatOutcome = 'FILLED' | 'FAILURE_RECORDED' | 'PENDING';

export interface ClosingFacts {
  readonly state: MeetingState;
  readonly actorPresides: boolean;
  /** Whoever presides over the session; null: no member can, and a person of the secretariat does. */
  readonly president: string | null;
  readonly isFirstPlenary: boolean;
  readonly coChairs: Readonly<Record<College, SeatOutcome>>;
  /** The elections of this plenary. */
  readonly elections: readonly {
    readonly seat: ElectedSeat;
    readonly state: ElectionState;
    /** Whether the round under way was opened with a closing instant of its own, after the session. */
    readonly outlivesSession: boolean;
  }[];
  /** The titles of the items whose recorded vote is open. */
  readonly votesUnderWay: readonly Text[];
}

export const presidentCloses = rule<ClosingFacts>('PRESIDING', ({ actorPresides, president }) => {
  if (actorPresides) return true;
  return president === null
    ? {
        fr: 'Aucun membre enregistré comme présent ne peut présider : une personne du secrétariat clôt la séance.',
        en: 'No member recorded as present can preside: a person of the secretariat closes the session.',
      }
    : {
        fr: `La séance est présidée par ${president}, qui seul la clôt.`,
        en: `The session is presided over by ${president}, who alone closes it.`,
      };
});

export const firstPlenaryElectsTheCoChairs = rule<ClosingFacts>(
  'C3-FIRST-PLENARY',
  ({ isFirstPlenary, coChairs }) => {
    const pending = isFirstPlenary ? COLLEGES.filter((college) => coChairs[college] === 'PENDING') : [];
    if (pending.length === 0) return true;
    const seats = pending.map((college) => seatInWords({ office: 'CO_CHAIR', college }));
    return {
      fr: `La première séance plénière ne se clôt pas avant que les deux sièges de coprésident soient pourvus, ou l’échec du scrutin constaté. En attente : ${seats.map(({ fr }) => fr).join(' ; ')}.`,
      en: `The first plenary is not closed before both co-chairs’ seats are filled, or the failure of the election recorded. Pending: ${seats.map(({ en }) => en).join('; ')}.`,
    };
  },
);

export const noPollIsLeftBehind = rule<ClosingFacts>('POLL', ({ elections }) => {
  const left = elections.filter(
    ({ state, outlivesSession }) =>
      state === 'DRAFT' || state === 'NOMINATIONS' || (state === 'VOTING' && !outlivesSession),
  );
  if (left.length === 0) return true;
  const seats = left.map(({ seat }) => seatInWords(seat));
  return {
    fr: `Un premier tour s’ouvre en séance, et un tour sans instant de clôture s’y clôt. Restent : ${seats.map(({ fr }) => fr).join(' ; ')}. Achevez ces scrutins, constatez leur échec ou interrompez-les avec un motif.`,
    en: `A first round opens in session, and a round without a closing instant closes there. Left: ${seats.map(({ en }) => en).join('; ')}. Finish these elections, record their failure or cancel them with a reason.`,
  };
});

export const recordedVotesAreClosed = rule<ClosingFacts>('LIFE', ({ votesUnderWay }) => {
  if (votesUnderWay.length === 0) return true;
  return {
    fr: `Un vote enregistré se clôt en séance. Est encore ouvert celui sur : ${votesUnderWay.map(({ fr }) => fr).join(' ; ')}.`,
    en: `A recorded vote closes in session. Still open is the one on: ${votesUnderWay.map(({ en }) => en).join('; ')}.`,
  };
});

export const closeSession = law<ClosingFacts>('closeSession', [
  inLife(MEETING, 'HELD', ({ state }) => state),
  recordedVotesAreClosed,
  firstPlenaryElectsTheCoChairs,
  presidentCloses,
  noPollIsLeftBehind,
]);
