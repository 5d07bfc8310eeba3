import type { Parity } from '@hemicycle/charter';
import { addDays, type College, type Day, dayInWords, type Text } from '@hemicycle/kernel';
import type { Office } from '@hemicycle/mandates';
import type { Due } from './obligation.js';
import { byNextPlenary, heldBy, nextOf, type PlenaryFacts } from './plenaries.js';

/** A mandate that a seat gave. */
export interface SeatMandate {
  readonly mandateId: string;
  readonly personId: string;
  readonly holder: string;
  readonly fromOn: Day;
  /** The last day of its term. */
  readonly termUntilOn: Day;
  /** The last day until which its holder may act after the term, without a successor. */
  readonly actsUntilOn: Day;
  /** The last day on which its holder acted, when she or the secretariat ended that by the day asked for; null: nobody did. */
  readonly actingEndedOn: Day | null;
  /** The last day, when something ended it before its term; null: nothing did. */
  readonly endedOn: Day | null;
  /** Whether what ended it is the mandate that followed. */
  readonly succeeded: boolean;
  /**
   * Whether a plenary ended it, by removing its holder or by electing her to another seat: its last day is then the day before
   * that plenary, which cannot be the one to fill the seat that it left vacant.
   */
  readonly endedByPlenary: boolean;
}

/** A seat of the management committee that the rules of procedure give, with what it gave, the earliest first. */
export interface SeatFacts {
  readonly office: Office;
  readonly college: College;
  /** From 1, within the office and the college. */
  readonly number: number;
  readonly mandates: readonly SeatMandate[];
}

/** How the seats that a college holds stand for parity, with the terms that run. */
export interface ParityFacts {
  readonly college: College;
  readonly parity: Parity;
  /** The first day of the latest of its mandates: since then nobody came or went. */
  readonly sinceOn: Day;
  /** The last day of the earliest of its terms: the first seat to be renewed. */
  readonly termUntilOn: Day;
}

/** From half a year before a term ends its seat may be put to the vote (charter C3-COCHAIRS). */
const TERM_SOON_DAYS = 180;
const BY_ELECTION_SOON_DAYS = 60;

const COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'acteurs publics', en: 'government' },
  CIVIL_SOCIETY: { fr: 'société civile', en: 'civil society' },
};

function seatInWords({ office, college, number }: SeatFacts): Text {
  const { fr, en } = COLLEGE[college];
  return office === 'CO_CHAIR'
    ? { fr: `siège de coprésidence (${fr})`, en: `co-chair’s seat (${en})` }
    : { fr: `siège n° ${number} du comité (${fr})`, en: `committee seat ${number} (${en})` };
}

/**
 * What a seat makes due: a successor by the end of each term (charter C3-TERM); after a term without one, within the
 * time for which its holder may act (ACTING); once she acts no more, or after anything else, a by-election at the next plenary (VACANCY).
 */
export function seatsDue(seats: readonly SeatFacts[], plenaries: readonly PlenaryFacts[], on: Day): Due[] {
  return seats.flatMap((seat) => {
    const begun = seat.mandates.filter(({ fromOn }) => fromOn <= on);
    const neverFilled = begun.length === 0 ? neverFilledDue(seat, plenaries, on) : [];
    return [
      ...neverFilled,
      ...begun.flatMap((mandate, index) =>
        mandateDue(seat, mandate, begun[index + 1] ?? null, plenaries, on),
      ),
    ];
  });
}

/** A seat that the first plenary left empty waits for the next one. */
function neverFilledDue(seat: SeatFacts, plenaries: readonly PlenaryFacts[], on: Day): Due[] {
  const [first] = heldBy(plenaries, on);
  if (first === undefined) return [];
  const since = dayInWords(first.heldOn);
  return [
    vacancy(seat, first.heldOn, null, plenaries, on, {
      fr: `Il n’a jamais été pourvu depuis la première séance plénière, le ${since.fr}.`,
      en: `Nobody has filled it since the first plenary, on ${since.en}.`,
    }),
  ];
}

