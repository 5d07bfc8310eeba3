import type { Text } from '@hemicycle/kernel';

/** A text or a practice from which rules of the charter come. */
export interface SourceDocument {
  readonly title: Text;
}

/**
 * The sources, with the titles under which the product shows them. French is the original of the action
 * plan; where its English version differs, an article quotes both.
 */
export const DOCUMENTS = {
  C3: {
    title: {
      fr: 'Plan d’action national de la France 2024-2026 pour le Partenariat pour un gouvernement ouvert (PGO), engagement 3, fiche en annexe',
      en: 'France’s National Action Plan 2024–2026 for the Open Government Partnership (OGP), commitment 3, appendix sheet',
    },
  },
  'C3-S': {
    title: {
      fr: 'Plan d’action national de la France 2024-2026 pour le PGO, partie 3.B, synthèse de l’engagement 3',
      en: 'France’s National Action Plan 2024–2026 for the OGP, part 3.B, summary of commitment 3',
    },
  },
  NAP: {
    title: {
      fr: 'Plan d’action national de la France 2024-2026 pour le PGO, partie 3.A, principes de co-construction',
      en: 'France’s National Action Plan 2024–2026 for the OGP, part 3.A, co-creation principles',
    },
  },
  OGP: {
    title: {
      fr: 'Partenariat pour un gouvernement ouvert, normes de participation et de co-construction, en vigueur depuis le 1er janvier 2022',
      en: 'Open Government Partnership, Participation and Co-creation Standards, in force since 1 January 2022',
    },
  },
  CRPA: {
    title: {
      fr: 'Code des relations entre le public et l’administration, articles R133-3 à R133-15 (décret n° 2006-672 du 8 juin 2006)',
      en: 'Code of relations between the public and the administration (France), articles R133-3 to R133-15 (decree 2006-672 of 8 June 2006)',
    },
  },
  'CPC-641': {
    title: {
      fr: 'Code de procédure civile, article 641',
      en: 'Code of civil procedure (France), article 641',
    },
  },
  'L2014-873': {
    title: {
      fr: 'Loi n° 2014-873 du 4 août 2014 pour l’égalité réelle entre les femmes et les hommes, article 74',
      en: 'Law 2014-873 of 4 August 2014 for real equality between women and men (France), article 74',
    },
  },
  CNIL: {
    title: {
      fr: 'CNIL, délibération n° 2019-053 du 25 avril 2019, sécurité des systèmes de vote par correspondance électronique, notamment via Internet',
      en: 'CNIL (the French data protection authority), deliberation 2019-053 of 25 April 2019, security of remote electronic voting systems, internet voting in particular',
    },
  },
  ES: {
    title: {
      fr: 'Pratique du Forum du gouvernement ouvert espagnol',
      en: 'Practice of Spain’s Open Government Forum',
    },
  },
  GE: {
    title: {
      fr: 'Pratique du forum géorgien du gouvernement ouvert',
      en: 'Practice of Georgia’s open government forum',
    },
  },
  IT: {
    title: {
      fr: 'Pratique du Forum italien du gouvernement ouvert',
      en: 'Practice of Italy’s open government forum',
    },
  },
  OURS: {
    title: {
      fr: 'Choix propre à ce produit, là où aucun texte ne dit rien',
      en: 'This product’s own choice, where no text says anything',
    },
  },
} as const satisfies Record<string, SourceDocument>;

export type DocumentId = keyof typeof DOCUMENTS;
