import { addDays, type Day, dayInWords, daysBetween, quantity, type Text } from '@hemicycle/kernel';
import type { KeyedAgenda } from '../agenda-keys.js';
import { MEETING, type StateOf, whileIn, WORKING_GROUP } from '../lives.js';
import { law, type Rule, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import type { GroupState } from './groups.js';

/** The working group whose meeting it is, on the day of the act. */
export interface MeetingGroup {
  readonly state: GroupState;
  /** Whoever facilitates it, by name. */
  readonly facilitators: readonly string[];
  readonly actorFacilitates: boolean;
}

/** The management committee whose meeting it is, on the day of the act. */
export interface MeetingCommittee {
  /** Its co-chairs in office or acting, by name. */
  readonly coChairs: readonly string[];
  readonly actorCoChairs: boolean;
}

/** Whose meeting it is: a group’s, the committee’s, or the plenary’s where both are null. */
export interface OfABody<Group extends MeetingGroup = MeetingGroup> {
  readonly group: Group | null;
  readonly committee: MeetingCommittee | null;
}

const isAPlenary = ({ group, committee }: OfABody): boolean => group === null && committee === null;

/** Rules on meetings that are the plenaries’. */
export const atPlenaries = <Facts extends OfABody>(rules: readonly Rule<Facts>[]): Rule<Facts>[] =>
  rules.map(({ id, check }) => rule<Facts>(id, (facts) => (isAPlenary(facts) ? check(facts) : true)));

/** Rules on meetings of every body but the plenary. */
export const outsidePlenaries = <Facts extends OfABody>(rules: readonly Rule<Facts>[]): Rule<Facts>[] =>
  rules.map(({ id, check }) => rule<Facts>(id, (facts) => (isAPlenary(facts) ? true : check(facts))));

type InAGroup<Facts extends OfABody> = Facts & { readonly group: NonNullable<Facts['group']> };

const isInAGroup = <Facts extends OfABody>(facts: Facts): facts is InAGroup<Facts> => facts.group !== null;

/** Rules on meetings that are the working groups’. */
export const inGroups = <Facts extends OfABody>(rules: readonly Rule<InAGroup<Facts>>[]): Rule<Facts>[] =>
  rules.map(({ id, check }) => rule<Facts>(id, (facts) => (isInAGroup(facts) ? check(facts) : true)));

type InTheCommittee<Facts extends OfABody> = Facts & { readonly committee: MeetingCommittee };

const isInTheCommittee = <Facts extends OfABody>(facts: Facts): facts is InTheCommittee<Facts> =>
  facts.committee !== null;

/** Rules on meetings that are the management committee’s. */
export const inTheCommittee = <Facts extends OfABody>(
  rules: readonly Rule<InTheCommittee<Facts>>[],
): Rule<Facts>[] =>
  rules.map(({ id, check }) => rule<Facts>(id, (facts) => (isInTheCommittee(facts) ? check(facts) : true)));

type ActInAGroup = InAGroup<OfABody & { readonly bySecretariat: boolean }>;

export const groupIsAtWork = whileIn<GroupState, InAGroup<OfABody>>(
  WORKING_GROUP,
  ['SET_UP'],
  ({ group }) => group.state,
);

const named = ({ facilitators }: MeetingGroup): string => facilitators.join(', ');

export const facilitatorsPlan = rule<ActInAGroup>(
  'C3-CONVOCATION',
  ({ group }) =>
    group.facilitators.length === 0 ||
    group.actorFacilitates || {
      fr: `Les réunions d’un groupe de travail sont planifiées, et annulées, par qui l’anime : ${named(group)}.`,
      en: `A working group’s meetings are planned, and cancelled, by its facilitators: ${named(group)}.`,
    },
);

export const secretariatPlansMeanwhile = rule<ActInAGroup>(
  'WORKING-GROUP-SETUP',
  ({ group, bySecretariat }) =>
    group.facilitators.length > 0 ||
    bySecretariat || {
      fr: 'Personne n’anime ce groupe : jusqu’à la prochaine séance plénière, le secrétariat planifie ses réunions.',
      en: 'Nobody facilitates this group: until the next plenary, the secretariat plans its meetings.',
    },
);

export const facilitatorsSetTheAgenda = rule<ActInAGroup>('C3-AGENDA', ({ group, bySecretariat }) => {
  if (group.facilitators.length > 0) {
    return (
      group.actorFacilitates || {
        fr: `L’ordre du jour d’un groupe de travail est arrêté par qui l’anime : ${named(group)}.`,
        en: `A working group’s agenda is set by its facilitators: ${named(group)}.`,
      }
    );
  }
  return (
    bySecretariat || {
      fr: 'Personne n’anime ce groupe : jusqu’à la prochaine séance plénière, le secrétariat arrête l’ordre du jour de ses réunions.',
      en: 'Nobody facilitates this group: until the next plenary, the secretariat sets the agenda of its meetings.',
    }
  );
});

/** What a draft agenda would have its meeting decide. */
export interface DraftedItems {
  readonly electsSomebody: boolean;
  /** Whether the charter makes something follow from one of its decisions. */
  readonly changesTheForum: boolean;
}

export const plenariesAloneElect = rule<DraftedItems>(
  'C3-ELECTED-AT-PLENARY',
  ({ electsSomebody }) =>
    !electsSomebody || {
      fr: 'Les élections ont lieu en séance plénière : l’ordre du jour d’un groupe de travail ou du comité n’en porte pas.',
      en: 'Elections are held at a plenary: the agenda of a working group or of the committee carries none.',
    },
);

export const plenariesAloneChangeTheForum = rule<DraftedItems>(
  'C3-AGENDA',
  ({ changesTheForum }) =>
    !changesTheForum || {
      fr: 'Un groupe de travail ou le comité adopte des recommandations : les règles de fonctionnement, les mandats et les groupes se décident en séance plénière.',
      en: 'A working group or the committee adopts recommendations: the rules of procedure, mandates and groups are decided by a plenary.',
    },
);

export const groupAgendasHaveNoKeys = rule<InAGroup<OfABody>>('C3-AGENDA', () => ({
  fr: 'L’ordre du jour d’un groupe de travail n’a pas de clés : ses animateurs l’arrêtent.',
  en: 'The agenda of a working group has no keys: its facilitators set it.',
}));

/** A group whose meeting is about to be convened. */
export interface ConvenedGroup extends MeetingGroup {
  /** Whether the convocation leaves by itself, and by nobody’s act. */
  readonly byItself: boolean;
  /** Why the secretariat stopped it; null: it did not, or let it leave again. */
  readonly stopReason: string | null;
}

/** A convocation of a group, about to leave. */
export interface GroupConvocationFacts extends OfABody<ConvenedGroup> {
  /** Of the edition in force on the day of the convocation. */
  readonly rules: Pick<RulesOfProcedure, 'groupConvocation' | 'groupNoticeDays'>;
  readonly bySecretariat: boolean;
  readonly at: Date;
  readonly on: Day;
  readonly startsAt: Date;
  readonly meetingOn: Day;
  readonly urgencyReason: string | null;
  readonly agenda: KeyedAgenda | null;
}

type GroupConvened = InAGroup<GroupConvocationFacts>;

export const groupConvocationMayLeave = rule<GroupConvened>(
  'C3-CONVOCATION',
  ({ group, rules, bySecretariat }) => {
    if (group.stopReason !== null) {
      return {
        fr: `Le secrétariat a arrêté cette convocation : « ${group.stopReason} »`,
        en: `The secretariat stopped this convocation: “${group.stopReason}”`,
      };
    }
    if (bySecretariat) return true;
    if (rules.groupConvocation === 'SENT_BY_SECRETARIAT') {
      return {
        fr: 'Selon les règles de fonctionnement en vigueur, la convocation d’un groupe est envoyée par le secrétariat.',
        en: 'By the rules of procedure in force, a group’s convocation is sent by the secretariat.',
      };
    }
    return (
      group.byItself ||
      group.actorFacilitates || {
        fr: 'La convocation d’un groupe part d’elle-même ; le secrétariat, ou qui anime le groupe, peut la faire partir plus tôt.',
        en: 'A group’s convocation leaves by itself; the secretariat, or a facilitator of the group, may have it leave sooner.',
      }
    );
  },
);

export const groupIsConvenedOnAnAgenda = rule<GroupConvened>(
  'C3-AGENDA',
  ({ agenda }) =>
    agenda !== null || {
      fr: 'Un groupe de travail est convoqué sur un ordre du jour : il n’y en a pas encore.',
      en: 'A working group is convened on an agenda: there is none yet.',
    },
);

/** There is no second key whose holders would agree to the urgency: its reason is stated to whoever is convened. */
export const groupNoticeIsLongEnough = rule<GroupConvened>('NOTICE', (facts) => {
  const { rules, at, on, startsAt, meetingOn, urgencyReason } = facts;
  const held = dayInWords(meetingOn);
  if (startsAt.getTime() <= at.getTime()) {
    return {
      fr: `La réunion du ${held.fr} a déjà dû commencer : on convoque pour une date à venir.`,
      en: `The meeting of ${held.en} should have begun already: a convocation is for a time to come.`,
    };
  }
  const days = daysBetween(on, meetingOn);
  const { groupNoticeDays: needed } = rules;
  if (days >= needed || urgencyReason !== null) return true;
  const sent = dayInWords(on);
  const possible = dayInWords(addDays(on, needed));
  return {
    fr: `La convocation d’un groupe de travail part ${quantity.fr(needed, 'jour', 'jours')} avant : du ${sent.fr} au ${held.fr}, il y en a ${days}. Convoquée ce jour, la réunion peut se tenir à partir du ${possible.fr} ; avant, l’urgence suppose un motif énoncé.`,
    en: `The convocation of a working group is sent ${quantity.en(needed, 'day', 'days')} ahead: from ${sent.en} to ${held.en} there ${days === 1 ? 'is' : 'are'} ${days}. Convened today, the meeting may be held from ${possible.en} on; before, urgency needs a stated reason.`,
  };
});

/** What convening a group’s meeting must respect beside its life. */
export const GROUP_CONVOCATION_RULES: readonly Rule<GroupConvened>[] = [
  groupIsAtWork,
  groupConvocationMayLeave,
  groupIsConvenedOnAnAgenda,
  groupNoticeIsLongEnough,
];

/** Days before the last one of the notice: as many mornings for a convocation to leave by itself, and to be stopped. */
const DAYS_AHEAD_OF_THE_NOTICE = 2;

/** The first day on which a group’s convocation leaves by itself, once its agenda is set (charter C3-CONVOCATION). */
export const groupConvocationLeavesOn = (
  meetingOn: Day,
  { groupNoticeDays }: Pick<RulesOfProcedure, 'groupNoticeDays'>,
): Day => addDays(meetingOn, -(groupNoticeDays + DAYS_AHEAD_OF_THE_NOTICE));

/** A convocation that the secretariat is about to stop, or to let leave again. */
export interface StopFacts {
  readonly state: StateOf<typeof MEETING>;
  readonly ofAGroup: boolean;
  readonly rules: Pick<RulesOfProcedure, 'groupConvocation'>;
  readonly bySecretariat: boolean;
  /** Why it is stopped; null: it is not. */
  readonly stopReason: string | null;
}

const BEFORE_IT_LEFT = whileIn<StateOf<typeof MEETING>, StopFacts>(
  MEETING,
  ['PLANNED'],
  ({ state }) => state,
);

export const secretariatStopsConvocations = rule<StopFacts>(
  'C3-CONVOCATION',
  ({ bySecretariat }) =>
    bySecretariat || {
      fr: 'Le secrétariat, dont c’est la convocation, est seul à l’arrêter ou à la laisser partir.',
      en: 'The secretariat, whose convocation it is, alone stops it or lets it leave.',
    },
);

export const onlyWhatLeavesByItselfIsStopped = rule<StopFacts>(
  'C3-CONVOCATION',
  ({ ofAGroup, rules }) =>
    (ofAGroup && rules.groupConvocation === 'AUTOMATIC') || {
      fr: 'Cette convocation ne part pas d’elle-même : il n’y a rien à arrêter.',
      en: 'This convocation does not leave by itself: there is nothing to stop.',
    },
);

export const convocationIsStoppedOnce = rule<StopFacts>(
  'LIFE',
  ({ stopReason }) =>
    stopReason === null || {
      fr: `Cette convocation est déjà arrêtée : « ${stopReason} »`,
      en: `This convocation is stopped already: “${stopReason}”`,
    },
);

export const stopConvocation = law<StopFacts>('stopConvocation', [
  BEFORE_IT_LEFT,
  convocationIsStoppedOnce,
  secretariatStopsConvocations,
  onlyWhatLeavesByItselfIsStopped,
]);

export const convocationWasStopped = rule<StopFacts>(
  'LIFE',
  ({ stopReason }) =>
    stopReason !== null || {
      fr: 'Cette convocation n’est pas arrêtée.',
      en: 'This convocation is not stopped.',
    },
);

export const letConvocationLeave = law<StopFacts>('letConvocationLeave', [
  BEFORE_IT_LEFT,
  convocationWasStopped,
  secretariatStopsConvocations,
]);

/** In words, of a sentence on whoever makes up the meeting. */
export const MEMBERS_OF = {
  PLENARY: { fr: 'membre', en: 'a member' },
  MANAGEMENT_COMMITTEE: { fr: 'membre du comité de direction', en: 'a member of the management committee' },
  WORKING_GROUP: { fr: 'membre du groupe', en: 'a member of the group' },
} as const satisfies Readonly<Record<string, Text>>;

/** Whose members make up a meeting. */
export type MeetingBody = keyof typeof MEMBERS_OF;
