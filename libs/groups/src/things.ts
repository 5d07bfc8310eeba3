import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const GROUP_THING: Text = { fr: 'Groupe de travail', en: 'Working group' };
export const MEMBER_THING: Text = { fr: 'Membre', en: 'Member' };
export const FACILITATOR_THING: Text = { fr: 'Mandat d’animateur', en: 'Facilitator’s mandate' };
