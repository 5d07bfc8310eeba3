import { MEETING, type StateOf, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';
import { attendanceIsCorrectedWhileDrafted } from './meetings.js';

type MeetingState = StateOf<typeof MEETING>;

/** In what capacity somebody attends a session who has no seat there, nor sits in for a seat: minutes name it (charter MINUTES). */
export const ATTENDEE_CAPACITIES = ['EXPERT', 'OBSERVER', 'SECRETARIAT', 'GUEST'] as const;
export type AttendeeCapacity = (typeof ATTENDEE_CAPACITIES)[number];

/** The attendance of others than seats, about to be told otherwise. They have no vote, and the quorum does not count them. */
export interface AttendeesFacts {
  readonly state: MeetingState;
  /** Whether its minutes left their draft: the members have them. */
  readonly minutesSent: boolean;
}

const sessionTakesPlace = whileIn<MeetingState, AttendeesFacts>(
  MEETING,
  ['IN_SESSION', 'HELD'],
  ({ state }) => state,
);

export interface RecordingAttendeeFacts extends AttendeesFacts {
  /** Who is to be recorded, by name; null: anybody. */
  readonly name: string | null;
  /** Whether somebody of that name and organisation is recorded at the session. */
  readonly isRecorded: boolean;
  /** Whether somebody of that name has a seat there, for that organisation if one is named. */
  readonly hasSeat: boolean;
}

export const attendeeIsNamedOnce = rule<RecordingAttendeeFacts>(
  'MINUTES',
  ({ name, isRecorded }) =>
    !isRecorded || {
      fr: `Le compte rendu nomme chaque personne une fois, avec sa qualité, et ${name ?? ''} figure déjà parmi les présents.`,
      en: `Minutes name each person once, with her capacity, and ${name ?? ''} is among those present already.`,
    },
);

export const attendeeHasNoSeat = rule<RecordingAttendeeFacts>(
  'MINUTES',
  ({ name, hasSeat }) =>
    !hasSeat || {
      fr: `Le compte rendu nomme chaque personne une fois, avec sa qualité : ${name ?? ''} siège à cette séance, et sa présence s’enregistre avec celle des membres.`,
      en: `Minutes name each person once, with her capacity: ${name ?? ''} has a seat at this session, and her attendance is recorded with the members’.`,
    },
);

export const recordAttendee = law<RecordingAttendeeFacts>('recordAttendee', [
  sessionTakesPlace,
  attendanceIsCorrectedWhileDrafted,
  attendeeIsNamedOnce,
  attendeeHasNoSeat,
]);

export const removeAttendee = law<AttendeesFacts>('removeAttendee', [
  sessionTakesPlace,
  attendanceIsCorrectedWhileDrafted,
]);
