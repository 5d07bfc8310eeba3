import { COLLEGES, type College, type Text } from '@hemicycle/kernel';
import { RULE_IDS } from '../articles.js';
import { law, type Rule, rule } from '../rule.js';
import { CONVOCATION_RULES, type ConvocationFacts } from './convocation.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import {
  coChairMayBePutToTheVote,
  committeeSeatMayBePutToTheVote,
  type ElectedSeat,
  methodIsCounted,
  recordedElectionsAreAllowed,
  seatInWords,
  type SeatFacts,
  tiesGoToTheLot,
} from './elections-call.js';

/** The elections of a meeting about to be convened, and those that its agenda announces. */
export interface ElectionsConvenedFacts {
  /** Of the edition in force on the day of the convocation: it judges these elections to their end. */
  readonly rules: RulesOfProcedure;
  readonly isFirstPlenary: boolean;
  /** The seats that the agenda's items put to the vote. */
  readonly announced: readonly ElectedSeat[];
  /** The elections called for this meeting and not cancelled, their nominations about to open or open. */
  readonly called: readonly SeatFacts[];
}

const among = (seats: readonly ElectedSeat[], wanted: ElectedSeat): boolean =>
  seats.some(({ office, college }) => office === wanted.office && college === wanted.college);

const listed = (seats: readonly ElectedSeat[]): { fr: string; en: string } => {
  const words = seats.map(seatInWords);
  return { fr: words.map(({ fr }) => fr).join(' ; '), en: words.map(({ en }) => en).join('; ') };
};

const calledSeats = ({ called }: ElectionsConvenedFacts): ElectedSeat[] => called.map(({ seat }) => seat);

/** The first answer that is not a yes. */
const firstRefusal = ({ check }: Rule<SeatFacts>, seats: readonly SeatFacts[]): true | Text =>
  seats.map((facts) => check(facts)).find((answer) => answer !== true) ?? true;

/** C3-COCHAIRS judged again: the plenary may have been put off, or the seat filled, since the call. */
export const coChairsMayStillBePutToTheVote = rule<ElectionsConvenedFacts>('C3-COCHAIRS', ({ called }) =>
  firstRefusal(coChairMayBePutToTheVote, called),
);

/** C3-COMMITTEE judged again, for the same reasons. */
export const committeeMayStillBePutToTheVote = rule<ElectionsConvenedFacts>('C3-COMMITTEE', ({ called }) =>
  firstRefusal(committeeSeatMayBePutToTheVote, called),
);

export const firstPlenaryIsCalledToElectCoChairs = rule<ElectionsConvenedFacts>(
  'C3-FIRST-PLENARY',
  (facts) => {
    if (!facts.isFirstPlenary) return true;
    const missing = COLLEGES.map((college: College): ElectedSeat => ({ office: 'CO_CHAIR', college })).filter(
      (seat) => !among(facts.announced, seat) || !among(calledSeats(facts), seat),
    );
    if (missing.length === 0) return true;
    const { fr, en } = listed(missing);
    return {
      fr: `La première séance plénière élit les deux coprésidents : chaque élection figure à son ordre du jour et y est appelée. Manque : ${fr}.`,
      en: `The first plenary elects the two co-chairs: each election is on its agenda, and called. Missing: ${en}.`,
    };
  },
);

export const announcedElectionsAreCalled = rule<ElectionsConvenedFacts>('C3-ELECTED-AT-PLENARY', (facts) => {
  const uncalled = facts.announced.filter((seat) => !among(calledSeats(facts), seat));
  if (uncalled.length === 0) return true;
  const { fr, en } = listed(uncalled);
  return {
    fr: `L’ordre du jour annonce une élection qui n’est pas appelée, donc sans candidatures possibles : ${fr}.`,
    en: `The agenda announces an election that is not called, so that nobody could stand: ${en}.`,
  };
});

export const calledElectionsAreAnnounced = rule<ElectionsConvenedFacts>('C3-AGENDA', (facts) => {
  const unannounced = calledSeats(facts).filter((seat) => !among(facts.announced, seat));
  if (unannounced.length === 0) return true;
  const { fr, en } = listed(unannounced);
  return {
    fr: `Une élection est appelée pour cette séance et l’ordre du jour ne l’annonce pas : ${fr}.`,
    en: `An election is called for this session and the agenda does not announce it: ${en}.`,
  };
});

/** TIE judged by the edition that opens the nominations. */
export const tiesOfTheseElectionsGoToTheLot = rule<ElectionsConvenedFacts>('TIE', ({ rules, called }) =>
  called.length === 0 ? true : tiesGoToTheLot.check({ rules }),
);

/** SECRECY judged again, by the edition that opens the nominations. */
export const recordedElectionsMayOpen = rule<ElectionsConvenedFacts>('SECRECY', ({ rules, called }) =>
  called.length === 0 ? true : recordedElectionsAreAllowed.check({ rules }),
);

/** METHOD is fixed by the edition that opens the nominations. */
export const everyMethodIsCounted = rule<ElectionsConvenedFacts>('METHOD', ({ rules, called }) => {
  for (const { seat } of called) {
    const answer = methodIsCounted.check({ rules, seat });
    if (answer !== true) return answer;
  }
  return true;
});

/** Convening a plenary: what any convocation respects, and what its elections add, in charter order. */
export const conveneMeeting = law<ConvocationFacts & ElectionsConvenedFacts>(
  'conveneMeeting',
  (
    [
      ...CONVOCATION_RULES,
      coChairsMayStillBePutToTheVote,
      committeeMayStillBePutToTheVote,
      firstPlenaryIsCalledToElectCoChairs,
      announcedElectionsAreCalled,
      calledElectionsAreAnnounced,
      tiesOfTheseElectionsGoToTheLot,
      recordedElectionsMayOpen,
      everyMethodIsCounted,
    ] satisfies readonly Rule<ConvocationFacts & ElectionsConvenedFacts>[]
  ).toSorted((a, b) => RULE_IDS.indexOf(a.id) - RULE_IDS.indexOf(b.id)),
);
