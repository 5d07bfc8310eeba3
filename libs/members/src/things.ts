import type { Text } from '@hemicycle/kernel';

/** What the room's errors call its things. */
export const ORGANISATION: Text = { fr: 'Organisation', en: 'Organisation' };
