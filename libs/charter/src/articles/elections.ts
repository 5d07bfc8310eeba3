import { type Article, from } from '../article.js';

/** Elections by secret ballot. The CNIL's objectives are cited by number, without quotation. */
export const ELECTIONS_CHAPTER = {
  SECRECY: {
    statement: {
      fr:
        'Une élection de personnes est secrète : chaque bulletin est scellé. Les règles de fonctionnement peuvent autoriser un scrutin public, par votes nominatifs portés au compte ' +
        'rendu ; il devient secret dès qu’un électeur le demande avant l’ouverture du vote. Par défaut, il n’est pas autorisé.',
      en:
        'An election of persons is secret: every ballot is sealed. The rules of procedure may allow a recorded election, with votes by name in the minutes; it becomes secret as soon ' +
        'as one elector asks before the poll opens. By default it is not allowed.',
    },
    sources: [
      from(
        'OURS',
        'usage français : les personnes sont élues au scrutin secret',
        'French practice: persons are elected by secret ballot',
      ),
    ],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['recordedElectionsAllowed'],
  },
  'CNIL-1-02': {
    statement: {
      fr: 'Le vote est un seul acte : choix, validation, enregistrement, émargement, reçu. Tout s’accomplit, ou rien.',
      en: 'A vote is one act: choice, validation, storing, signing the register, receipt. All of it or nothing.',
    },
    sources: [from('CNIL', 'objectif de sécurité n° 1-02', 'security objective 1-02')],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  'CNIL-1-07': {
    statement: {
      fr: 'L’identité et le choix ne sont jamais réunis en clair : ni dans une ligne, ni dans un journal, une trace, un événement, un ordre, un horodatage ou une sauvegarde.',
      en: 'Identity and choice are never together in clear: not in a row, a log, a trace, an event, an order, a timestamp or a backup.',
    },
    sources: [from('CNIL', 'objectif de sécurité n° 1-07', 'security objective 1-07')],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  'CNIL-1-08': {
    statement: {
      fr: 'La clé qui ouvre l’urne est répartie entre trois porteurs, un par collège et un pour l’hôte ; deux sur trois suffisent, aucun n’est candidat. Aucun serveur ne la détient.',
      en: 'The key that opens the box is split among three trustees, one from each college and one from the host; two of the three suffice, and none is a candidate. No server holds it.',
    },
    sources: [
      from('CNIL', 'objectif de sécurité n° 1-08', 'security objective 1-08'),
      from(
        'OURS',
        'choix des porteurs et seuil de deux sur trois',
        'the choice of trustees and the threshold of two in three',
      ),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'CNIL-1-09': {
    statement: {
      fr: 'Le dépouillement a lieu une seule fois, après la clôture. Aucun résultat partiel n’existe, pour personne.',
      en: 'Counting happens once, after closing. No partial result exists, for anybody.',
    },
    sources: [from('CNIL', 'objectif de sécurité n° 1-09', 'security objective 1-09')],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'CNIL-1-10': {
    statement: {
      fr: 'L’intégrité de l’urne, de la liste d’émargement et du système peut être vérifiée pendant le vote.',
      en: 'The integrity of the box, the register and the system can be checked during the poll.',
    },
    sources: [from('CNIL', 'objectif de sécurité n° 1-10', 'security objective 1-10')],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  'CNIL-1-11': {
    statement: {
      fr: 'Le dépouillement peut être vérifié après coup.',
      en: 'The count can be checked afterwards.',
    },
    sources: [from('CNIL', 'objectif de sécurité n° 1-11', 'security objective 1-11')],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  'CNIL-2-07': {
    statement: {
      fr: 'Chaque électeur peut vérifier l’urne.',
      en: 'Every voter can check the box.',
    },
    sources: [from('CNIL', 'objectif de sécurité n° 2-07', 'security objective 2-07')],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  'CNIL-3-02': {
    statement: {
      fr: 'Chaque électeur peut vérifier l’urne avec l’outil d’un tiers.',
      en: 'Every voter can check the box with somebody else’s tool.',
    },
    sources: [from('CNIL', 'objectif de sécurité n° 3-02', 'security objective 3-02')],
    kind: 'FIXED',
    effects: ['STATED'],
    settings: [],
  },
  REGISTER: {
    statement: {
      fr:
        'La liste électorale est arrêtée à l’ouverture du vote : les membres en exercice du collège électeur, une voix par membre (par défaut), ou une voix par organisation. Tous ' +
        'ceux qui y figurent votent, présents à la séance ou non, même si leur qualité de membre prend fin ensuite.',
      en:
        'The register is fixed when the poll opens: the active members of the electing college, one vote a member (by default), or one vote an organisation. All on it vote, attending ' +
        'or not, even if the membership then ends.',
    },
    sources: [from('OURS', 'liste électorale', 'the register of electors')],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['registerUnit'],
  },
  ELIGIBILITY: {
    statement: {
      fr:
        'Les candidats sont des membres en exercice du collège du siège, avec une profession de foi publiée. Les candidatures s’ouvrent avec la convocation et se closent lorsque le ' +
        'point est abordé (par défaut), ou un nombre de jours avant la séance. Une candidature perdue après l’ouverture du vote reste sur le bulletin ; si elle l’emporte, le siège est ' +
        'déclaré vacant et les autres élus sont proclamés (si c’était le seul siège, le scrutin est infructueux).',
      en:
        'Candidates are active members of the seat’s college, with a published statement. Nominations open with the convocation and close when the item is taken up (by default), or a ' +
        'number of days before. A candidate lost after the poll opened stays on the ballot; if she wins, that seat is declared vacant and the others are proclaimed (if it was the only ' +
        'seat, the election failed).',
    },
    sources: [from('OURS', 'éligibilité et candidatures', 'eligibility and nominations')],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['nominationsCloseDaysBefore'],
  },
  'ONE-BALLOT': {
    statement: {
      fr: 'Un électeur, un bulletin compté : le dernier déposé avant la clôture compte.',
      en: 'One voter, one counted ballot: the last cast before closing counts.',
    },
    sources: [
      from(
        'OURS',
        'égalité du suffrage ; le dernier bulletin remplace les précédents',
        'equal suffrage; the last ballot replaces the earlier ones',
      ),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  POLL: {
    statement: {
      fr:
        'Le premier tour s’ouvre en séance, sur l’ordre du président exécuté par le secrétariat, tous deux enregistrés, et se clôt en séance (toujours ainsi pour les coprésidents à la ' +
        'première séance plénière, ou lorsque cette séance élit aussi le comité) ou au plus 10 jours plus tard (par défaut). Les tours suivants s’ouvrent dans les 10 jours (par défaut) ' +
        'qui suivent le dépouillement, sur la même liste électorale et sur l’ordre du même président. Passé l’instant de sa clôture, un vote ne reçoit plus aucun bulletin, que quelqu’un ' +
        'l’ait clos ou non. Les mandats commencent à la proclamation. Un scrutin est infructueux sans candidat ou sans suffrage exprimé ; infructueux ou interrompu, avec un motif, il ' +
        'n’empêche pas la séance plénière de se clore et peut être appelé de nouveau.',
      en:
        'A first round opens in session, ordered by the president and executed by the secretariat, both recorded, and closes in session (always so for co-chairs at the first plenary, or ' +
        'when that plenary also elects the committee) or at most 10 days later (by default). Later rounds open within 10 days of the count (by default), on the same register and on that ' +
        'president’s order. After its closing instant a poll takes no ballot, whether or not anyone closed it. Mandates start on proclamation. An election fails with no candidate or no ' +
        'valid vote; a failed or cancelled election, with its reason, lets the plenary close and may be called again.',
    },
    sources: [from('OURS', 'ouverture, clôture et tours', 'opening, closing and rounds')],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['pollMaxDays', 'laterRoundWithinDays'],
  },
  BLANK: {
    statement: {
      fr: 'Les votes blancs sont comptés et publiés à part ; par défaut, ils n’entrent pas dans les suffrages exprimés.',
      en: 'Blank votes are counted and published apart; by default they are not votes cast.',
    },
    sources: [
      from(
        'OURS',
        'usage français : les votes blancs sont décomptés séparément',
        'French practice: blank votes are counted apart',
      ),
    ],
    kind: 'SETTING',
    effects: ['STATED'],
    settings: ['blankVotesCountAsCast'],
  },
  METHOD: {
    statement: {
      fr:
        'Le mode de scrutin est arrêté avant l’ouverture des candidatures. Par défaut, les coprésidents sont élus à la majorité en deux tours, tous les ex æquo à une place restant en ' +
        'lice ; les sièges du comité au scrutin plurinominal à un tour, sans plus de noms que de sièges. Un scrutin secret emploie un mode dont les bulletins peuvent être additionnés ' +
        'scellés (deux tours, plurinominal, approbation, jugement majoritaire) ; les modes par classement servent aux scrutins publics. S’il y a autant de candidats que de sièges, ou ' +
        'moins, le vote a lieu quand même.',
      en:
        'The method is fixed before nominations open. By default, co-chairs are elected by majority in two rounds, all tied for a place going on; committee seats by block vote, no more ' +
        'names than seats, in one round. A secret election uses a method whose ballots can be summed sealed (two rounds, block vote, approval, majority judgment); ranked methods serve ' +
        'recorded elections. With fewer or as many candidates as seats, the vote still takes place.',
    },
    sources: [from('OURS', 'modes de scrutin', 'methods of election')],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['coChairMethod', 'committeeMethod'],
  },
  'SECRECY-FLOOR': {
    statement: {
      fr:
        'Lorsque moins de 5 bulletins (par défaut) ont été déposés, seuls sont publiés les numéros de suivi, le nombre de bulletins et le nom des élus. Les chiffres et l’archive restent ' +
        'auprès de deux scrutateurs, un par collège, nommés avant tout vote (des non-candidats s’il y en a, à défaut des suppléants, à défaut le secrétariat). Les électeurs en sont ' +
        'avertis avant de voter.',
      en:
        'Where fewer than 5 ballots (by default) were cast, only trackers, the number of ballots and the elected names are published. Figures and archive stay with two scrutineers, one a ' +
        'college, named before every poll (non-candidates if there are any, else alternates, else the secretariat). Voters are told before they vote.',
    },
    sources: [from('OURS', 'petits nombres de bulletins', 'small numbers of ballots')],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['secrecyFloor'],
  },
} as const satisfies Record<string, Article>;
