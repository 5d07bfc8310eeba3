import { addDays, addMonths, type Day, day, dayInWords, quantity, type Text } from '@hemicycle/kernel';
import type { FacilitatorFacts } from './facilitators.js';
import type { Due } from './obligation.js';
import type { PreparedFacts } from './preparations.js';

/** A meeting of a working group that is planned, convened, or was held; one that was cancelled is none. */
export interface GroupMeetingFacts extends PreparedFacts {
  /** The day on which its session opened, once it closed; null: it was not held. */
  readonly heldOn: Day | null;
}

/** A working group that was set up, as it was known on a day. */
export interface GroupFacts {
  readonly groupId: string;
  readonly theme: Text;
  readonly setUpOn: Day;
  /** The day of the decision that closed it; null: none did. */
  readonly closedOn: Day | null;
  /** The persons who facilitate it on that day. */
  readonly facilitatorIds: readonly string[];
  /** The facilitators’ mandates begun by that day. */
  readonly facilitators: readonly FacilitatorFacts[];
  readonly meetings: readonly GroupMeetingFacts[];
}

/** Time to plan a meeting, set its agenda and let its convocation leave. */
const QUARTER_SOON_DAYS = 30;

/** A quarter of the calendar, by its first and last days. */
interface Quarter {
  readonly number: number;
  readonly year: string;
  readonly fromOn: Day;
  readonly untilOn: Day;
}

/** The quarter in which a day falls. */
export function quarterOf(on: Day): Quarter {
  const [year = '', month = ''] = on.split('-');
  const number = Math.ceil(Number(month) / 3);
  const fromOn = day(`${year}-${String(number * 3 - 2).padStart(2, '0')}-01`);
  return { number, year, fromOn, untilOn: addDays(addMonths(fromOn, 3), -1) };
}

const named = ({ number, year }: Quarter): Text => ({
  fr: `${number === 1 ? '1er' : `${number}e`} trimestre ${year}`,
  en: `quarter ${number} of ${year}`,
});

/**
 * Each group meets once a quarter (charter C3-WG-CADENCE): by the last day of each quarter of the calendar, from the one that
 * follows its set-up, since a plenary may set it up too late to convene anybody; a meeting held in the very quarter of the
 * set-up is shown as well. Nothing is due for the quarter in which the group is closed.
 */
export function onceAQuarter(groups: readonly GroupFacts[], on: Day): Due[] {
  return groups.flatMap((group) => {
    const { setUpOn, closedOn } = group;
    const last = closedOn !== null && closedOn < on ? closedOn : on;
    const dues: Due[] = [];
    for (
      let quarter = quarterOf(setUpOn);
      quarter.fromOn <= last;
      quarter = quarterOf(addDays(quarter.untilOn, 1))
    ) {
      const met = heldIn(group, quarter, on);
      const incomplete = setUpOn > quarter.fromOn || (closedOn !== null && closedOn <= quarter.untilOn);
      if (!incomplete || met.length > 0) dues.push(dueIn(group, quarter, on));
    }
    return dues;
  });
}

type Held = GroupMeetingFacts & { readonly heldOn: Day };

const heldIn = (
  { meetings }: GroupFacts,
  { fromOn, untilOn }: Pick<Quarter, 'fromOn' | 'untilOn'>,
  on: Day,
): Held[] =>
  meetings
    .flatMap((one) => (one.heldOn === null ? [] : [{ ...one, heldOn: one.heldOn }]))
    .filter(({ heldOn }) => fromOn <= heldOn && heldOn <= untilOn && heldOn <= on)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1));

function dueIn(group: GroupFacts, quarter: Quarter, on: Day): Due {
  const { groupId, theme, meetings, facilitatorIds } = group;
  const { year, untilOn: dueOn } = quarter;
  const [first] = heldIn(group, quarter, on);
  const next = meetings
    .filter(({ heldOn, startsOn }) => (heldOn === null || heldOn > on) && startsOn >= on)
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0];
  const ofYear = heldIn(group, { fromOn: day(`${year}-01-01`), untilOn: day(`${year}-12-31`) }, on).length;
  const fate = first === undefined ? announced(next, dueOn, on) : metOn(first.heldOn);
  const quarterNamed = named(quarter);
  return {
    rule: 'C3-WG-CADENCE',
    subject: {
      fr: `Réunion du groupe de travail « ${theme.fr} », ${quarterNamed.fr}`,
      en: `Meeting of the working group “${theme.en}”, ${quarterNamed.en}`,
    },
    groupId,
    meetingId: first?.meetingId ?? (next !== undefined && next.startsOn <= dueOn ? next.meetingId : null),
    dueOn,
    doneOn: first?.heldOn ?? null,
    soonDays: QUARTER_SOON_DAYS,
    announcedTooLate: first === undefined && next !== undefined && next.startsOn > dueOn,
    neverMended: true,
    why: {
      fr: `${fate.fr} En ${year}, le groupe s’est réuni ${quantity.fr(ofYear, 'fois', 'fois')}.`,
      en: `${fate.en} In ${year} the group met ${quantity.en(ofYear, 'time', 'times')}.`,
    },
    reminded: {
      about: `quarter ${quarter.year}-${quarter.number} ${groupId}`,
      secretariat: true,
      personId: null,
      keyPart: null,
      keeperIds: facilitatorIds,
    },
  };
}

function metOn(heldOn: Day): Text {
  const { fr, en } = dayInWords(heldOn);
  return { fr: `Le groupe s’est réuni le ${fr}.`, en: `The group met on ${en}.` };
}

function announced(next: GroupMeetingFacts | undefined, dueOn: Day, on: Day): Text {
  const due = dayInWords(dueOn);
  if (dueOn < on) {
    return {
      fr: `Le trimestre s’est achevé le ${due.fr} sans réunion.`,
      en: `The quarter ended on ${due.en} without a meeting.`,
    };
  }
  if (next === undefined) {
    return {
      fr: `Aucune réunion n’est planifiée d’ici le ${due.fr}.`,
      en: `No meeting is planned by ${due.en}.`,
    };
  }
  const { fr, en } = dayInWords(next.startsOn);
  return next.startsOn <= dueOn
    ? { fr: `La prochaine est planifiée pour le ${fr}.`, en: `The next one is planned for ${en}.` }
    : {
        fr: `La prochaine est planifiée pour le ${fr}, après le ${due.fr}.`,
        en: `The next one is planned for ${en}, after ${due.en}.`,
      };
}
