import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const REPORT_THING: Text = { fr: 'Rapport d’un groupe', en: 'Report of a group' };
export const GROUP_THING: Text = { fr: 'Groupe de travail', en: 'Working group' };
export const PLENARY_THING: Text = { fr: 'Séance plénière', en: 'Plenary' };
