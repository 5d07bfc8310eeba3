import type { RuleId } from '@hemicycle/charter';
import { type Day, daysBetween } from '@hemicycle/kernel';

/** Once its day is past. */
export const LATE = -1;

export type ReminderKind = 'TERM' | 'AGENDA' | 'MINUTES' | 'MEETING' | 'FOLLOW_UP';

/** What is reminded of, by the rule that makes it due, and how many days ahead (our choice; the terms’ are announced with the charter). */
const TIMETABLE: Partial<Record<RuleId, { readonly kind: ReminderKind; readonly days: readonly number[] }>> =
  {
    // An acting holder, once the term is past, is another obligation (charter ACTING).
    'C3-TERM': { kind: 'TERM', days: [180, 90, 60, 30] },
    'C3-AGENDA': { kind: 'AGENDA', days: [14, 7, 2, LATE] },
    // A convocation that the secretariat is to send: a plenary’s waits for its agenda, which is reminded of.
    NOTICE: { kind: 'AGENDA', days: [2, LATE] },
    'C3-WG-CADENCE': { kind: 'MEETING', days: [30, 14, LATE] },
    DECISION: { kind: 'FOLLOW_UP', days: [7, 2, LATE] },
    'WORKING-GROUP-SETUP': { kind: 'MEETING', days: [30, 14, LATE] },
    POLL: { kind: 'MEETING', days: [2] },
    MINUTES: { kind: 'MINUTES', days: [7, 2, LATE] },
  };

/**
 * Which reminder a thing due calls for on a day: the nearest threshold that it has passed, so that days on which nothing
 * ran leave out what they would have said, and none comes twice. Null: none yet, or none any more.
 */
export function reminderOn(
  on: Day,
  { rule, dueOn, doneOn }: { readonly rule: RuleId; readonly dueOn: Day; readonly doneOn: Day | null },
): { readonly kind: ReminderKind; readonly threshold: number } | null {
  const timetable = TIMETABLE[rule];
  if (timetable === undefined || doneOn !== null) return null;
  const { kind, days } = timetable;
  const left = dueOn < on ? LATE : daysBetween(on, dueOn);
  if (left === LATE && !days.includes(LATE)) return null;
  const threshold = days.findLast((each) => left <= each);
  return threshold === undefined ? null : { kind, threshold };
}
