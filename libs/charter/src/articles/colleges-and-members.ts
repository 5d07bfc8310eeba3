import { type Article, from } from '../article.js';

/** Colleges and members. */
export const COLLEGES_AND_MEMBERS_CHAPTER = {
  'C3-COLLEGES': {
    statement: {
      fr:
        'Le forum réunit deux parties, appelées ici collèges : les acteurs publics et la société civile organisée. Un membre relève d’une seule organisation, une ' +
        'organisation d’un seul collège. Les organisations changent de nom, fusionnent ou se succèdent, à des dates enregistrées : les qualités de membre et les ' +
        'mandats se poursuivent ; un changement de collège y met fin. Hôte et secrétariat, le CESE n’appartient à aucun collège ; l’IMODEV appartient à celui de la ' +
        'société civile.',
      en:
        'The forum has two sides, called colleges here: government actors and organised civil society. A member belongs to one organisation, an organisation to one ' +
        'college. Organisations are renamed, merged or succeeded, with recorded dates: memberships and mandates carry over; a change of college ends them. The CESE, ' +
        'host and secretariat, is in no college; IMODEV is in that of civil society.',
    },
    sources: [
      from(
        'C3',
        'composition : acteurs gouvernementaux et société civile',
        'composition: government actors and civil society',
      ),
      from(
        'OURS',
        'un seul collège par organisation ; place du CESE et de l’IMODEV',
        'one college for each organisation; the places of the CESE and of IMODEV',
      ),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'C3-ADMISSION': {
    statement: {
      fr:
        'Les membres de la société civile entrent au forum par un appel à candidatures ou par convocation directe, pour un besoin exprimé par un groupe de travail ' +
        'thématique ou, tant qu’il n’en existe aucun, par le groupe de travail fondateur. Les membres du collège des acteurs publics sont convoqués par le ' +
        'secrétariat. Chaque qualité de membre indique la voie d’entrée et, pour une convocation directe, le besoin.',
      en:
        'Civil-society members come in by a call for applications or by direct appointment, for a need stated by a thematic working group or, before any exists, by ' +
        'the founding working group. Government members are convened by the secretariat. Every membership records its route and, for a direct appointment, its need.',
    },
    sources: [
      from(
        'C3',
        'sélection des membres : appel à candidatures, ou convocation directe selon les besoins des groupes de travail',
        'selection of members: call for applications, or direct appointment according to the needs of the working groups',
      ),
      from(
        'OURS',
        'besoin exprimé par le groupe fondateur ; la convocation vaut admission pour les acteurs publics',
        'need stated by the founding group; for government actors, being convened is admission',
      ),
    ],
    kind: 'FIXED',
    effects: ['REFUSED'],
    settings: [],
  },
  'OPEN-CALL': {
    statement: {
      fr:
        'Un appel à candidatures a des dates et des critères publiés ; il reste ouvert au moins 14 jours, sauf autre durée dans les règles de fonctionnement. Chaque ' +
        'dossier reçoit une décision enregistrée et motivée, dont son auteur est informé. Un dossier tardif est refusé.',
      en:
        'A call for applications has dates and published criteria; it stays open for at least 14 days, unless the rules of procedure say otherwise. Each application ' +
        'gets a recorded decision with reasons, and the applicant is told. Late applications are refused.',
    },
    sources: [from('OURS', 'déroulement d’un appel à candidatures', 'how a call for applications is run')],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['callOpenDays'],
  },
  ALTERNATE: {
    statement: {
      fr:
        'Un membre peut avoir un suppléant, nommément désigné et issu de la même organisation. Le suppléant inscrit comme siégeant pour cette réunion avant ' +
        'l’ouverture d’un vote ou d’un scrutin y exerce la voix du siège ; à défaut, le membre vote. Le suppléant n’est jamais candidat.',
      en:
        'A member may have one named alternate from the same organisation. An alternate recorded as sitting in for this meeting before a vote or poll opens holds ' +
        'that seat’s vote in it; otherwise the member votes. An alternate is never a candidate.',
    },
    sources: [
      from(
        'CRPA',
        'article R133-3 (suppléance ; les personnalités qualifiées ne sont pas suppléées)',
        'article R133-3 (alternates; qualified individuals have none)',
      ),
      from(
        'OURS',
        'un seul suppléant, par inscription avant le vote',
        'one alternate only, recorded before the vote',
      ),
    ],
    kind: 'SETTING',
    effects: ['REFUSED'],
    settings: ['alternatesAllowed'],
  },
  PARITY: {
    statement: {
      fr:
        'Parmi les sièges du comité de direction revenant à chaque collège, l’écart entre le nombre de femmes et le nombre d’hommes n’est pas supérieur à un. La ' +
        'déclaration est personnelle et facultative ; seul est montré le constat « respectée », « non respectée » ou « inconnue ».',
      en:
        'Among each college’s seats on the management committee, the gap between the number of women and the number of men is at most one. Each person declares for ' +
        'herself or himself, and may decline to; only “met”, “not met” or “unknown” is ever shown.',
    },
    sources: [
      from('L2014-873', 'article 74 (écart d’un siège au plus)', 'article 74 (a gap of at most one)'),
      from(
        'OURS',
        'application aux sièges du comité, collège par collège',
        'applied to the committee’s seats, college by college',
      ),
    ],
    kind: 'SETTING',
    effects: ['WARNED'],
    settings: ['parityFollowed'],
  },
} as const satisfies Record<string, Article>;
