import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const MANDATE_THING: Text = { fr: 'Mandat', en: 'Mandate' };
export const MEMBER_THING: Text = { fr: 'Membre', en: 'Member' };
export const ORGANISATION_THING: Text = { fr: 'Organisation', en: 'Organisation' };
