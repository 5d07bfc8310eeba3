import {
  addDays,
  type College,
  type Day,
  dayInWords,
  daysBetween,
  quantity,
  type Text,
} from '@hemicycle/kernel';
import { type ELECTION, MEETING, type StateOf, whileIn } from '../lives.js';
import { openSeats, type SeatsAtStake } from '../open-seats.js';
import { law, rule } from '../rule.js';
import type { ElectionMethod, RulesOfProcedure } from '../rules-of-procedure.js';
import { settingInWords } from '../settings.js';

export type ElectionState = StateOf<typeof ELECTION>;
export type MeetingState = StateOf<typeof MEETING>;

/** The offices that an election fills. */
export type ElectedOffice = 'CO_CHAIR' | 'COMMITTEE_MEMBER';

/** A seat, or the seats, of one office and one college. */
export interface ElectedSeat {
  readonly office: ElectedOffice;
  readonly college: College;
}

const OFFICE: Readonly<Record<ElectedOffice, Text>> = {
  CO_CHAIR: { fr: 'la coprésidence', en: 'co-chair' },
  COMMITTEE_MEMBER: { fr: 'le comité de direction', en: 'management committee' },
};

const COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'acteurs publics', en: 'government actors' },
  CIVIL_SOCIETY: { fr: 'société civile', en: 'civil society' },
};

/** The office and the college as a reason names them: « la coprésidence (société civile) ». */
export function seatInWords({ office, college }: ElectedSeat): Text {
  return {
    fr: `${OFFICE[office].fr} (${COLLEGE[college].fr})`,
    en: `${OFFICE[office].en} (${COLLEGE[college].en})`,
  };
}

/** The method that an edition gives to an office's elections (charter METHOD). */
export function methodOf(office: ElectedOffice, rules: RulesOfProcedure): ElectionMethod {
  return office === 'CO_CHAIR' ? rules.coChairMethod : rules.committeeMethod;
}

/** The methods that this product counts, for each office: a block vote fills several seats at once. */
const COUNTED_METHODS: Readonly<Record<ElectedOffice, readonly ElectionMethod[]>> = {
  CO_CHAIR: ['MAJORITY_TWO_ROUNDS'],
  COMMITTEE_MEMBER: ['BLOCK_VOTE'],
};

/** A seat, or seats, of the management committee about to be filled. */
export interface SeatFacts extends SeatsAtStake {
  readonly seat: ElectedSeat;
}

/** Whoever holds the seats that are not open, with the last day of each term. */
const holdersInWords = (facts: SeatFacts): Text => {
  const open = openSeats(facts);
  const holders = facts.seats.flatMap((seat) =>
    seat.holder === null || open.includes(seat) ? [] : [seat.holder],
  );
  return {
    fr: holders.map(({ name, untilOn }) => `${name} jusqu’au ${dayInWords(untilOn).fr}`).join(' ; '),
    en: holders.map(({ name, untilOn }) => `${name} until ${dayInWords(untilOn).en}`).join('; '),
  };
};

export const coChairMayBePutToTheVote = rule<SeatFacts>('C3-COCHAIRS', (facts) => {
  const { seat, plenaryOn } = facts;
  if (seat.office !== 'CO_CHAIR' || openSeats(facts).length > 0) return true;
  const { fr, en } = COLLEGE[seat.college];
  const holders = holdersInWords(facts);
  return {
    fr: `La coprésidence (${fr}) est tenue par ${holders.fr}, plus de six mois après la séance plénière du ${dayInWords(plenaryOn).fr} : un collège n’a jamais deux coprésidents.`,
    en: `The co-chair of ${en} is ${holders.en}, more than six months after the plenary of ${dayInWords(plenaryOn).en}: a college never has two co-chairs.`,
  };
});

export const committeeSeatMayBePutToTheVote = rule<SeatFacts>('C3-COMMITTEE', (facts) => {
  const { seat, plenaryOn, room, members } = facts;
  if (seat.office !== 'COMMITTEE_MEMBER') return true;
  const { fr, en } = COLLEGE[seat.college];
  if (openSeats(facts).length === 0 || room < 1) {
    const holders = holdersInWords(facts);
    return {
      fr: `Les sièges du comité de direction (${fr}) sont pourvus plus de six mois après la séance plénière du ${dayInWords(plenaryOn).fr} : ${holders.fr}. Le comité a quatre membres outre les coprésidents, jamais cinq.`,
      en: `The management committee’s seats (${en}) are held more than six months after the plenary of ${dayInWords(plenaryOn).en}: ${holders.en}. The committee has four members beside the co-chairs, never five.`,
    };
  }
  return (
    members > 0 || {
      fr: `Le collège (${fr}) n’a pas de membre pour ce siège, personne n’en tenant deux : il n’est pas mis au vote et reste vacant.`,
      en: `The college (${en}) has no member for this seat, since nobody holds two: it is not put to the vote and stays vacant.`,
    }
  );
});

