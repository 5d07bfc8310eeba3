import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const MEETING_THING: Text = { fr: 'Réunion', en: 'Meeting' };
export const ELECTION_THING: Text = { fr: 'Scrutin', en: 'Election' };
export const PERSON_THING: Text = { fr: 'Personne', en: 'Person' };
export const CANDIDACY_THING: Text = { fr: 'Candidature', en: 'Candidacy' };
export const CEREMONY_THING: Text = { fr: 'Fabrication de la clé', en: 'Making of the key' };
