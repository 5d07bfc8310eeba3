import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const ORGANISATION: Text = { fr: 'Organisation', en: 'Organisation' };
export const MEMBER: Text = { fr: 'Membre', en: 'Member' };
export const NEED: Text = { fr: 'Besoin', en: 'Need' };
export const CORRESPONDENT: Text = { fr: 'Correspondant', en: 'Correspondent' };