function mandateDue(
  seat: SeatFacts,
  mandate: SeatMandate,
  next: SeatMandate | null,
  plenaries: readonly PlenaryFacts[],
  on: Day,
): Due[] {
  const { mandateId, personId, holder, termUntilOn, actsUntilOn } = mandate;
  const { actingEndedOn, endedOn, succeeded, endedByPlenary } = mandate;
  if (endedOn !== null && endedOn <= on && !succeeded) {
    const left = dayInWords(endedOn);
    const vacantOn = endedByPlenary ? addDays(endedOn, 1) : endedOn;
    return [
      vacancy(seat, vacantOn, next, plenaries, on, {
        fr: `Le mandat de ${holder} a pris fin le ${left.fr}, avant son terme.`,
        en: `The mandate of ${holder} ended on ${left.en}, before its term.`,
      }),
    ];
  }
  const words = seatInWords(seat);
  const term = dayInWords(termUntilOn);
  const plenary = nextOf(plenaries, on);
  const facts = {
    fr: `Le mandat de ${holder} va jusqu’au ${term.fr} ; aucun acte ne l’allonge.`,
    en: `The mandate of ${holder} runs to ${term.en}; no act lengthens it.`,
  };
  const fate = next === null ? elects(plenary) : filled(next);
  const renewal: Due = {
    rule: 'C3-TERM',
    subject: { fr: `Renouvellement du ${words.fr}`, en: `Renewal of the ${words.en}` },
    meetingId: next === null ? (plenary?.meetingId ?? null) : null,
    dueOn: termUntilOn,
    doneOn: next?.fromOn ?? null,
    soonDays: TERM_SOON_DAYS,
    why: { fr: `${facts.fr} ${fate.fr}`, en: `${facts.en} ${fate.en}` },
    reminded: { about: `mandate ${mandateId}`, secretariat: true, personId, keyPart: null },
  };
  // A successor proclaimed on the day after the term leaves no day without a holder.
  const gap = (next?.fromOn ?? addDays(on, 1)) > addDays(termUntilOn, 1) && termUntilOn < on;
  if (!gap) return [renewal];
  if (actingEndedOn !== null) {
    const left = dayInWords(actingEndedOn);
    return [
      renewal,
      vacancy(seat, actingEndedOn, next, plenaries, on, {
        fr: `Le terme du mandat de ${holder} est passé le ${term.fr} sans successeur, et son intérim a pris fin le ${left.fr}.`,
        en: `The term of ${holder} passed on ${term.en} without a successor, and the acting time ended on ${left.en}.`,
      }),
    ];
  }
  const last = dayInWords(actsUntilOn);
  return [
    renewal,
    {
      ...renewal,
      rule: 'ACTING',
      subject: { fr: `Fin de l’intérim du ${words.fr}`, en: `End of the acting time of the ${words.en}` },
      dueOn: actsUntilOn,
      soonDays: TERM_SOON_DAYS,
      why: {
        fr: `Le terme est passé le ${term.fr} sans successeur : ${holder} ne peut exercer l’intérim que jusqu’au ${last.fr}, et la prochaine séance plénière doit porter l’élection. ${fate.fr}`,
        en: `The term passed on ${term.en} without a successor: ${holder} may act until ${last.en} only, and the next plenary must carry the election. ${fate.en}`,
      },
    },
  ];
}

/** A by-election at the first plenary after the day on which the seat fell vacant: the one held, else the one announced, else within six months of the last. */
function vacancy(
  seat: SeatFacts,
  vacantOn: Day,
  next: SeatMandate | null,
  plenaries: readonly PlenaryFacts[],
  on: Day,
  since: Text,
): Due {
  const words = seatInWords(seat);
  const { dueOn, toCome } = byNextPlenary(plenaries, vacantOn, on);
  const fate = next === null ? elects(toCome) : filled(next);
  return {
    rule: 'VACANCY',
    subject: { fr: `Élection partielle au ${words.fr}`, en: `By-election to the ${words.en}` },
    meetingId: next === null ? (toCome?.meetingId ?? null) : null,
    dueOn,
    doneOn: next?.fromOn ?? null,
    soonDays: BY_ELECTION_SOON_DAYS,
    why: { fr: `${since.fr} ${fate.fr}`, en: `${since.en} ${fate.en}` },
  };
}

function elects(plenary: PlenaryFacts | null): Text {
  if (plenary === null) {
    return {
      fr: 'Aucune séance plénière n’est encore annoncée pour l’élection.',
      en: 'No plenary is announced yet for the election.',
    };
  }
  const starts = dayInWords(plenary.startsOn);
  return {
    fr: `La prochaine séance plénière est annoncée pour le ${starts.fr}.`,
    en: `The next plenary is announced for ${starts.en}.`,
  };
}

function filled({ holder, fromOn }: SeatMandate): Text {
  const from = dayInWords(fromOn);
  return {
    fr: `${holder} a été proclamé·e le ${from.fr}.`,
    en: `${holder} was proclaimed on ${from.en}.`,
  };
}

const OF_COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'des acteurs publics', en: 'government actors' },
  CIVIL_SOCIETY: { fr: 'de la société civile', en: 'civil society' },
};

/**
 * A gap of one at most between women and men among each college’s seats (charter PARITY): where it is larger, the first
 * renewal can mend it. Where too few declared to tell, nothing is due: nobody has to declare.
 */
export function parityDue(colleges: readonly ParityFacts[]): Due[] {
  return colleges
    .filter(({ parity }) => parity !== 'UNKNOWN')
    .map(({ college, parity, sinceOn, termUntilOn }): Due => {
      const { fr, en } = OF_COLLEGE[college];
      const until = dayInWords(termUntilOn);
      const met = parity === 'MET';
      return {
        rule: 'PARITY',
        subject: {
          fr: `Parité parmi les sièges ${fr} au comité`,
          en: `Parity among the committee seats of ${en}`,
        },
        meetingId: null,
        dueOn: termUntilOn,
        doneOn: met ? sinceOn : null,
        soonDays: TERM_SOON_DAYS,
        why: met
          ? {
              fr: 'D’après les déclarations, l’écart entre le nombre de femmes et le nombre d’hommes n’est pas supérieur à un.',
              en: 'By what was declared, the gap between the number of women and the number of men is at most one.',
            }
          : {
              fr: `D’après les déclarations, l’écart entre le nombre de femmes et le nombre d’hommes est supérieur à un. Le premier siège à renouveler l’est au plus tard le ${until.fr}.`,
              en: `By what was declared, the gap between the number of women and the number of men is larger than one. The first seat to be renewed is so by ${until.en}.`,
            },
      };
    });
}
