import { type Article, from } from '../article.js';

/** Meetings. */
export const MEETINGS_CHAPTER = {
  'C3-PLENARY-CADENCE': {
    statement: {
      fr:
        'Les séances plénières ont lieu deux fois par an, fréquence prévue. Elles rendent compte des travaux accomplis et décident de la gouvernance et du fonctionnement : ' +
        'membres du comité, sujets prioritaires des groupes.',
      en:
        'Plenaries take place twice a year, the planned frequency. They report on the work done and decide on governance and operating procedures: committee members, ' +
        'priority subjects of the groups.',
    },
    sources: [from('C3', 'fréquence prévue des séances plénières', 'planned frequency of the plenaries')],
    kind: 'FIXED',
    effects: ['WARNED'],
    settings: [],
  },
  'OGP-1.1': {
    statement: {
      fr: 'Le forum se réunit au moins tous les six mois. Deux séances plénières au cours d’un même semestre n’y suffisent pas.',
      en: 'The forum meets at least every six months. Two plenaries in one half-year do not do it.',
    },
    sources: [
      from(
        'OGP',
        'exigence minimale 1.1 : une réunion au moins tous les six mois',
        'minimum requirement 1.1: a meeting at least every six months',
      ),
    ],
    kind: 'FIXED',
    effects: ['WARNED'],
    settings: [],
  },
  'C3-WG-CADENCE': {
    statement: {
      fr:
        'Chaque groupe de travail thématique se réunit une fois par trimestre, fréquence prévue, sur la base d’une feuille de route commune pour la mise en œuvre de ses ' +
        'engagements.',
      en: 'Each thematic working group meets once a quarter, the planned frequency, on a common roadmap for implementing its commitments.',
    },
    sources: [
      from(
        'C3',
        'fréquence prévue des groupes de travail et feuille de route',
        'planned frequency of the working groups, and their roadmap',
      ),
    ],
    kind: 'FIXED',
    effects: ['WARNED'],
    settings: [],
  },
  'WORKING-GROUP-SETUP': {
    statement: {
      fr:
        'Un groupe thématique est constitué, puis clos, par une décision de la séance plénière qui énonce son thème et ses engagements. Elle désigne un animateur par ' +
        'collège (par défaut), que la séance plénière suivante remplace s’il y a lieu ; dans l’intervalle, le secrétariat planifie les réunions du groupe.',
      en:
        'A thematic group is set up, and closed, by a plenary decision that states its theme and commitments. The decision names a facilitator from each college (by ' +
        'default), replaced if need be by the next plenary; meanwhile the secretariat plans the group’s meetings.',
    },
    sources: [from('OURS', 'constitution des groupes thématiques', 'how thematic groups are set up')],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['facilitatorsPerCollege'],
  },
  'C3-CONVOCATION': {
    statement: {
      fr:
        'Le secrétariat convoque les ministères ; ici, toute séance plénière et le comité de direction. C’est un rôle tenu par plusieurs organismes : le ministère chargé du ' +
        'Renouveau démocratique et le CESE selon la fiche ; le ministère assisté de la DITP, qui convoque, selon la synthèse. Les réunions des groupes sont planifiées par leurs ' +
        'animateurs et la convocation du secrétariat part d’elle-même, sauf s’il l’arrête en donnant un motif.',
      en:
        'The secretariat convenes government departments; for us, every plenary and the committee. It is a role held by several bodies: the Ministry for Democratic Renewal and ' +
        'the CESE, says the sheet; the Ministry assisted by the DITP, which convenes, says the summary. Groups’ meetings are planned by their facilitators, and the ' +
        'secretariat’s convocation leaves by itself unless stopped with a reason.',
    },
    sources: [
      from(
        'C3',
        'secrétariat du forum et convocation des ministères',
        'the forum’s secretariat and the convening of departments',
      ),
      from(
        'C3-S',
        'ministère assisté de la DITP, qui convoque',
        'the Ministry assisted by the DITP, which convenes',
      ),
      from('OURS', 'séances plénières, comité et groupes', 'plenaries, committee and groups'),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: ['groupConvocation'],
  },
  'C3-AGENDA': {
    statement: {
      fr:
        'L’ordre du jour d’une séance plénière a deux clés : le secrétariat le « rédige et valide » (fiche en anglais : « drafts and approves », rédige et approuve), et il est ' +
        'arrêté conjointement avec le comité de direction : un coprésident ou un membre du comité de chaque collège tourne cette seconde clé. Tant que le comité n’existe pas, ' +
        'un membre du groupe fondateur la tourne seul et tout entière. Si personne ne le peut, deux membres du collège tournent la moitié qui lui revient, pour un ordre du jour ' +
        'limité à des élections. Après dix jours de silence depuis que le secrétariat a tourné sa clé, celui-ci peut convoquer sur un ordre du jour limité à des élections. Après toute ' +
        'modification, les deux clés sont à tourner de nouveau ; après la convocation, la version publiée vaut jusqu’à ce que les deux soient tournées sur la nouvelle, envoyée cinq jours ' +
        'avant ou en urgence. Les animateurs arrêtent l’ordre du jour de leur groupe, les coprésidents celui du comité.',
      en:
        'A plenary’s agenda has two keys: the secretariat “drafts and approves” it (French sheet: « rédige et valide », drafts and validates), and it is agreed jointly with ' +
        'the management committee: one co-chair or committee member of each college turns that second key. Before a committee exists, any one member of the founding group turns ' +
        'it whole. When nobody can, any two members of the college turn that college’s half, for an agenda of elections only. After ten days of silence from the secretariat’s ' +
        'turn, it may convene on an agenda of elections only. Any change puts both keys back; after the convocation, the published version stands until both are turned on the ' +
        'new one, sent five days before or by urgency. Facilitators set their group’s agenda, co-chairs the committee’s.',
    },
    sources: [
      from(
        'C3',
        'ordre du jour : « rédige et valide » (version française), “drafts and approves” (version anglaise), d’un commun accord avec le comité de direction',
        'agenda: « rédige et valide » (French version), “drafts and approves” (English version), agreed jointly with the management committee',
      ),
      from(
        'OURS',
        'qui tourne la seconde clé ; issues en cas de blocage',
        'who turns the second key; the ways out of a deadlock',
      ),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  NOTICE: {
    statement: {
      fr:
        'La convocation est envoyée à l’avance, avec l’ordre du jour et les documents : par défaut, 15 jours pour une séance plénière, 5 jours pour le comité et pour un groupe. ' +
        'L’urgence suppose un motif énoncé et l’accord des détenteurs de la seconde clé. Une seconde convocation est envoyée 5 jours à l’avance, sur le même ordre du jour, les ' +
        'clés demeurant tournées, et précise qu’aucun quorum n’est exigé.',
      en:
        'The convocation is sent days ahead with the agenda and the papers: by default 15 days for a plenary, 5 for the committee and for a group. Urgency needs a stated reason ' +
        'and the holders of the second key. A second convocation is sent 5 days ahead on the same agenda, the keys standing, and says that no quorum is required.',
    },
    sources: [
      from(
        'CRPA',
        'articles R133-8 (cinq jours au moins, sauf urgence) et R133-10 (nouvelle convocation)',
        'articles R133-8 (five days at least, save urgency) and R133-10 (second convocation)',
      ),
      from(
        'OURS',
        'quinze jours pour une séance plénière ; conditions de l’urgence',
        'fifteen days for a plenary; the conditions of urgency',
      ),
    ],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['plenaryNoticeDays', 'committeeNoticeDays', 'groupNoticeDays', 'secondConvocationNoticeDays'],
  },
  QUORUM: {
    statement: {
      fr:
        'Le quorum est atteint lorsque la moitié au moins (par défaut) des membres ayant voix délibérative de chaque collège sont présents, à distance ou représentés. Il est ' +
        'vérifié à l’ouverture et à chaque vote enregistré ; les départs ultérieurs ne vicient rien, et un vote sans quorum est reporté. S’il n’est pas atteint à l’ouverture, une ' +
        'seconde convocation sur le même ordre du jour, au moins cinq jours plus tard, n’en exige aucun. Les scrutins se règlent sur la liste électorale, non sur la présence.',
      en:
        'There is a quorum when at least half (by default) of the voting members of each college are present, online or represented. It is tested at the opening and at each ' +
        'recorded vote; later departures void nothing, and a vote without quorum is carried over. If it is missed at the opening, a second convocation on the same agenda, at ' +
        'least five days later, needs none. Polls go by the register, not by attendance.',
    },
    sources: [
      from(
        'CRPA',
        'article R133-10 (la moitié au moins des membres)',
        'article R133-10 (half of the members at least)',
      ),
      from('OURS', 'décompte par collège', 'reckoned college by college'),
    ],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['quorumShare', 'secondConvocationNoticeDays'],
  },
  PROXY: {
    statement: {
      fr:
        'Une procuration est écrite, donnée pour une seule réunion à un membre du même collège. Nul n’en détient plus d’une (par défaut). Elle cesse à l’arrivée de celui qui l’a ' +
        'donnée et ne vaut jamais pour un scrutin secret.',
      en:
        'A proxy is written, for one meeting, to a member of the same college. Nobody holds more than one (by default). It lapses when the giver arrives, and is never used in a ' +
        'secret poll.',
    },
    sources: [
      from('CRPA', 'article R133-9 (un seul mandat)', 'article R133-9 (one proxy only)'),
      from('OURS', 'forme, durée, collège et scrutins secrets', 'form, duration, college and secret polls'),
    ],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['proxiesPerHolder'],
  },
  DECISION: {
    statement: {
      fr:
        'Le consensus est recherché d’abord ; les objections sont enregistrées, avec le nom de leur auteur s’il le demande. À défaut, il est procédé à un vote enregistré : à la ' +
        'double majorité, dans chaque collège (par défaut), ou à la majorité simple.',
      en:
        'Consensus is sought first; objections are recorded, by name if asked. Otherwise there is a recorded vote: by double majority, in each college (by default), or by simple ' +
        'majority.',
    },
    sources: [
      from('GE', 'double majorité', 'double majority'),
      from('ES', 'majorité simple', 'simple majority'),
    ],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['decisionMajority'],
  },
  EXTRAORDINARY: {
    statement: {
      fr:
        'Le tiers des membres (par défaut), ou les deux coprésidents, peuvent exiger une séance plénière dans les 60 jours (par défaut). Son ordre du jour est celui de la demande ' +
        'et la clé du secrétariat y suffit.',
      en: 'A third of the members (by default), or both co-chairs, may require a plenary within 60 days (by default). Its agenda is the request’s and the secretariat’s key suffices.',
    },
    sources: [
      from(
        'ES',
        'séance extraordinaire à la demande de membres',
        'extraordinary session at the request of members',
      ),
      from('OURS', 'coprésidents, délai et clé', 'co-chairs, time limit and key'),
    ],
    kind: 'SETTING',
    effects: ['REFUSED', 'WARNED'],
    settings: ['extraordinaryRequestShare', 'extraordinaryWithinDays'],
  },
  'MINUTES-AFTER-MEETING': {
    statement: {
      fr: 'Aucun compte rendu n’est établi avant que la réunion ait été tenue.',
      en: 'No minutes exist before the meeting was held.',
    },
    sources: [
      from(
        'OURS',
        'un compte rendu rend compte d’une réunion tenue',
        'minutes record a meeting that took place',
      ),
    ],
    kind: 'FIXED',
    effects: ['STATED', 'REFUSED'],
    settings: [],
  },
  MINUTES: {
    statement: {
      fr:
        'Le compte rendu nomme les présents et leur qualité, les représentés et les absents, les sujets traités, le sens de chaque décision, les votes par collège et, à leur ' +
        'demande, les désaccords. Par défaut, il est envoyé dans les 15 jours et les membres ont 7 jours pour l’observer ; sans observation, il est approuvé de lui-même ; avec des ' +
        'observations, le président de la réunion statue dans les 7 jours, faute de quoi il est approuvé avec les observations en annexe. Publié aussitôt, il n’est jamais modifié : ' +
        'une rectification est une nouvelle version, avec son motif.',
      en:
        'Minutes name those present and their capacity, those represented and absent, the subjects, the sense of each decision, votes by college and, on request, dissents. By ' +
        'default they are sent within 15 days and members comment for 7; without comment they are approved by themselves; with comments the meeting’s president decides within 7 ' +
        'days, else they are approved with the comments annexed. Published at once, they are never edited: a correction is a new version with its reason.',
    },
    sources: [
      from(
        'CRPA',
        'article R133-13 (contenu du procès-verbal)',
        'article R133-13 (what the minutes contain)',
      ),
      from('IT', 'délais d’envoi et d’observation', 'time limits for sending and comments'),
    ],
    kind: 'SETTING',
    effects: ['REFUSED', 'WARNED'],
    settings: ['minutesCirculatedWithinDays', 'minutesCommentDays', 'minutesRulingDays'],
  },
} as const satisfies Record<string, Article>;