export interface CallFacts extends SeatFacts {
  /** Of the edition in force on the day of the call. */
  readonly rules: RulesOfProcedure;
  readonly on: Day;
  readonly meeting: {
    readonly isPlenary: boolean;
    readonly state: MeetingState;
    /** Whether the published agenda carries this election; null: it is not published yet, or a draft that may be carries it. */
    readonly announced: boolean | null;
  };
  /** The day of the plenary for which another election to the same seat is under way; null: none. */
  readonly underWayFor: Day | null;
}

export const noOtherElectionIsUnderWay = rule<CallFacts>('C3-COCHAIRS', ({ seat, underWayFor }) =>
  underWayFor === null
    ? true
    : {
        fr: `Un scrutin pour ${seatInWords(seat).fr} est déjà appelé pour la séance plénière du ${dayInWords(underWayFor).fr} : deux scrutins donneraient deux élus à un siège.`,
        en: `An election for the seat of ${seatInWords(seat).en} is already called for the plenary of ${dayInWords(underWayFor).en}: two elections would give one seat two winners.`,
      },
);

export const calledForAPlenary = rule<CallFacts>(
  'C3-ELECTED-AT-PLENARY',
  ({ meeting }) =>
    meeting.isPlenary || {
      fr: 'Cette réunion n’est pas une séance plénière : les mandats au comité de direction ne naissent que d’une élection en séance plénière.',
      en: 'This meeting is no plenary: mandates on the management committee begin only from an election at a plenary.',
    },
);

export const announcedByTheConvocation = rule<CallFacts>(
  'C3-AGENDA',
  ({ meeting, seat }) =>
    meeting.announced !== false || {
      fr: `L’ordre du jour est publié et ne porte pas l’élection pour ${seatInWords(seat).fr} : elle attend un ordre du jour modifié, ou une autre séance, qui l’annonce.`,
      en: `The agenda is published and does not carry the election of ${seatInWords(seat).en}: it waits for a changed agenda, or another session, that announces it.`,
    },
);

export const nominationsWouldStillBeOpen = rule<CallFacts>(
  'ELIGIBILITY',
  ({ rules, on, plenaryOn, meeting }) => {
    const lastOn = lastDayOfNominations(rules, plenaryOn);
    if (meeting.announced === null || lastOn === null || on <= lastOn) return true;
    const daysBefore = daysBetween(lastOn, plenaryOn);
    return {
      fr: `Les candidatures se closent ${quantity.fr(daysBefore, 'jour', 'jours')} avant la séance, le ${dayInWords(lastOn).fr} : personne ne pourrait plus se présenter.`,
      en: `Nominations close ${quantity.en(daysBefore, 'day', 'days')} before the session, on ${dayInWords(lastOn).en}: nobody could stand any more.`,
    };
  },
);

export const methodIsCounted = rule<{ readonly rules: RulesOfProcedure; readonly seat: ElectedSeat }>(
  'METHOD',
  ({ rules, seat }) => {
    if (COUNTED_METHODS[seat.office].includes(methodOf(seat.office, rules))) return true;
    const asked = settingInWords(seat.office === 'CO_CHAIR' ? 'coChairMethod' : 'committeeMethod', rules);
    return {
      fr: `Les règles de fonctionnement prévoient pour ${seatInWords(seat).fr} : ${asked.fr}. Le forum dépouille pour l’instant la majorité en deux tours pour la coprésidence, et le scrutin plurinominal pour le comité.`,
      en: `The rules of procedure give to the seat of ${seatInWords(seat).en}: ${asked.en}. So far, the forum counts majority in two rounds for co-chairs, and block votes for the committee.`,
    };
  },
);

/** An adopted rule that settles ties by what the forum does not record would leave them unsettled. */
export const tiesGoToTheLot = rule<{ readonly rules: RulesOfProcedure }>('TIE', ({ rules }) => {
  if (rules.tieRule === null) return true;
  const adopted = settingInWords('tieRule', rules);
  return {
    fr: `Les règles de fonctionnement règlent les égalités ainsi : ${adopted.fr}. Le forum n’applique pour l’instant que le départage, puis le sort.`,
    en: `The rules of procedure settle ties so: ${adopted.en}. So far, the forum applies nothing but the run-off, then the lot.`,
  };
});

export const callElection = law<CallFacts>('callElection', [
  whileIn(MEETING, ['PLANNED', 'CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION'], ({ meeting }) => meeting.state),
  coChairMayBePutToTheVote,
  noOtherElectionIsUnderWay,
  committeeSeatMayBePutToTheVote,
  calledForAPlenary,
  tiesGoToTheLot,
  announcedByTheConvocation,
  nominationsWouldStillBeOpen,
  methodIsCounted,
]);

/** The last day of nominations, that day included; null when they close with the poll's order (ELIGIBILITY). */
export function lastDayOfNominations(
  { nominationsCloseDaysBefore: days }: Pick<RulesOfProcedure, 'nominationsCloseDaysBefore'>,
  plenaryOn: Day,
): Day | null {
  return days === null ? null : addDays(plenaryOn, -days);
}
