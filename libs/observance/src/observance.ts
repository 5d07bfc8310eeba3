import type { RulesOfProcedure, SecondKey } from '@hemicycle/charter';
import type { Day } from '@hemicycle/kernel';
import { type AgendaFacts, agendaDue } from './agendas.js';
import { facilitatorsDue } from './facilitators.js';
import { evidenceTwiceAYear, type PublicationFacts } from './evidence.js';
import { type FollowUpFacts, followUpsDue } from './follow-ups.js';
import { type GroupFacts, onceAQuarter } from './groups.js';
import { type CommitteeFacts, minutesDues } from './minutes.js';
import { type Due, type Obligation, standing } from './obligation.js';
import { convocationsToSend, heldBy, type PlenaryFacts, sixMonthsApart, twiceAYear } from './plenaries.js';
import { type PollFacts, pollsDue } from './polls.js';
import { preparationsDue } from './preparations.js';
import { type RequestFacts, requiredPlenaries } from './requests.js';
import { type PresentationFacts, resultsTwiceAYear } from './results.js';
import { parityDue, type ParityFacts, type SeatFacts, seatsDue } from './seats.js';

/** What the calendar is computed from, as it was known on a day. */
export interface ForumFacts {
  readonly plenaries: readonly PlenaryFacts[];
  /** The meetings held that presented results of the implementation and collected comments. */
  readonly presentations: readonly PresentationFacts[];
  /** What was published of the forum's work. */
  readonly publications: readonly PublicationFacts[];
  /** The working groups set up by that day. */
  readonly groups: readonly GroupFacts[];
  /** The management committee’s own meetings: none of them counts for a cadence. */
  readonly committee: CommitteeFacts;
  readonly seats: readonly SeatFacts[];
  /** Of each college that holds two seats or more, where the rules of procedure follow it. */
  readonly parity: readonly ParityFacts[];
  /** The agendas of plenaries not convened yet, and those changed since the convocation that wait to be published. */
  readonly agendas: readonly AgendaFacts[];
  /** The plenaries that members required. */
  readonly requests: readonly RequestFacts[];
  /** What follows from decisions. */
  readonly followUps: readonly FollowUpFacts[];
  /** The rounds opened by that day. */
  readonly polls: readonly PollFacts[];
  readonly secondKey: SecondKey;
  /** Of the edition in force on that day. */
  readonly rules: RulesOfProcedure;
}

/** The calendar of what the charter makes due, on a day. */
export interface Observance {
  readonly on: Day;
  /** How many plenaries were held in the calendar year of that day, so far. */
  readonly plenariesHeld: number;
  /** What is due, then what was done: what the year of that day is about, and everything that still waits. */
  readonly obligations: readonly Obligation[];
}

/**
 * Everything that the charter makes due on a day. Pure: the same facts and day give the same calendar. A past year keeps
 * only what still waits, a missed year being shown during the one that follows it.
 */
export function observanceOn(
  on: Day,
  {
    plenaries,
    presentations,
    publications,
    groups,
    committee,
    seats,
    parity,
    agendas,
    requests,
    followUps,
    polls,
    secondKey,
    rules,
  }: ForumFacts,
): Observance {
  const dues: readonly Due[] = [
    ...sixMonthsApart(plenaries, on),
    ...twiceAYear(plenaries, on),
    ...requiredPlenaries(requests, plenaries, on, rules),
    ...convocationsToSend(plenaries, on, rules),
    ...preparationsDue(groups, committee, on, rules),
    ...minutesDues(plenaries, committee, groups, on, rules),
    ...onceAQuarter(groups, on),
    ...facilitatorsDue(groups, plenaries, on, rules),
    ...pollsDue(polls, on),
    ...resultsTwiceAYear(presentations, plenaries, on),
    ...evidenceTwiceAYear(publications, plenaries, on),
    ...agendas.flatMap((agenda) => agendaDue(agenda, secondKey, rules)),
    ...followUpsDue(followUps, on),
    ...seatsDue(seats, plenaries, on),
    ...parityDue(parity),
  ];
  const year = on.slice(0, 4);
  const yearBefore = String(Number(year) - 1).padStart(4, '0');
  const obligations = dues
    .filter(({ neverMended, dueOn, doneOn }) => {
      if (doneOn !== null) return doneOn.startsWith(year) || dueOn.startsWith(year);
      return neverMended !== true || dueOn.slice(0, 4) >= yearBefore;
    })
    .map((due) => standing(due, on))
    .toSorted(byUrgency);
  return {
    on,
    plenariesHeld: heldBy(plenaries, on).filter(({ heldOn }) => heldOn.startsWith(year)).length,
    obligations,
  };
}

/** What waits, the earliest due first; then what was done, the latest first. */
function byUrgency(a: Obligation, b: Obligation): number {
  if ((a.doneOn === null) !== (b.doneOn === null)) return a.doneOn === null ? -1 : 1;
  if (a.doneOn !== null && b.doneOn !== null && a.doneOn !== b.doneOn) return a.doneOn > b.doneOn ? -1 : 1;
  return a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1;
}
