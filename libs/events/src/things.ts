import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const EVENT_THING: Text = { fr: 'Événement', en: 'Event' };
export const PLACE_THING: Text = { fr: 'Inscription', en: 'Registration' };

/** What the codes of the letters about a place are for. */
export const PLACE_AT_EVENT = 'place at an event';
