import { COLLEGES, type College, type Day, dayInWords, type Text } from '@hemicycle/kernel';
import { RULE_IDS } from '../articles.js';
import { law, type Rule, rule } from '../rule.js';
import { PUBLICATION_RULES, type PublicationFacts } from './agenda-publication.js';
import { CONVOCATION_RULES, type ConvocationFacts } from './convocation.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import {
  coChairMayBePutToTheVote,
  committeeSeatMayBePutToTheVote,
  type ElectedSeat,
  lastDayOfNominations,
  methodIsCounted,
  seatInWords,
  type SeatFacts,
  tiesGoToTheLot,
} from './elections-call.js';

/** An election called for a meeting whose agenda is about to be published. */
export interface CalledElection extends SeatFacts {
  /** Whether the publication opens its nominations; an earlier one opened them otherwise. */
  readonly opens: boolean;
}

/** The elections of a meeting whose agenda is about to be published, with the convocation or since, and those that it announces. */
export interface ElectionsConvenedFacts {
  /** Of the edition in force on the day of the publication: it judges the elections that it opens to their end. */
  readonly rules: RulesOfProcedure;
  readonly on: Day;
  readonly isFirstPlenary: boolean;
  /** The seats that the agenda's items put to the vote. */
  readonly announced: readonly ElectedSeat[];
  /** The elections called for this meeting and not cancelled, their nominations about to open or open. */
  readonly called: readonly CalledElection[];
}

const among = (seats: readonly ElectedSeat[], wanted: ElectedSeat): boolean =>
  seats.some(({ office, college }) => office === wanted.office && college === wanted.college);

const listed = (seats: readonly ElectedSeat[]): { fr: string; en: string } => {
  const words = seats.map(seatInWords);
  return { fr: words.map(({ fr }) => fr).join(' ; '), en: words.map(({ en }) => en).join('; ') };
};

const opening = ({ called }: ElectionsConvenedFacts): CalledElection[] => called.filter(({ opens }) => opens);

const calledSeats = ({ called }: ElectionsConvenedFacts): ElectedSeat[] => called.map(({ seat }) => seat);

/** The first answer that is not a yes. */
const firstRefusal = ({ check }: Rule<SeatFacts>, seats: readonly SeatFacts[]): true | Text =>
  seats.map((facts) => check(facts)).find((answer) => answer !== true) ?? true;

/** C3-COCHAIRS judged again: the plenary may have been put off, or the seat filled, since the call. */
export const coChairsMayStillBePutToTheVote = rule<Pick<ElectionsConvenedFacts, 'called'>>(
  'C3-COCHAIRS',
  ({ called }) => firstRefusal(coChairMayBePutToTheVote, called),
);

/** C3-COMMITTEE judged again, for the same reasons. */
export const committeeMayStillBePutToTheVote = rule<Pick<ElectionsConvenedFacts, 'called'>>(
  'C3-COMMITTEE',
  ({ called }) => firstRefusal(committeeSeatMayBePutToTheVote, called),
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

/** Whoever reads the announcement must still be able to stand. */
export const nominationsWouldOpenInTime = rule<ElectionsConvenedFacts>('ELIGIBILITY', (facts) => {
  const { rules, on } = facts;
  for (const { seat, plenaryOn } of opening(facts)) {
    const lastOn = lastDayOfNominations(rules, plenaryOn);
    if (lastOn === null || on <= lastOn) continue;
    const [what, last] = [seatInWords(seat), dayInWords(lastOn)];
    return {
      fr: `Les candidatures pour ${what.fr} se closent le ${last.fr} : personne ne pourrait plus se présenter à l’élection annoncée.`,
      en: `Nominations for the seat of ${what.en} close on ${last.en}: nobody could stand in the election announced any more.`,
    };
  }
  return true;
});

/** TIE judged by the edition that opens the nominations. */
export const tiesOfTheseElectionsGoToTheLot = rule<ElectionsConvenedFacts>('TIE', (facts) =>
  opening(facts).length === 0 ? true : tiesGoToTheLot.check(facts),
);

/** METHOD is fixed by the edition that opens the nominations. */
export const everyMethodIsCounted = rule<ElectionsConvenedFacts>('METHOD', (facts) => {
  for (const { seat } of opening(facts)) {
    const answer = methodIsCounted.check({ rules: facts.rules, seat });
    if (answer !== true) return answer;
  }
  return true;
});

/** What an agenda that is published must respect for its elections. */
const ELECTIONS_RULES: readonly Rule<ElectionsConvenedFacts>[] = [
  coChairsMayStillBePutToTheVote,
  committeeMayStillBePutToTheVote,
  firstPlenaryIsCalledToElectCoChairs,
  announcedElectionsAreCalled,
  calledElectionsAreAnnounced,
  nominationsWouldOpenInTime,
  tiesOfTheseElectionsGoToTheLot,
  everyMethodIsCounted,
];

export const inCharterOrder = <Facts>(rules: readonly Rule<Facts>[]): Rule<Facts>[] =>
  rules.toSorted((a, b) => RULE_IDS.indexOf(a.id) - RULE_IDS.indexOf(b.id));

/** Convening a plenary: what any convocation respects, and what its elections add, in charter order. */
export const conveneMeeting = law<ConvocationFacts & ElectionsConvenedFacts>(
  'conveneMeeting',
  inCharterOrder<ConvocationFacts & ElectionsConvenedFacts>([...CONVOCATION_RULES, ...ELECTIONS_RULES]),
);

/** Publishing an agenda changed after the convocation: in charter order too. */
export const publishAgenda = law<PublicationFacts & ElectionsConvenedFacts>(
  'publishAgenda',
  inCharterOrder<PublicationFacts & ElectionsConvenedFacts>([...PUBLICATION_RULES, ...ELECTIONS_RULES]),
);
