import { addDays, type Day, dayInWords } from '@hemicycle/kernel';
import { MEETING, type StateOf, whileIn } from '../lives.js';
import { law, type Rule, rule } from '../rule.js';
import {
  committeeAgendasHaveNoKeys,
  committeeNoticeIsLongEnough,
  secretariatConvenesTheCommittee,
  somebodyIsOnTheCommittee,
} from './committee-meetings.js';
import {
  collegesCanFillTheCommittee,
  type ConvocationFacts,
  noticeIsLongEnough,
  secretariatConvenesPlenaries,
} from './convocation.js';
import { type ElectedSeat, seatInWords } from './elections-call.js';
import {
  coChairsMayStillBePutToTheVote,
  committeeMayStillBePutToTheVote,
  type ElectionsConvenedFacts,
  inCharterOrder,
} from './elections-convocation.js';
import { requiredPlenaryIsHeldInTime } from './extraordinary.js';
import {
  nobodyActsForEver,
  PLANNING_RULES,
  TURNING_RULES,
  type TurningFacts,
  urgencyIsForADayToCome,
} from './meetings.js';
import {
  atPlenaries,
  type ConvenedGroup,
  groupAgendasHaveNoKeys,
  groupIsAtWork,
  groupNoticeIsLongEnough,
  inGroups,
  inTheCommittee,
} from './group-meetings.js';

/** An election whose nominations are open, and their last day, that day included; null: they close in session. */
export interface OpenNominations {
  readonly seat: ElectedSeat;
  /** For the day of the meeting as it stands, and for the new one. */
  readonly lastOn: Day | null;
  readonly newLastOn: Day | null;
}

/** A meeting about to be moved, planned or convened: the facts are those of its convocation, for the new day. */
export interface MovingFacts extends ConvocationFacts, Pick<ElectionsConvenedFacts, 'called'> {
  /** The instant and the day for which it is planned, or the members are convened, so far. */
  readonly wasAt: Date;
  readonly wasOn: Day;
  /** Whether somebody was recorded as present already. */
  readonly presenceRecorded: boolean;
  /** The day from which members require the plenary; null: they do not. */
  readonly requiredOn: Day | null;
  readonly nominations: readonly OpenNominations[];
}

/** Whoever convenes a group may move its meeting: its convocation leaves for its facilitators, or by the secretariat alone. */
export const whoeverConvenesAGroupMovesItsMeeting = rule<MovingFacts & { readonly group: ConvenedGroup }>(
  'C3-CONVOCATION',
  ({ group, rules, bySecretariat }) =>
    bySecretariat ||
    (group.actorFacilitates && rules.groupConvocation === 'AUTOMATIC') ||
    (rules.groupConvocation === 'AUTOMATIC'
      ? {
          fr: 'La réunion d’un groupe de travail est déplacée par qui la convoque : qui anime le groupe, ou le secrétariat.',
          en: 'A working group’s meeting is moved by whoever convenes it: a facilitator of the group, or the secretariat.',
        }
      : {
          fr: 'Selon les règles de fonctionnement en vigueur, le secrétariat convoque les groupes de travail : il déplace leurs réunions.',
          en: 'By the rules of procedure in force, the secretariat convenes working groups: it moves their meetings.',
        }),
);

/** Notice counts days: whoever is convened for that very day already had it, wherever and at whatever hour. */
const onAnotherDay = ({ meetingOn, wasOn }: MovingFacts): boolean => meetingOn !== wasOn;

export const newHourIsToCome = rule<MovingFacts>(
  'NOTICE',
  (facts) =>
    onAnotherDay(facts) ||
    facts.at < facts.startsAt || {
      fr: 'L’heure indiquée est passée : on déplace une réunion à une date à venir.',
      en: 'The hour given is past: a meeting is moved to a time to come.',
    },
);

/** Who set out for an hour cannot be asked to have been there before it. */
export const itsDayBringsNothingForward = rule<MovingFacts>('NOTICE', (facts) => {
  const { at, on, wasOn, wasAt, startsAt } = facts;
  return (
    onAnotherDay(facts) ||
    on < wasOn ||
    startsAt >= wasAt ||
    startsAt <= at || {
      fr: 'C’est le jour de la réunion : on ne l’avance pas à une heure plus matinale que celle de la convocation.',
      en: 'It is the day of the meeting: it is not brought forward to an hour before that of the convocation.',
    }
  );
});

export const newDayOfAPlenaryHasItsNotice = rule<MovingFacts>('NOTICE', (facts) =>
  onAnotherDay(facts) ? noticeIsLongEnough.check(facts) : true,
);

export const newDayOfAGroupHasItsNotice = rule<MovingFacts & { readonly group: ConvenedGroup }>(
  'NOTICE',
  (facts) => (onAnotherDay(facts) ? groupNoticeIsLongEnough.check(facts) : true),
);

export const newDayOfTheCommitteeHasItsNotice = rule<MovingFacts>('NOTICE', (facts) =>
  onAnotherDay(facts) ? committeeNoticeIsLongEnough.check(facts) : true,
);

/** Where it stood late already, it may be moved, but to no later day. */
export const requiredPlenaryStaysInTime = rule<MovingFacts>(
  'EXTRAORDINARY',
  ({ requiredOn, meetingOn, wasOn, rules }) => {
    if (requiredOn === null) return true;
    const inTime = addDays(requiredOn, rules.extraordinaryWithinDays);
    const last = wasOn > inTime ? wasOn : inTime;
    if (meetingOn <= last) return true;
    const { fr, en } = dayInWords(last);
    return {
      fr: `Une séance exigée se tient dans les ${rules.extraordinaryWithinDays} jours : elle ne peut être déplacée après le ${fr}.`,
      en: `A plenary that is required is held within ${rules.extraordinaryWithinDays} days: it cannot be moved beyond ${en}.`,
    };
  },
);

