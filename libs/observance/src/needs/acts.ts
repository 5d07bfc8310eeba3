import type { RuleId } from '@hemicycle/charter';
import type { Text } from '@hemicycle/kernel';

interface Waiting {
  /** The rule by which it waits for somebody. */
  readonly rule: RuleId;
  readonly why: Text;
}

/** The acts on an election for which somebody in particular is waited for. */
export const OF_AN_ELECTION = {
  castBallot: {
    rule: 'REGISTER',
    why: {
      fr: 'Vous êtes sur la liste électorale de ce scrutin. Qui revote remplace son bulletin.',
      en: 'You are on the register of this poll. Whoever votes again replaces her ballot.',
    },
  },
  castRecordedBallot: {
    rule: 'REGISTER',
    why: {
      fr: 'Vous êtes sur la liste électorale de ce scrutin par vote nominal.',
      en: 'You are on the register of this poll by recorded votes.',
    },
  },
  standAsCandidate: {
    rule: 'ELIGIBILITY',
    why: {
      fr: 'Les candidatures sont ouvertes à votre collège.',
      en: 'Nominations are open to your college.',
    },
  },
  commitLotValue: {
    rule: 'TIE',
    why: {
      fr: 'Avant l’ouverture du vote, chaque scrutateur s’engage sur une valeur, pour le cas d’un tirage au sort.',
      en: 'Before the poll opens, each scrutineer commits a value, in case of a lot.',
    },
  },
  revealLotValue: {
    rule: 'TIE',
    why: {
      fr: 'Le vote est clos : le tirage au sort attend votre valeur.',
      en: 'The poll is closed: the lot waits for your value.',
    },
  },
  orderPoll: {
    rule: 'POLL',
    why: {
      fr: 'Vous présidez ce point : le vote s’ouvre sur votre ordre.',
      en: 'You preside over this item: the poll opens on your order.',
    },
  },
  openVoting: {
    rule: 'POLL',
    why: {
      fr: 'Qui préside a ordonné le vote : le secrétariat l’ouvre.',
      en: 'Whoever presides ordered the poll: the secretariat opens it.',
    },
  },
  closeVoting: {
    rule: 'POLL',
    why: { fr: 'Le secrétariat clôt le vote.', en: 'The secretariat closes the poll.' },
  },
  giveDecryption: {
    rule: 'CNIL-1-08',
    why: {
      fr: 'Le vote est clos : deux porteurs de clé ouvrent l’urne, et vous en êtes un.',
      en: 'The poll is closed: two trustees open the box, and you are one.',
    },
  },
  countVotes: {
    rule: 'CNIL-1-09',
    why: {
      fr: 'Le vote est clos : le dépouillement a lieu une fois.',
      en: 'The poll is closed: the count takes place once.',
    },
  },
  proclaimResult: {
    rule: 'POLL',
    why: { fr: 'Les mandats commencent à la proclamation.', en: 'Mandates start on the proclamation.' },
  },
} as const satisfies Record<string, Waiting>;

/** The acts on a meeting for which somebody in particular is waited for. */
export const OF_A_MEETING = {
  draftAgenda: {
    rule: 'C3-AGENDA',
    why: { fr: 'La convocation part avec l’ordre du jour.', en: 'The convocation leaves with the agenda.' },
  },
  turnKey: {
    rule: 'C3-AGENDA',
    why: { fr: 'L’ordre du jour attend votre clé.', en: 'The agenda waits for your key.' },
  },
  agreeToMove: {
    rule: 'NOTICE',
    why: {
      fr: 'D’autres qui tiennent la seconde clé ont accepté ce jour : votre part manque.',
      en: 'Others who hold the second key agreed to that day: your part is missing.',
    },
  },
  conveneMeeting: {
    rule: 'NOTICE',
    why: { fr: 'La convocation peut partir.', en: 'The convocation may leave.' },
  },
  publishAgenda: {
    rule: 'C3-AGENDA',
    why: {
      fr: 'L’ordre du jour modifié est arrêté : il reste à le publier.',
      en: 'The changed agenda is agreed to: it remains to be published.',
    },
  },
  recordAttendance: {
    rule: 'QUORUM',
    why: { fr: 'Le quorum se compte sur l’émargement.', en: 'The quorum is counted on the attendance.' },
  },
  openSession: {
    rule: 'PRESIDING',
    why: {
      fr: 'Vous présidez la séance, et le quorum est atteint.',
      en: 'You preside over the session, and the quorum is met.',
    },
  },
  declareNoQuorum: {
    rule: 'QUORUM',
    why: {
      fr: 'Vous présidez la séance, et le quorum manque.',
      en: 'You preside over the session, and the quorum is missing.',
    },
  },
  putToVote: {
    rule: 'DECISION',
    why: { fr: 'Vous présidez un point à décider.', en: 'You preside over an item to be decided.' },
  },
  closeSession: {
    rule: 'PRESIDING',
    why: {
      fr: 'Vous présidez la séance : vous pouvez la lever.',
      en: 'You preside over the session: you may close it.',
    },
  },
} as const satisfies Record<string, Waiting>;

