import { type Article, from } from '../article.js';

/** The rules of procedure are data. */
export const RULES_CHAPTER = {
  'RULES-EDITION': {
    statement: {
      fr:
        'Les règles de fonctionnement tiennent en éditions numérotées. L’édition 0 est faite des valeurs par défaut de la charte ; chaque édition suivante est ' +
        'préparée par le secrétariat, adoptée selon la règle RULES-ADOPTION, en vigueur à compter de ce jour et publiée avec sa date. Un acte est jugé d’après ' +
        'l’édition en vigueur le jour où il est accompli ; un scrutin, jusqu’à son terme, d’après l’édition en vigueur à l’ouverture des candidatures. Les ' +
        'paramètres complètent ce que les textes laissent ouvert et ne contredisent jamais ce qu’ils fixent.',
      en:
        'The rules of procedure come in numbered editions. Edition 0 is made of the charter’s defaults; each later edition is drafted by the secretariat, adopted ' +
        'under RULES-ADOPTION, in force from that day and public with its date. An act is judged by the edition in force on its day; an election, to its end, by ' +
        'the edition in force when its nominations opened. Settings fill what the texts leave open and never contradict what they fix.',
    },
    sources: [
      from(
        'OGP',
        'exigence minimale 1.1 : les règles du forum sont publiques',
        'minimum requirement 1.1: the forum’s rules are public',
      ),
      from(
        'OURS',
        'éditions numérotées, choisies d’après le jour de l’acte',
        'numbered editions, chosen by the day of the act',
      ),
    ],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  'RULES-ADOPTION': {
    statement: {
      fr:
        'L’édition 1 est approuvée par le groupe de travail fondateur et en vigueur à compter de ce jour. La première séance plénière la ratifie ; à défaut, ' +
        'l’édition 0 s’applique dès le lendemain, jusqu’à ce qu’une séance plénière adopte une autre édition. Dans les deux cas, le rôle du groupe prend fin ' +
        'lorsque la première séance plénière a été tenue. Les éditions suivantes sont adoptées par une décision de la séance plénière.',
      en:
        'Edition 1 is approved by the founding working group and in force from that day. The first plenary ratifies it; failing that, edition 0 applies from the ' +
        'next day until a plenary adopts another edition. Either way, the group’s role ends when the first plenary has been held. Later editions are adopted by a ' +
        'plenary decision.',
    },
    sources: [
      from(
        'C3',
        'jalon de février 2024 : groupe de travail multipartite chargé de valider la gouvernance, la sélection des membres et le fonctionnement',
        'milestone of February 2024: joint working group set up to approve governance, the selection of members and operation',
      ),
      from('OURS', 'ratification par la première séance plénière', 'ratification by the first plenary'),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  LIFE: {
    statement: {
      fr:
        'Rien n’arrive hors de sa vie : un scrutin clos ne rouvre pas, une réunion tenue n’est pas replanifiée. Le refus nomme la chose, son état et les états qui ' +
        'peuvent suivre.',
      en:
        'Nothing happens out of its life: a closed poll does not open again, a meeting that was held is not planned anew. The refusal names the thing, its state ' +
        'and the states that may follow.',
    },
    sources: [from('OURS', 'la vie des choses du forum', 'the lives of the forum’s things')],
    kind: 'FIXED',
    effects: ['STATED', 'REFUSED'],
    settings: [],
  },
  'C3-HOST': {
    statement: {
      fr:
        'Le forum est hébergé par le Conseil économique, social et environnemental (CESE). Il est l’espace de gouvernance de la France dans le Partenariat pour un ' +
        'gouvernement ouvert. Chaque page et chaque document l’indiquent.',
      en:
        'The forum is hosted by the Economic, Social and Environmental Council (CESE). It is France’s space for governance in the Open Government Partnership. ' +
        'Every page and every document says so.',
    },
    sources: [
      from(
        'C3',
        'hébergement du forum et place dans le Partenariat',
        'where the forum is hosted, and its place in the Partnership',
      ),
    ],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
} as const satisfies Record<string, Article>;
