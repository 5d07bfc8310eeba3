import type { College, Text } from '@hemicycle/kernel';

/** An organisation of the demonstration, as the action plan names it. */
export interface StoryOrganisation {
  readonly name: Text;
  readonly college: College;
  /** Stands for it in the addresses of its invented people. */
  readonly slug: string;
  /** What follows “pour” in the names of its people. */
  readonly called: string;
}

const government = (slug: string, called: string, fr: string, en: string): StoryOrganisation => ({
  slug,
  called,
  name: { fr, en },
  college: 'GOVERNMENT',
});
const civilSociety = (slug: string, called: string, fr = called, en = fr): StoryOrganisation => ({
  slug,
  called,
  name: { fr, en },
  college: 'CIVIL_SOCIETY',
});

/** The State’s bodies that lead the commitments of the plan 2024–2026, or that it names beside them. */
export const GOVERNMENT: readonly StoryOrganisation[] = [
  government(
    'renouveau',
    'le ministère chargé du Renouveau démocratique',
    'Ministère chargé du Renouveau démocratique',
    'Ministry for Democratic Renewal',
  ),
  government(
    'ditp',
    'la DITP',
    'Direction interministérielle de la transformation publique (DITP)',
    'Interministerial Directorate for Public Transformation (DITP)',
  ),
  government(
    'meae',
    'le ministère de l’Europe et des Affaires étrangères',
    'Ministère de l’Europe et des Affaires étrangères',
    'Ministry for Europe and Foreign Affairs',
  ),
  government('afd', 'l’AFD', 'Agence française de développement (AFD)', 'French Development Agency (AFD)'),
  government(
    'education',
    'le ministère de l’Éducation nationale et de la Jeunesse',
    'Ministère de l’Éducation nationale et de la Jeunesse',
    'Ministry of Education and Youth Affairs',
  ),
  government(
    'fonction-publique',
    'le ministère de la Transformation et de la Fonction publiques',
    'Ministère de la Transformation et de la Fonction publiques',
    'Ministry for Government Transformation and the Civil Service',
  ),
  government(
    'interieur',
    'le ministère de l’Intérieur et des Outre-mer',
    'Ministère de l’Intérieur et des Outre-mer',
    'Ministry of the Interior and Overseas France',
  ),
  government(
    'sante',
    'le ministère de la Santé et de la Prévention',
    'Ministère de la Santé et de la Prévention',
    'Ministry for Health and Prevention',
  ),
  government(
    'sgpe',
    'le SGPE',
    'Secrétariat général à la planification écologique (SGPE)',
    'General Secretariat for Ecological Planning (SGPE)',
  ),
  government(
    'hdh',
    'la Plateforme des données de santé',
    'Plateforme des données de santé (Health Data Hub)',
    'Health Data Hub',
  ),
  government(
    'sig',
    'le SIG',
    'Service d’information du Gouvernement (SIG)',
    'Government Information Department (SIG)',
  ),
  government(
    'dinum',
    'la DINUM',
    'Direction interministérielle du numérique (DINUM)',
    'Interministerial Directorate for Digital Affairs (DINUM)',
  ),
  government(
    'mtect',
    'le MTECT',
    'Ministère de la Transition écologique et de la Cohésion des territoires (MTECT)',
    'Ministry for the Ecological Transition and Territorial Cohesion (MTECT)',
  ),
  government(
    'anct',
    'l’ANCT',
    'Agence nationale de la cohésion des territoires (ANCT)',
    'National Agency for Territorial Cohesion (ANCT)',
  ),
];

/**
 * The associations that the plan names for its co-creation, and Open Data France, a partner of one of its commitments: in
 * the story they answer the call for applications.
 */
export const CIVIL_SOCIETY: readonly StoryOrganisation[] = [
  civilSociety('democratie-ouverte', 'Démocratie Ouverte'),
  civilSociety('transparency', 'Transparency International France'),
  civilSociety('a-vote', 'A Voté'),
  civilSociety('tous-elus', 'Tous Élus'),
  civilSociety('anticor', 'Anticor'),
  civilSociety('acte', 'ACTE'),
  civilSociety('debatlab', 'DebatLab'),
  civilSociety('budgets-participatifs', 'Les Budgets Participatifs'),
  civilSociety('unicef', 'UNICEF France'),
  civilSociety('parlons-democratie', 'Parlons Démocratie'),
  civilSociety('decider-ensemble', 'Décider Ensemble'),
  civilSociety('27e-region', 'la 27ème Région', '27ème Région'),
  civilSociety('open-data-france', 'Open Data France'),
];

/** Appointed directly in the story, for a need that the founding working group states. */
export const IMODEV: StoryOrganisation = civilSociety(
  'imodev',
  'l’IMODEV',
  'IMODEV, université Paris 1 Panthéon-Sorbonne',
  'IMODEV, Paris 1 Panthéon-Sorbonne University',
);

/** Wholly invented: the applicant that the story declines must be nobody. */
export const DECLINED: StoryOrganisation = civilSociety(
  'cabinet-exemple',
  'le Cabinet Exemple',
  'Cabinet Exemple (société de conseil)',
  'Cabinet Exemple (a consulting company)',
);
