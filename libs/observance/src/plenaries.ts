import type { RulesOfProcedure } from '@hemicycle/charter';
import { addDays, addMonths, type Day, dayInWords, quantity, type Text } from '@hemicycle/kernel';
import type { SessionFacts } from './minutes.js';
import type { Due } from './obligation.js';

/** A plenary that is planned, convened, or was held; one that was cancelled is none. */
export interface PlenaryFacts extends SessionFacts {
  /** The day for which it is planned or convened. */
  readonly startsOn: Day;
  /** The day on which its latest convocation left; null: none left. */
  readonly convenedOn: Day | null;
  /** Whether that is a second convocation, on the agenda of a session that lacked its quorum (charter QUORUM). */
  readonly convenedAgain: boolean;
  /** The day on which its session opened; null: it did not. */
  readonly openedOn: Day | null;
  /** That same day, once the session closed: one that is open was not held yet. Null: it was not. */
  readonly heldOn: Day | null;
}

/** Two months: time to plan a plenary, agree on its agenda and send its convocation. */
const PLENARY_SOON_DAYS = 60;
/** A month before the convocation must leave, its agenda is to be agreed on. */
const CONVOCATION_SOON_DAYS = 30;

/** Those held by that day, the earliest first. */
export const heldBy = (
  plenaries: readonly PlenaryFacts[],
  on: Day,
): (PlenaryFacts & { readonly heldOn: Day })[] =>
  plenaries
    .flatMap((one) => (one.heldOn !== null && one.heldOn <= on ? [{ ...one, heldOn: one.heldOn }] : []))
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1));

/** Whether it is to come, or its session is open. */
const isAhead = ({ heldOn, openedOn, startsOn }: PlenaryFacts, on: Day): boolean =>
  (heldOn === null || heldOn > on) && (startsOn >= on || openedOn !== null);

/** The next one to come, or the one in session; null: none is planned. */
export const nextOf = (plenaries: readonly PlenaryFacts[], on: Day): PlenaryFacts | null =>
  plenaries.filter((one) => isAhead(one, on)).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0] ??
  null;

/**
 * What the next plenary is to do, after the day on which it became needed: by the one held since, else by the one announced, else within
 * six months of the last (charter OGP-1.1).
 */
export function byNextPlenary(
  plenaries: readonly PlenaryFacts[],
  neededOn: Day,
  on: Day,
): { readonly dueOn: Day; readonly toCome: PlenaryFacts | null } {
  const held = heldBy(plenaries, on);
  const passed = held.find(({ heldOn }) => heldOn > neededOn);
  const toCome = nextOf(
    plenaries.filter(({ openedOn, startsOn }) => (openedOn ?? startsOn) > neededOn),
    on,
  );
  const last = held.at(-1)?.heldOn ?? neededOn;
  return { dueOn: passed?.heldOn ?? toCome?.startsOn ?? addMonths(last, 6), toCome };
}

const named = ({ number }: PlenaryFacts): Text => ({
  fr: `la séance plénière n° ${number}`,
  en: `plenary ${number}`,
});

/**
 * A plenary at least every six months (charter OGP-1.1): after each one the next is due by the same date six months later,
 * or that month's last day (CPC 641).
 */
export function sixMonthsApart(plenaries: readonly PlenaryFacts[], on: Day): Due[] {
  const held = heldBy(plenaries, on);
  const next = nextOf(plenaries, on);
  return held.map((last, index) => {
    const dueOn = addMonths(last.heldOn, 6);
    const following = held[index + 1] ?? null;
    const lastDay = dayInWords(last.heldOn);
    const due = dayInWords(dueOn);
    const fate = following === null ? announced(next, dueOn) : heldWhen(following, dueOn);
    return {
      rule: 'OGP-1.1',
      subject: {
        fr: `Séance plénière dans les six mois qui suivent celle du ${lastDay.fr}`,
        en: `Plenary within six months of that of ${lastDay.en}`,
      },
      meetingId: (following ?? next)?.meetingId ?? null,
      dueOn,
      doneOn: following?.heldOn ?? null,
      soonDays: PLENARY_SOON_DAYS,
      announcedTooLate: following === null && next !== null && next.startsOn > dueOn,
      why: {
        fr: `${capital(named(last).fr)} s’est tenue le ${lastDay.fr} ; six mois mènent au ${due.fr}. ${fate.fr}`,
        en: `${capital(named(last).en)} was held on ${lastDay.en}; six months lead to ${due.en}. ${fate.en}`,
      },
    };
  });
}

/** How many plenaries the cadence wants in a year: two, or one in a year whose first plenary ever came after 30 June (our reading). */
export const wantedIn = (year: string, first: Day): number =>
  first.startsWith(year) && first > `${year}-06-30` ? 1 : 2;

