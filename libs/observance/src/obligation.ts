import type { AgendaKeyPart, RuleId } from '@hemicycle/charter';
import { addDays, type Day, type Text } from '@hemicycle/kernel';

/**
 * Where an obligation stands on some day. What is due on a day is late from the next one on; `DUE_SOON` is near enough
 * to need somebody, or announced for a day that comes too late.
 */
export const OBLIGATION_STATES = ['LATE', 'DUE_SOON', 'UPCOMING', 'DONE'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** Who is to be reminded of an obligation while it waits. */
export interface Reminded {
  /** What it is about, the same on every day: a mandate, the minutes of a meeting, a key of its agenda, a quarter of a group. */
  readonly about: string;
  readonly secretariat: boolean;
  /** Somebody whom it concerns in person; null: nobody. */
  readonly personId: string | null;
  /** The part of the second key whose holders it waits for; null: none. */
  readonly keyPart: AgendaKeyPart | null;
  /** The persons who facilitate the working group, or co-chair the committee, that it waits for; absent: it waits for none. */
  readonly keeperIds?: readonly string[];
}

/** Something that the charter makes due: by which rule, about what, until when. */
export interface Obligation {
  readonly rule: RuleId;
  /** What is due, as a title: « Renouvellement du siège de coprésidence (société civile) ». */
  readonly subject: Text;
  /** The meeting that it is about; null: none yet, or none. */
  readonly meetingId: string | null;
  /** The working group whose cadence it is; absent: none’s. */
  readonly groupId?: string;
  /** The election whose round it is; absent: none’s. */
  readonly electionId?: string;
  /** The decision that it follows from; absent: from none. */
  readonly decisionId?: string;
  /** The last day on which it is done in time. */
  readonly dueOn: Day;
  /** The day on which it was done; null: it is not. */
  readonly doneOn: Day | null;
  readonly state: ObligationState;
  /** The facts and the arithmetic, in words. */
  readonly why: Text;
  /** Absent: nobody is reminded of it. */
  readonly reminded?: Reminded;
}

/** What is due, before anybody looks at the day. */
export interface Due extends Omit<Obligation, 'state'> {
  /** How many days before `dueOn` it needs somebody. */
  readonly soonDays: number;
  /** Whether what is announced comes after `dueOn`: it needs somebody now. */
  readonly announcedTooLate?: boolean;
  /** Whether nothing does it any more once its day is past, such as what a year wanted: shown until the end of the year after. */
  readonly neverMended?: boolean;
}

/** The obligation as it stands on a day. */
export function standing(
  { soonDays, announcedTooLate = false, neverMended: _, ...due }: Due,
  on: Day,
): Obligation {
  return { ...due, state: stateOn({ ...due, soonDays, announcedTooLate }, on) };
}

function stateOn(
  {
    dueOn,
    doneOn,
    soonDays,
    announcedTooLate,
  }: Pick<Due, 'dueOn' | 'doneOn' | 'soonDays' | 'announcedTooLate'>,
  on: Day,
): ObligationState {
  if (doneOn !== null) return 'DONE';
  if (dueOn < on) return 'LATE';
  return announcedTooLate === true || dueOn <= addDays(on, soonDays) ? 'DUE_SOON' : 'UPCOMING';
}