/** The other acts for which somebody in particular is waited for. */
export const OF_OTHERS = {
  giveTrusteePart: {
    rule: 'CNIL-1-08',
    why: {
      fr: 'La clé qui scelle les scrutins attend votre part.',
      en: 'The key that seals the polls waits for your part.',
    },
  },
  castDecisionVote: {
    rule: 'DECISION',
    why: {
      fr: 'Vous portez la voix d’un siège dans ce vote.',
      en: 'You hold the vote of a seat in this vote.',
    },
  },
  draftMinutes: {
    rule: 'MINUTES',
    why: {
      fr: 'La séance est levée : son compte rendu est à établir, puis à communiquer aux membres.',
      en: 'The session is closed: its minutes are to be drafted, then sent to the members.',
    },
  },
  circulateMinutes: {
    rule: 'MINUTES',
    why: {
      fr: 'Le compte rendu est en préparation : il reste à le communiquer aux membres.',
      en: 'The minutes are drafted: they remain to be sent to the members.',
    },
  },
  planMeeting: {
    rule: 'C3-WG-CADENCE',
    why: {
      fr: 'Le groupe se réunit une fois par trimestre, et aucune réunion n’est planifiée pour celui-ci.',
      en: 'The group meets once a quarter, and no meeting is planned for this one.',
    },
  },
  saveRoadmap: {
    rule: 'C3-WG-CADENCE',
    why: {
      fr: 'Le groupe travaille sur une feuille de route commune, dont des étapes ont passé leur échéance : elles sont faites, abandonnées en disant pourquoi, ou remises à un autre jour.',
      en: 'The group works on a common roadmap, some steps of which are past their day: they are done, given up with the reason, or put off to another day.',
    },
  },
  commentMinutes: {
    rule: 'MINUTES',
    why: {
      fr: 'Le compte rendu vous a été communiqué ; sans observation, il est approuvé de lui-même.',
      en: 'The minutes were sent to you; without comment they are approved by themselves.',
    },
  },
  decideOnComments: {
    rule: 'MINUTES',
    why: {
      fr: 'Vous présidiez la séance : vous décidez sur chaque observation, faute de quoi elles sont annexées.',
      en: 'You presided over the session: you decide on each comment, or they are annexed.',
    },
  },
  signMinutes: {
    rule: 'MINUTES',
    why: {
      fr: 'Vous présidiez la séance, ou en rendez compte : le compte rendu est publié, et attend votre signature.',
      en: 'You presided over the session, or are its rapporteur: the minutes are published, and wait for your signature.',
    },
  },
  supportPlenaryRequest: {
    rule: 'EXTRAORDINARY',
    why: {
      fr: 'Un membre demande une séance plénière ; vous pouvez soutenir sa demande.',
      en: 'A member asks for a plenary; you may support the request.',
    },
  },
  planRequiredPlenary: {
    rule: 'EXTRAORDINARY',
    why: { fr: 'Assez de membres exigent cette séance.', en: 'Enough members require this plenary.' },
  },
  decideApplications: {
    rule: 'OPEN-CALL',
    why: {
      fr: 'Chaque dossier reçoit une décision motivée, et le candidat en est informé.',
      en: 'Each application gets a decision with its reasons, and the applicant is told.',
    },
  },
  completeFollowUp: {
    rule: 'DECISION',
    why: {
      fr: 'Une décision vous a chargé·e de cela, vous ou votre organisation. Le secrétariat consigne ce qui est fait.',
      en: 'A decision charged you, or your organisation, with it. The secretariat records what is done.',
    },
  },
} as const satisfies Record<string, Waiting>;

/** Why what is up to a role waits for the secretariat. */
export const OF_A_ROLE = {
  fr: 'Une décision en a chargé une fonction, en toutes lettres : le secrétariat y veille, et consigne ce qui est fait.',
  en: 'A decision charged a role, in words, with it: the secretariat sees to it, and records what is done.',
};

/** What is waited for; `keepInTime` for what the calendar makes due of somebody, without an act that does it at once. */
export const NEED_ACTS = [
  ...Object.keys(OF_OTHERS),
  ...Object.keys(OF_AN_ELECTION),
  ...Object.keys(OF_A_MEETING),
  'keepInTime',
] as readonly NeedAct[];
export type NeedAct =
  keyof typeof OF_OTHERS | keyof typeof OF_AN_ELECTION | keyof typeof OF_A_MEETING | 'keepInTime';