/** Two plenaries a calendar year (charter C3-PLENARY-CADENCE), from the year of the first one on. */
export function twiceAYear(plenaries: readonly PlenaryFacts[], on: Day): Due[] {
  const held = heldBy(plenaries, on);
  const first = held[0]?.heldOn;
  if (first === undefined) return [];
  const dues: Due[] = [];
  for (let number = yearOf(first); number <= yearOf(on); number += 1) {
    const year = String(number).padStart(4, '0');
    const dueOn = `${year}-12-31` as Day;
    const wanted = wantedIn(year, first);
    const ofYear = held.filter(({ heldOn }) => heldOn.startsWith(year));
    const toCome = plenaries.filter((one) => isAhead(one, on) && one.startsOn.startsWith(year)).length;
    const last = ofYear[wanted - 1] ?? null;
    const missing = wanted - ofYear.length;
    const met = {
      fr: `${year} : ${quantity.fr(ofYear.length, 'séance tenue', 'séances tenues')} sur ${wanted} prévues par an${wanted === 1 ? ' (la première du forum est venue après juin)' : ''}`,
      en: `${year}: ${quantity.en(ofYear.length, 'plenary', 'plenaries')} held of the ${wanted} planned${wanted === 1 ? ' (the forum’s first came after June)' : ''}`,
    };
    const rest =
      missing <= 0
        ? { fr: '.', en: '.' }
        : dueOn < on
          ? { fr: ` ; il en a manqué ${missing}.`, en: `; ${missing} missing.` }
          : {
              fr: ` ; ${missing} à tenir au plus tard le 31 décembre, ${toCome === 0 ? 'aucune n’étant annoncée' : quantity.fr(toCome, 'étant annoncée', 'étant annoncées')}.`,
              en: `; ${missing} to be held by 31 December, ${toCome === 0 ? 'none' : toCome} announced.`,
            };
    dues.push({
      rule: 'C3-PLENARY-CADENCE',
      subject: { fr: `Deux séances plénières en ${year}`, en: `Two plenaries in ${year}` },
      meetingId: null,
      dueOn,
      doneOn: last?.heldOn ?? null,
      soonDays: PLENARY_SOON_DAYS,
      neverMended: true,
      why: { fr: met.fr + rest.fr, en: met.en + rest.en },
    });
  }
  return dues;
}

/** The convocation of each plenary to come, as many days before it as the rules of procedure ask of a first or of a second one (charter NOTICE). */
export function convocationsToSend(
  plenaries: readonly PlenaryFacts[],
  on: Day,
  rules: Pick<RulesOfProcedure, 'plenaryNoticeDays' | 'secondConvocationNoticeDays'>,
): Due[] {
  return plenaries
    .filter(({ openedOn, heldOn }) => openedOn === null && (heldOn === null || heldOn > on))
    .map((plenary) => {
      const again = plenary.convenedAgain;
      const days = again ? rules.secondConvocationNoticeDays : rules.plenaryNoticeDays;
      const dueOn = addDays(plenary.startsOn, -days);
      const sent = plenary.convenedOn !== null && plenary.convenedOn <= on ? plenary.convenedOn : null;
      const starts = dayInWords(plenary.startsOn);
      const due = dayInWords(dueOn);
      const subject = {
        fr: `${again ? 'Seconde convocation' : 'Convocation'} de ${named(plenary).fr}`,
        en: `${again ? 'Second convocation' : 'Convocation'} of ${named(plenary).en}`,
      };
      return {
        rule: 'NOTICE',
        subject,
        meetingId: plenary.meetingId,
        dueOn,
        doneOn: sent,
        soonDays: CONVOCATION_SOON_DAYS,
        why: {
          fr: `Elle se tient le ${starts.fr} ; la ${again ? 'seconde ' : ''}convocation part ${quantity.fr(days, 'jour', 'jours')} avant, soit le ${due.fr} au plus tard${again ? '' : ', sauf urgence motivée'}.`,
          en: `It is held on ${starts.en}; the ${again ? 'second ' : ''}convocation leaves ${quantity.en(days, 'day', 'days')} ahead, by ${due.en}${again ? '' : ', save urgency with its reason'}.`,
        },
      };
    });
}

function announced(next: PlenaryFacts | null, dueOn: Day): Text {
  if (next === null) {
    return { fr: 'Aucune séance n’est encore annoncée.', en: 'No plenary is announced yet.' };
  }
  const starts = dayInWords(next.startsOn);
  const late = next.startsOn > dueOn;
  return {
    fr: `${capital(named(next).fr)} est annoncée pour le ${starts.fr}${late ? ', trop tard' : ''}.`,
    en: `${capital(named(next).en)} is announced for ${starts.en}${late ? ', too late' : ''}.`,
  };
}

function heldWhen(following: PlenaryFacts & { readonly heldOn: Day }, dueOn: Day): Text {
  const held = dayInWords(following.heldOn);
  const late = following.heldOn > dueOn;
  return {
    fr: `${capital(named(following).fr)} s’est tenue le ${held.fr}, ${late ? 'en retard' : 'à temps'}.`,
    en: `${capital(named(following).en)} was held on ${held.en}, ${late ? 'late' : 'in time'}.`,
  };
}

const yearOf = (on: Day): number => Number(on.slice(0, 4));
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
