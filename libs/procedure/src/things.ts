import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const EDITION: Text = {
  fr: 'Édition des règles de fonctionnement',
  en: 'Edition of the rules of procedure',
};
export const BODY: Text = { fr: 'Organisme du secrétariat', en: 'Body of the secretariat' };
export const APPOINTMENT: Text = { fr: 'Désignation au secrétariat', en: 'Appointment to the secretariat' };
