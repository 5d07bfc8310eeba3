import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const ORGANISATION: Text = { fr: 'Organisation', en: 'Organisation' };
export const MEMBER: Text = { fr: 'Membre', en: 'Member' };
export const NEED: Text = { fr: 'Besoin', en: 'Need' };
export const CORRESPONDENT: Text = { fr: 'Correspondant', en: 'Correspondent' };
export const CALL_FOR_APPLICATIONS: Text = { fr: 'Appel à candidatures', en: 'Call for applications' };
export const APPLICATION: Text = { fr: 'Dossier de candidature', en: 'Application' };

/** What the codes of the letters about an application are for. */
export const WITHDRAWAL = 'application withdrawal';
