import type { Text } from '@hemicycle/kernel';

/** What whoever asks for a link is told, whatever the address. */
export const LINK_REQUESTED: Text = {
  fr: 'Si cette adresse est celle d’une personne du forum, un lien de connexion vient de partir. Il sert une fois et peu de temps.',
  en: 'If this address belongs to somebody of the forum, a sign-in link is on its way. It works once and for a short time.',
};
