import { MEETING } from '@hemicycle/charter';
import { enumOf } from '@hemicycle/graphql';
import { BODIES, type MeetingState } from '../meeting.entity.js';

export const BodyEnum = enumOf('Body', BODIES, 'Whose meeting it is.', {
  PLENARY: 'The plenary: all members of the forum.',
  MANAGEMENT_COMMITTEE: 'The management committee: its co-chairs and other members, acting ones included.',
  WORKING_GROUP: 'A thematic working group: its members.',
});

const STATES = Object.keys(MEETING.states) as MeetingState[];

export const MeetingStateEnum = enumOf('MeetingState', STATES, 'The life of a meeting (charter LIFE).', {
  PLANNED: 'It has a date; its agenda is being drafted.',
  CONVENED: 'The convocations left with the agenda.',
  WITHOUT_QUORUM:
    'A college lacked its quorum at the opening of a plenary, or of the committee: it may be convened again on the same agenda.',
  IN_SESSION: 'It was opened and is not closed.',
  HELD: 'It was closed.',
  CANCELLED: 'It will not take place.',
});