/** A quorum is that of those who are there: presence recorded for one day would count on another. */
export const nobodyIsPresentYet = rule<MovingFacts>('QUORUM', (facts) => {
  if (!facts.presenceRecorded || !onAnotherDay(facts)) return true;
  const { fr, en } = dayInWords(facts.wasOn);
  return {
    fr: `Des présences sont enregistrées pour le ${fr} : la séance s’ouvre, ou manque son quorum, ou est annulée. Elle n’est plus déplacée à un autre jour.`,
    en: `Presence is recorded for ${en}: the session opens, lacks its quorum or is cancelled. It is moved to no other day.`,
  };
});

export const moveClosesNoNominations = rule<MovingFacts>('ELIGIBILITY', ({ on, nominations }) => {
  for (const { seat, lastOn, newLastOn } of nominations) {
    if (newLastOn === null || on <= newLastOn || (lastOn !== null && lastOn < on)) continue;
    const [what, last] = [seatInWords(seat), dayInWords(newLastOn)];
    return {
      fr: `Les candidatures pour ${what.fr} sont ouvertes ; à cette date, elles seraient closes depuis le ${last.fr}.`,
      en: `Nominations for the seat of ${what.en} are open; for that day, they would be closed since ${last.en}.`,
    };
  }
  return true;
});

/** Rules on moving a meeting that nobody is convened to. */
const beforeTheConvocation = (rules: readonly Rule<MovingFacts>[]): Rule<MovingFacts>[] =>
  rules.map(({ id, check }) => rule(id, (facts) => (facts.state === 'PLANNED' ? check(facts) : true)));

/** Rules on moving a meeting for which whoever is convened keeps her day. */
const onceConvened = (rules: readonly Rule<MovingFacts>[]): Rule<MovingFacts>[] =>
  rules.map(({ id, check }) => rule(id, (facts) => (facts.state === 'PLANNED' ? true : check(facts))));

/**
 * Moving a meeting. Until it is convened it is planned anew, by whoever may plan it; then its convocation is judged again, for the
 * new day. Seats that it puts to the vote are judged for that day either way.
 */
export const moveMeeting = law<MovingFacts>(
  'moveMeeting',
  inCharterOrder<MovingFacts>([
    whileIn<StateOf<typeof MEETING>, MovingFacts>(MEETING, ['PLANNED', 'CONVENED'], ({ state }) => state),
    ...beforeTheConvocation([...PLANNING_RULES, requiredPlenaryIsHeldInTime]),
    ...onceConvened([
      ...inGroups<MovingFacts>([
        groupIsAtWork,
        whoeverConvenesAGroupMovesItsMeeting,
        newDayOfAGroupHasItsNotice,
      ]),
      ...inTheCommittee<MovingFacts>([
        secretariatConvenesTheCommittee,
        somebodyIsOnTheCommittee,
        newDayOfTheCommitteeHasItsNotice,
      ]),
      ...atPlenaries<MovingFacts>([secretariatConvenesPlenaries, newDayOfAPlenaryHasItsNotice]),
      newHourIsToCome,
      itsDayBringsNothingForward,
      collegesCanFillTheCommittee,
      nobodyIsPresentYet,
      requiredPlenaryStaysInTime,
      moveClosesNoNominations,
    ]),
    coChairsMayStillBePutToTheVote,
    committeeMayStillBePutToTheVote,
  ]),
);

/** Whatever is being drafted, a meeting is moved on the agenda for which it was convened. */
export const moveIsAgreedToOnWhatIsPublished = rule<TurningFacts>(
  'C3-AGENDA',
  ({ version, agenda }) =>
    agenda === null ||
    version === agenda.version || {
      fr: `La séance est convoquée sur la version ${agenda.version} de l’ordre du jour : c’est sur elle, et non sur la version ${version}, qu’on accepte de la déplacer.`,
      en: `The session is convened on version ${agenda.version} of the agenda: a move is agreed to on that one, not on version ${version}.`,
    },
);

export const secondConvocationHasNoUrgency = rule<TurningFacts>(
  'NOTICE',
  ({ secondConvocation }) =>
    !secondConvocation || {
      fr: 'Une seconde convocation a son propre délai, sans urgence : il n’y a pas de bref délai à accepter.',
      en: 'A second convocation has a notice of its own, without urgency: there is no short notice to agree to.',
    },
);

/** Agreeing, by the holders of the second key, that a convened plenary be moved to some day at short notice: once. */
export const agreeToMove = law<TurningFacts>('agreeToMove', [
  whileIn<StateOf<typeof MEETING>, TurningFacts>(MEETING, ['CONVENED'], ({ state }) => state),
  ...atPlenaries<TurningFacts>([
    nobodyActsForEver,
    moveIsAgreedToOnWhatIsPublished,
    ...TURNING_RULES,
    urgencyIsForADayToCome,
    secondConvocationHasNoUrgency,
  ]),
  ...inGroups<TurningFacts>([groupAgendasHaveNoKeys]),
  ...inTheCommittee<TurningFacts>([committeeAgendasHaveNoKeys]),
]);
