import type { Act } from '@hemicycle/kernel';

/**
 * What a guest does, as the trail and the log have it: both are kept for ever, and who came to hear what is forgotten. Whose a
 * place is stands in its row alone.
 */
export const unnamed = (act: Act): Act => ({
  ...act,
  actor: { ...act.actor, personId: null, sessionId: null },
});
