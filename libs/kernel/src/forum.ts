import type { Text } from './text.js';

/** The forum that an installation serves, as its pages and letters name it. */
export const FORUM = {
  name: { fr: 'Forum du gouvernement ouvert', en: 'Open Government Forum' },
  /** Who hosts it: shown on every page and document (charter C3-HOST). */
  host: {
    fr: 'Hébergé par le Conseil économique, social et environnemental (CESE)',
    en: 'Hosted by the Economic, Social and Environmental Council (CESE)',
  },
  /** Shown beside the host (charter C3-HOST). */
  partnership: {
    fr: 'Espace de gouvernance de la France dans le Partenariat pour un gouvernement ouvert (PGO)',
    en: 'France’s space for governance in the Open Government Partnership (OGP)',
  },
  /** Shown wherever what the forum says is invented. */
  demonstration: {
    fr: 'Démonstration : ce que vous lisez est inventé. Le programme y joue les porteurs de clé.',
    en: 'Demonstration: what you read is invented. The program plays its trustees.',
  },
} as const satisfies Record<string, Text>;
