import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const MEETING_THING: Text = { fr: 'Réunion', en: 'Meeting' };
export const GROUP_THING: Text = { fr: 'Groupe de travail', en: 'Working group' };
export const MEMBER_THING: Text = { fr: 'Membre', en: 'Member' };
export const ORGANISATION_THING: Text = { fr: 'Organisation', en: 'Organisation' };
export const FOLLOW_UP_THING: Text = { fr: 'Suite', en: 'Follow-up' };
export const DECISION_THING: Text = { fr: 'Décision', en: 'Decision' };
export const PLENARY_REQUEST_THING: Text = { fr: 'Demande de séance', en: 'Request for a plenary' };
export const PAPER_THING: Text = { fr: 'Document', en: 'Paper' };
