import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const MINUTES_THING: Text = { fr: 'Compte rendu', en: 'Minutes' };
export const MEETING_THING: Text = { fr: 'Réunion', en: 'Meeting' };
export const ATTENDEE_THING: Text = { fr: 'Personne présente', en: 'Attendee' };
export const MEMBER_THING: Text = { fr: 'Membre', en: 'Member' };
