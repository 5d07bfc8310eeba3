import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const EVENT_THING: Text = { fr: 'Événement', en: 'Event' };
export const PLACE_THING: Text = { fr: 'Inscription', en: 'Registration' };
