import { type Article, from } from '../article.js';

/** The action plan. The wording of OGP's requirements 3.1 to 3.3 and 4.1 is not quoted. */
export const ACTION_PLAN_CHAPTER = {
  'C3-OBJECTIVES': {
    statement: {
      fr: 'Le forum coconstruit les plans d’action, suit et pilote la mise en œuvre des engagements, rend compte des actions et les évalue.',
      en: 'The forum co-creates plans, monitors and steers the implementation of commitments, reports on and assesses actions.',
    },
    sources: [from('C3', 'objectifs du forum', 'the forum’s objectives')],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  'NAP-TRANSPARENT-SUBMISSIONS': {
    statement: {
      fr: 'Les contributions sont visibles des autres parties prenantes dès leur dépôt ; la modération vient après, avec son motif.',
      en: 'Contributions are visible to the other stakeholders from the moment they are submitted; moderation comes after, with its reason.',
    },
    sources: [
      from(
        'NAP',
        'principes de co-construction : transparence des contributions',
        'co-creation principles: transparency of submissions',
      ),
    ],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  'OGP-4.1': {
    statement: {
      fr: 'Chaque contribution reçoit une réponse publiée et motivée.',
      en: 'Every contribution gets a published, reasoned response.',
    },
    sources: [from('OGP', 'exigence minimale 4.1', 'minimum requirement 4.1')],
    kind: 'FIXED',
    effects: ['WARNED'],
    settings: [],
  },
  'NAP-WHAT-WE-HEARD': {
    statement: {
      fr:
        'Les contributions non retenues figurent dans l’espace public « Ce que nous avons entendu », que le plan recommande. Un plan n’est pas publié tant que l’une d’elles attend (par ' +
        'défaut).',
      en: 'Contributions that are not retained stand in the public “What We Heard” space, which the plan recommends. A plan is not published while one of them waits (by default).',
    },
    sources: [
      from(
        'NAP',
        'principes de co-construction : espace recommandé pour les contributions non retenues',
        'co-creation principles: space recommended for contributions not retained',
      ),
      from('OURS', 'condition de publication du plan', 'condition for publishing a plan'),
    ],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['whatWeHeardRequired'],
  },
  'NAP-FIRST-YEAR': {
    statement: {
      fr: 'De nouveaux engagements peuvent être ajoutés pendant l’année qui suit la publication du plan ; non après, selon notre lecture.',
      en: 'New commitments may be added during the first year after the plan’s publication; not later, in our reading.',
    },
    sources: [
      from('NAP', 'nouveaux engagements pendant la première année', 'new commitments during the first year'),
      from('OURS', 'lecture : aucun ajout au-delà', 'our reading: none after it'),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'OGP-2.1': {
    statement: {
      fr: 'Le forum a un site public.',
      en: 'The forum has a public site.',
    },
    sources: [from('OGP', 'exigence minimale 2.1', 'minimum requirement 2.1')],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  'OGP-2.2': {
    statement: {
      fr: 'L’espace public de documents reçoit, au moins deux fois par an, de nouveaux éléments attestant la co-construction et la mise en œuvre.',
      en: 'The public repository gets new evidence of co-creation and implementation at least twice a year.',
    },
    sources: [from('OGP', 'exigence minimale 2.2', 'minimum requirement 2.2')],
    kind: 'FIXED',
    effects: ['WARNED'],
    settings: [],
  },
  'OGP-3.1': {
    statement: {
      fr: 'Le calendrier de la co-construction est publié au moins deux semaines avant qu’elle commence.',
      en: 'The co-creation timeline is published at least two weeks before co-creation starts.',
    },
    sources: [from('OGP', 'exigence minimale 3.1', 'minimum requirement 3.1')],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'OGP-3.2': {
    statement: {
      fr: 'Les parties prenantes sont sollicitées, et les démarches faites auprès d’elles sont consignées.',
      en: 'Outreach to stakeholders is done and logged.',
    },
    sources: [from('OGP', 'exigence minimale 3.2', 'minimum requirement 3.2')],
    kind: 'FIXED',
    effects: ['WARNED'],
    settings: [],
  },
  'OGP-3.3': {
    statement: {
      fr: 'Un dispositif recueille les contributions, ouvert pendant une durée annoncée.',
      en: 'There is a mechanism to gather inputs, open for an announced time.',
    },
    sources: [from('OGP', 'exigence minimale 3.3', 'minimum requirement 3.3')],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'OGP-5.1': {
    statement: {
      fr: 'Deux réunions par an au moins présentent à la société civile les résultats de la mise en œuvre et recueillent ses observations.',
      en: 'At least two meetings a year present implementation results to civil society and collect comments.',
    },
    sources: [from('OGP', 'exigence minimale 5.1', 'minimum requirement 5.1')],
    kind: 'FIXED',
    effects: ['WARNED'],
    settings: [],
  },
  'OGP-MILESTONE': {
    statement: {
      fr: 'Un jalon a un livrable vérifiable. Ses dates gardent les mots du plan (« Premier semestre 2024 », « d’ici fin 2024 ») et l’intervalle qu’ils désignent.',
      en: 'A milestone has a verifiable deliverable. Its dates keep the plan’s own words (“H1 2024”, “by end-2024”) and the interval they mean.',
    },
    sources: [
      from(
        'OGP',
        'modèle d’engagement : livrable vérifiable et dates de chaque jalon',
        'commitment template: verifiable deliverable and dates of each milestone',
      ),
      from(
        'OURS',
        'mots du plan et intervalle tenus ensemble',
        'the plan’s words and the interval kept together',
      ),
    ],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  COMPLETION: {
    statement: {
      fr:
        'Les acteurs publics rendent compte de l’état d’achèvement : non commencé, limité, substantiel, complet. Tout état au-delà de « non commencé » s’appuie sur des preuves, et un ' +
        'jalon en retard énonce ses difficultés. « Aucune preuve disponible » est calculé, ou constaté par le mécanisme indépendant d’évaluation (IRM).',
      en:
        'Government reports the completion: not started, limited, substantial, complete. Anything above “not started” carries evidence, and a late milestone its challenges. “No evidence ' +
        'available” is computed, or is the finding of the Independent Reporting Mechanism (IRM).',
    },
    sources: [
      from(
        'OGP',
        'modèle de suivi des engagements et mécanisme indépendant d’évaluation',
        'commitment template and Independent Reporting Mechanism',
      ),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
} as const satisfies Record<string, Article>;
