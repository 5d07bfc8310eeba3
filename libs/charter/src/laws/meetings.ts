import { type College, type Day, dayInWords, type Text } from '@hemicycle/kernel';
import {
  type AgendaKeyName,
  type KeyedAgenda,
  type KeyHolder,
  keysWanted,
  partHeld,
  partsMissing,
  type SecondKey,
  turnsOf,
} from '../agenda-keys.js';
import { inLife, MEETING, type StateOf, whileIn } from '../lives.js';
import type { Designation } from '../presiding.js';
import type { Quorum } from '../quorum.js';
import { law, type Rule, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import { secretariatConvenesPlenaries } from './convocation.js';
import { type ConvenedOnce, secondConvocationKeepsTheAgenda } from './agenda-publication.js';
import {
  coChairsSetTheAgenda,
  committeeAgendasHaveNoKeys,
  secretariatOrCoChairsPlan,
} from './committee-meetings.js';
import {
  atPlenaries,
  type DraftedItems,
  facilitatorsPlan,
  facilitatorsSetTheAgenda,
  groupAgendasHaveNoKeys,
  groupIsAtWork,
  inGroups,
  inTheCommittee,
  type MeetingBody,
  MEMBERS_OF,
  type OfABody,
  outsidePlenaries,
  plenariesAloneChangeTheForum,
  plenariesAloneElect,
  secretariatPlansMeanwhile,
} from './group-meetings.js';

type MeetingState = StateOf<typeof MEETING>;

export interface PlanningFacts extends OfABody {
  readonly bySecretariat: boolean;
  readonly at: Date;
  readonly startsAt: Date;
}

export const meetingIsToCome = rule<Pick<PlanningFacts, 'at' | 'startsAt'>>(
  'NOTICE',
  ({ at, startsAt }) =>
    at < startsAt || {
      fr: 'On planifie une séance à venir : l’instant indiqué est passé.',
      en: 'A session is planned for a time to come: the instant given is past.',
    },
);

/** Who plans a meeting, and for when; until it is convened, who gives it another day too. */
export const PLANNING_RULES: readonly Rule<PlanningFacts>[] = [
  ...inGroups<PlanningFacts>([groupIsAtWork, secretariatPlansMeanwhile, facilitatorsPlan]),
  ...inTheCommittee<PlanningFacts>([secretariatOrCoChairsPlan]),
  ...atPlenaries<PlanningFacts>([secretariatConvenesPlenaries]),
  meetingIsToCome,
];

export const planMeeting = law<PlanningFacts>('planMeeting', PLANNING_RULES);

export interface DraftingFacts extends ConvenedOnce, OfABody, DraftedItems {
  readonly state: MeetingState;
  readonly bySecretariat: boolean;
  /**
   * Whether members required the plenary and the draft says otherwise than their request, elections apart: those are for
   * the seats that the charter has put to the vote.
   */
  readonly departsFromRequest: boolean;
}

export const secretariatDraftsTheAgenda = rule<Pick<DraftingFacts, 'bySecretariat'>>(
  'C3-AGENDA',
  ({ bySecretariat }) =>
    bySecretariat || {
      fr: 'L’ordre du jour d’une séance plénière est rédigé par le secrétariat ; le comité ou le groupe fondateur l’arrête avec lui en tournant sa clé.',
      en: 'A plenary’s agenda is drafted by the secretariat; the committee or the founding group agrees to it by turning its key.',
    },
);

/** Who keeps the agenda of a meeting. */
export const KEEPERS_OF_THE_AGENDA: readonly Rule<OfABody & Pick<DraftingFacts, 'bySecretariat'>>[] = [
  ...inGroups<OfABody & Pick<DraftingFacts, 'bySecretariat'>>([facilitatorsSetTheAgenda]),
  ...inTheCommittee<OfABody & Pick<DraftingFacts, 'bySecretariat'>>([coChairsSetTheAgenda]),
  ...atPlenaries<OfABody & Pick<DraftingFacts, 'bySecretariat'>>([secretariatDraftsTheAgenda]),
];

export const agendaIsTheRequests = rule<DraftingFacts>(
  'EXTRAORDINARY',
  ({ departsFromRequest }) =>
    !departsFromRequest || {
      fr: 'Cette séance a été exigée par des membres : son ordre du jour est celui de leur demande. Seules les élections y changent.',
      en: 'Members required this plenary: its agenda is that of their request. Only elections change on it.',
    },
);

export const draftAgenda = law<DraftingFacts>('draftAgenda', [
  whileIn<MeetingState, DraftingFacts>(MEETING, ['PLANNED', 'CONVENED'], ({ state }) => state),
  ...inGroups<DraftingFacts>([groupIsAtWork]),
  ...outsidePlenaries<DraftingFacts>([plenariesAloneElect, plenariesAloneChangeTheForum]),
  ...KEEPERS_OF_THE_AGENDA,
  secondConvocationKeepsTheAgenda,
  agendaIsTheRequests,
]);

export interface TurningFacts extends ConvenedOnce, OfABody {
  readonly state: MeetingState;
  /** The day of the act. */
  readonly on: Day;
  readonly key: AgendaKeyName;
  /** The day for which it is turned: that of the meeting, or the new one of a move; null: none is said yet. */
  readonly forDay: Day | null;
  /** The version on which the key is to be turned. */
  readonly version: number;
  /** The latest agenda, or for a move the published one, with the keys turned on that version; null: there is none. */
  readonly agenda: KeyedAgenda | null;
  readonly secondKey: SecondKey;
  readonly holder: KeyHolder;
}

export const keyIsTurnedOnWhatStands = rule<TurningFacts>('C3-AGENDA', ({ version, agenda }) => {
  if (agenda === null) {
    return { fr: 'Il n’y a pas encore d’ordre du jour.', en: 'There is no agenda yet.' };
  }
  if (agenda.published) {
    return {
      fr: `La version ${agenda.version} de l’ordre du jour est publiée : on tourne les clés sur un ordre du jour modifié.`,
      en: `Version ${agenda.version} of the agenda is published: keys are turned on a changed one.`,
    };
  }
  return (
    version === agenda.version || {
      fr: `L’ordre du jour en est à la version ${agenda.version} : toute modification remet les deux clés en place, et on ne tourne pas de clé sur la version ${version}.`,
      en: `The agenda stands at version ${agenda.version}: any change puts both keys back, and no key is turned on version ${version}.`,
    }
  );
});

const NOT_A_HOLDER: Readonly<Record<'SECRETARIAT' | SecondKey['by'], Text>> = {
  SECRETARIAT: {
    fr: 'Cette clé est celle du secrétariat.',
    en: 'This key is the secretariat’s.',
  },
  FOUNDING_GROUP: {
    fr: 'Tant que le comité n’existe pas, cette clé est tournée par un membre du groupe fondateur.',
    en: 'Before a committee exists, this key is turned by a member of the founding group.',
  },
  COMMITTEE: {
    fr: 'Cette clé est tournée par un coprésident ou membre du comité de chaque collège.',
    en: 'This key is turned by one co-chair or committee member of each college.',
  },
};

export const keyIsTurnedByAHolder = rule<TurningFacts>(
  'C3-AGENDA',
  ({ key, secondKey, holder }) =>
    partHeld(key, secondKey, holder) !== null || NOT_A_HOLDER[key === 'SECRETARIAT' ? key : secondKey.by],
);

/** The holders of the second key still agree to an urgency. */
export const requestNeedsNoSecondKey = rule<TurningFacts>(
  'EXTRAORDINARY',
  ({ key, agenda }) =>
    agenda === null ||
    key !== 'COMMITTEE' ||
    keysWanted(agenda).includes(key) || {
      fr: 'Cette séance a été exigée par des membres : son ordre du jour est celui de leur demande, et la clé du secrétariat y suffit.',
      en: 'Members required this plenary: its agenda is that of their request, and the secretariat’s key suffices.',
    },
);

/** As a member of a college that has nobody left, she turns its half with another. */
export const nobodyActsForEver = rule<TurningFacts>('ACTING', ({ key, secondKey, holder }) => {
  const { actedUntilOn } = holder;
  if (key === 'SECRETARIAT' || actedUntilOn === null || partHeld(key, secondKey, holder) !== null)
    return true;
  const { fr, en } = dayInWords(actedUntilOn);
  return {
    fr: `Votre mandat est arrivé à son terme et votre intérim a pris fin le ${fr} : vous ne tournez plus la clé du comité.`,
    en: `Your term has ended and you could act until ${en}: you turn the committee’s key no more.`,
  };
});

const NOBODY_IN_OFFICE: Readonly<Record<College, Text>> = {
  GOVERNMENT: {
    fr: 'Aucun coprésident ni membre du comité n’est issu des acteurs publics',
    en: 'No co-chair or committee member is from government',
  },
  CIVIL_SOCIETY: {
    fr: 'Aucun coprésident ni membre du comité n’est issu de la société civile',
    en: 'No co-chair or committee member is from civil society',
  },
};

export const membersTurnElectionsOnly = rule<TurningFacts>(
  'C3-AGENDA',
  ({ key, secondKey, holder, agenda }) => {
    const held = partHeld(key, secondKey, holder);
    if (agenda === null || agenda.electionsOnly || held === null || !held.byMember) return true;
    if (held.part === 'WHOLE') return true;
    const { fr, en } = NOBODY_IN_OFFICE[held.part];
    return {
      fr: `${fr} : deux membres du collège tournent sa moitié, pour un ordre du jour limité à des élections. La version ${agenda.version} porte d’autres points.`,
      en: `${en}: two members of the college turn its half, for an agenda of elections only. Version ${agenda.version} carries other items.`,
    };
  },
);

export const keyIsTurnedOnce = rule<TurningFacts>('C3-AGENDA', ({ key, secondKey, holder, agenda }) => {
  const held = partHeld(key, secondKey, holder);
  if (agenda === null || held === null) return true;
  const { version, keys } = agenda;
  if (!partsMissing(key, secondKey, keys).includes(held.part)) {
    return {
      fr: `Cette clé est déjà tournée sur la version ${version}.`,
      en: `This key is turned on version ${version} already.`,
    };
  }
  return (
    !turnsOf(key, held.part, keys).some(({ turnedById }) => turnedById === holder.personId) || {
      fr: `Vous avez déjà tourné votre part sur la version ${version} : un autre membre du collège doit tourner la sienne.`,
      en: `You have turned your part on version ${version} already: another member of the college has to turn hers.`,
    }
  );
});

export const urgencyIsForADayToCome = rule<TurningFacts>('NOTICE', ({ key, on, forDay }) => {
  if (key !== 'URGENCY' || forDay === null || on <= forDay) return true;
  const { fr, en } = dayInWords(forDay);
  return {
    fr: `Le ${fr} est passé : on accepte un bref délai pour un jour à venir.`,
    en: `${en} is past: a short notice is agreed to for a day to come.`,
  };
});

/** Whose turn it is, of the keys and of what the holders of the second agree to. */
export const TURNING_RULES: readonly Rule<TurningFacts>[] = [
  keyIsTurnedByAHolder,
  membersTurnElectionsOnly,
  keyIsTurnedOnce,
];

export const turnKey = law<TurningFacts>('turnKey', [
  whileIn<MeetingState, TurningFacts>(MEETING, ['PLANNED', 'CONVENED'], ({ state }) => state),
  ...atPlenaries<TurningFacts>([
    requestNeedsNoSecondKey,
    nobodyActsForEver,
    keyIsTurnedOnWhatStands,
    ...TURNING_RULES,
    urgencyIsForADayToCome,
  ]),
  ...inGroups<TurningFacts>([groupAgendasHaveNoKeys]),
  ...inTheCommittee<TurningFacts>([committeeAgendasHaveNoKeys]),
  secondConvocationKeepsTheAgenda,
]);

/** How the session itself found a seat: when its quorum was tested, in a recorded vote, or as it presided. */
export const SEATS_FOUND = ['PRESENT', 'REPRESENTED'] as const;
export type SeatFound = (typeof SEATS_FOUND)[number];

/** One seat whose attendance is recorded. */
export interface SeatRecorded {
  readonly name: string;
  /** Whether the membership is in force on the day of the meeting. */
  readonly isMember: boolean;
  /** In the room or online, herself or by her alternate. */
  readonly present: boolean;
  /** Recorded as sat in for by her alternate. */
  readonly byAlternate: boolean;
  /** Whether she has an alternate on the day of the meeting. */
  readonly hasAlternate: boolean;
  /** Recorded as represented by another member. */
  readonly represented: boolean;
  /** Whether a proxy of hers stands for this meeting. */
  readonly hasProxy: boolean;
  /** How the session found her; null: nothing says, or it is not closed. */
  readonly found: SeatFound | null;
}

export interface AttendanceFacts {
  readonly state: MeetingState;
  /** Whether its minutes left their draft: the members have them. */
  readonly minutesSent: boolean;
  readonly body: MeetingBody;
  readonly on: Day;
  readonly meetingOn: Day;
  /** Of the edition in force on the day of the act. */
  readonly rules: Pick<RulesOfProcedure, 'alternatesAllowed'>;
  readonly seats: readonly SeatRecorded[];
}

const names = (seats: readonly SeatRecorded[]): string => seats.map(({ name }) => name).join(', ');

export const onlyMembersAttend = rule<AttendanceFacts>('QUORUM', ({ seats, meetingOn, body }) => {
  const others = seats.filter(({ isMember }) => !isMember);
  const day = dayInWords(meetingOn);
  const members = MEMBERS_OF[body];
  return others.length === 0
    ? true
    : {
        fr: `N’est pas ${members.fr} le ${day.fr}, jour de la séance, et ne compte donc pas au quorum : ${names(others)}.`,
        en: `Not ${members.en} on ${day.en}, the day of the session, hence not counted in the quorum: ${names(others)}.`,
      };
});

export const presenceIsRecordedOnTheDay = rule<AttendanceFacts>(
  'QUORUM',
  ({ state, seats, on, meetingOn }) => {
    const present = seats.filter((seat) => seat.present);
    if (present.length === 0 || on === meetingOn || state === 'IN_SESSION' || state === 'HELD') return true;
    const day = dayInWords(meetingOn);
    return {
      fr: `La présence se constate le jour de la séance, le ${day.fr} ; d’ici là, seules les excuses s’enregistrent.`,
      en: `Presence is recorded on the day of the session, ${day.en}; until then only apologies are.`,
    };
  },
);

export const onlyTheAlternateSitsIn = rule<AttendanceFacts>('ALTERNATE', ({ rules, seats, meetingOn }) => {
  const satInFor = seats.filter(({ byAlternate }) => byAlternate);
  if (satInFor.length === 0) return true;
  if (!rules.alternatesAllowed) {
    return {
      fr: 'Les règles de fonctionnement ne prévoient pas de suppléants.',
      en: 'The rules of procedure have no alternates.',
    };
  }
  const without = satInFor.filter(({ hasAlternate }) => !hasAlternate);
  const day = dayInWords(meetingOn);
  return without.length === 0
    ? true
    : {
        fr: `N’a pas de suppléant désigné le ${day.fr} : ${names(without)}.`,
        en: `Has no named alternate on ${day.en}: ${names(without)}.`,
      };
});

/** Qualified individuals, which the French sheet says committee members are, have no alternates; those who sit were elected (CRPA R133-3). */
export const committeeMembersSitInPerson = rule<AttendanceFacts>('ALTERNATE', ({ body, seats }) => {
  const satInFor = seats.filter(({ byAlternate }) => byAlternate);
  return body !== 'MANAGEMENT_COMMITTEE' || satInFor.length === 0
    ? true
    : {
        fr: `On siège en personne au comité de direction, où l’on a été élu : personne n’y est suppléé. ${names(satInFor)}.`,
        en: `Those elected to the management committee sit there in person: nobody sits in for them. ${names(satInFor)}.`,
      };
});

export const absentSeatsAreNotSatInFor = rule<AttendanceFacts>('ALTERNATE', ({ seats }) => {
  const absurd = seats.filter(({ byAlternate, present }) => byAlternate && !present);
  return absurd.length === 0
    ? true
    : {
        fr: `Un suppléant siège en salle ou à distance ; absent ou excusé, il ne supplée personne : ${names(absurd)}.`,
        en: `An alternate sits in the room or online; absent or excused, she sits in for nobody: ${names(absurd)}.`,
      };
});

export const representedSeatsGaveAProxy = rule<AttendanceFacts>('PROXY', ({ seats }) => {
  const without = seats.filter(({ represented, hasProxy }) => represented && !hasProxy);
  return without.length === 0
    ? true
    : {
        fr: `N’a donné aucune procuration qui vaille pour cette séance, et n’est donc pas représenté : ${names(without)}.`,
        en: `Gave no proxy that stands for this session, hence is not represented: ${names(without)}.`,
      };
});

/** Minutes name those present, and what was sent to the members is changed by their comments or a correction alone. */
export const attendanceIsCorrectedWhileDrafted = rule<Pick<AttendanceFacts, 'minutesSent'>>(
  'MINUTES',
  ({ minutesSent }) =>
    !minutesSent || {
      fr: 'Le compte rendu qui dit les présences a été communiqué aux membres : on n’y revient que par une observation ou par une rectification.',
      en: 'The minutes that tell the attendance were sent to the members: only a comment or a correction comes back to it.',
    },
);

/**
 * Votes and quorum stay as they were found: minutes that give them, and name those present, would deny by one what they tell by the
 * other. It is MINUTES, not QUORUM: no correction changes a quorum. An election tells nothing here: its register is voted by whoever
 * attends or not.
 */
export const attendanceFitsWhatTheSessionFound = rule<AttendanceFacts>('MINUTES', ({ seats }) => {
  const away = seats.filter(({ present }) => !present);
  const denied = [
    { fr: 'présent', en: 'present', seats: away.filter(({ found }) => found === 'PRESENT') },
    {
      fr: 'représenté',
      en: 'represented',
      seats: away.filter(({ found, represented }) => found === 'REPRESENTED' && !represented),
    },
  ].filter(({ seats: those }) => those.length > 0);
  if (denied.length === 0) return true;
  return {
    fr: `Le compte rendu ne dit pas le contraire de ce que la séance a constaté, en vérifiant le quorum, par un vote enregistré ou par sa présidence : ${denied.map(({ fr, seats: those }) => `${fr}, ${names(those)}`).join(' ; ')}.`,
    en: `Minutes do not tell the contrary of what the session found, when its quorum was tested, by a recorded vote or by who presided: ${denied.map(({ en, seats: those }) => `${en}, ${names(those)}`).join('; ')}.`,
  };
});

export const recordAttendance = law<AttendanceFacts>('recordAttendance', [
  whileIn<MeetingState, AttendanceFacts>(MEETING, ['CONVENED', 'IN_SESSION', 'HELD'], ({ state }) => state),
  attendanceIsCorrectedWhileDrafted,
  attendanceFitsWhatTheSessionFound,
  onlyTheAlternateSitsIn,
  committeeMembersSitInPerson,
  absentSeatsAreNotSatInFor,
  onlyMembersAttend,
  presenceIsRecordedOnTheDay,
  representedSeatsGaveAProxy,
]);

/** A session about to be opened, by whoever acts. */
export interface OpeningFacts {
  readonly state: MeetingState;
  readonly at: Date;
  readonly on: Day;
  readonly startsAt: Date;
  readonly meetingOn: Day;
  /** The day and hour of the convocation, in the forum's zone. */
  readonly when: Text;
  /** The seat that whoever acts holds; null: none. */
  readonly actorMemberId: string | null;
  readonly bySecretariat: boolean;
  readonly designation: Designation;
  /** The name of the member designated; null when it is the secretariat. */
  readonly presidentName: string | null;
  /** Whether she presides as an acting holder of her office. */
  readonly presidentActs: boolean;
  readonly quorum: Quorum;
  /** False for a second convocation, and for a working group. */
  readonly quorumRequired: boolean;
}

const RANK: Readonly<Record<Designation['rank'], Text>> = {
  FACILITATOR: { fr: 'animateur du groupe, présent', en: 'facilitator of the group, present' },
  CO_CHAIR: { fr: 'coprésident présent', en: 'co-chair present' },
  COMMITTEE_MEMBER: { fr: 'membre du comité présent', en: 'committee member present' },
  LONGEST_SERVING_MEMBER: {
    fr: 'membre présent le plus anciennement entré au forum',
    en: 'the longest-serving member present',
  },
  SECRETARIAT: { fr: 'personne du secrétariat', en: 'a person of the secretariat' },
};

export const designatedPresidentOpens = rule<OpeningFacts>(
  'PRESIDING',
  ({ designation, presidentName, presidentActs, actorMemberId, bySecretariat }) => {
    if (designation.rank === 'SECRETARIAT') {
      return (
        bySecretariat || {
          fr: 'Aucun membre enregistré comme présent ne peut présider : une personne du secrétariat préside.',
          en: 'No member recorded as present can preside: a person of the secretariat does.',
        }
      );
    }
    const { fr, en } = RANK[designation.rank];
    return (
      actorMemberId === designation.memberId || {
        fr: `${presidentName} préside la séance (${fr}${presidentActs ? ', par intérim' : ''}).`,
        en: `${presidentName} presides over the session (${en}${presidentActs ? ', acting' : ''}).`,
      }
    );
  },
);

export const hourOfTheConvocationHasCome = rule<OpeningFacts>(
  'NOTICE',
  ({ at, on, startsAt, meetingOn, when }) =>
    (on === meetingOn && startsAt <= at) || {
      fr: `Les membres sont convoqués pour le ${when.fr} : la séance s’ouvre ce jour-là, à partir de cette heure.`,
      en: `The members are convened for ${when.en}: the session opens on that day, from that hour on.`,
    },
);

export const everyCollegeHasItsQuorum = rule<Pick<OpeningFacts, 'quorum' | 'quorumRequired'>>(
  'QUORUM',
  ({ quorum, quorumRequired }) => {
    if (!quorumRequired || quorum.met) return true;
    const missed = quorum.colleges.filter(({ met }) => !met).map(({ explanation }) => explanation);
    return { fr: missed.map(({ fr }) => fr).join(' '), en: missed.map(({ en }) => en).join(' ') };
  },
);

export const openSession = law<OpeningFacts>('openSession', [
  inLife<MeetingState, OpeningFacts>(MEETING, 'IN_SESSION', ({ state }) => state),
  designatedPresidentOpens,
  hourOfTheConvocationHasCome,
  everyCollegeHasItsQuorum,
]);

export const aCollegeLacksItsQuorum = rule<OpeningFacts>('QUORUM', ({ quorum, quorumRequired }) => {
  if (!quorumRequired) {
    return {
      fr: 'Aucun quorum n’est exigé pour ouvrir cette séance : elle peut s’ouvrir.',
      en: 'No quorum is required to open this session: it can open.',
    };
  }
  if (!quorum.met) return true;
  const explanations = quorum.colleges.map(({ explanation }) => explanation);
  return {
    fr: `Le quorum est atteint : la séance peut s’ouvrir. ${explanations.map(({ fr }) => fr).join(' ')}`,
    en: `The quorum is met: the session can open. ${explanations.map(({ en }) => en).join(' ')}`,
  };
});

export const declareNoQuorum = law<OpeningFacts>('declareNoQuorum', [
  inLife<MeetingState, OpeningFacts>(MEETING, 'WITHOUT_QUORUM', ({ state }) => state),
  designatedPresidentOpens,
  hourOfTheConvocationHasCome,
  aCollegeLacksItsQuorum,
]);

export interface CancellationFacts extends OfABody {
  readonly state: MeetingState;
  readonly bySecretariat: boolean;
}

export const cancelMeeting = law<CancellationFacts>('cancelMeeting', [
  inLife<MeetingState, CancellationFacts>(MEETING, 'CANCELLED', ({ state }) => state),
  ...inGroups<CancellationFacts>([secretariatPlansMeanwhile, facilitatorsPlan]),
  ...inTheCommittee<CancellationFacts>([secretariatOrCoChairsPlan]),
  ...atPlenaries<CancellationFacts>([secretariatConvenesPlenaries]),
]);
