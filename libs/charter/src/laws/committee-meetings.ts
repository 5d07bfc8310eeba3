import {
  addDays,
  type College,
  type Day,
  dayInWords,
  daysBetween,
  quantity,
  type Text,
} from '@hemicycle/kernel';
import type { KeyedAgenda } from '../agenda-keys.js';
import { type Rule, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import type { MeetingCommittee, OfABody } from './group-meetings.js';

/** An act on a meeting of the management committee. */
type OnTheCommittee = OfABody & { readonly committee: MeetingCommittee; readonly bySecretariat: boolean };

const named = ({ coChairs }: MeetingCommittee): string => coChairs.join(', ');

export const secretariatOrCoChairsPlan = rule<OnTheCommittee>(
  'C3-CONVOCATION',
  ({ committee, bySecretariat }) =>
    bySecretariat ||
    committee.actorCoChairs || {
      fr: 'Les réunions du comité de direction sont planifiées, et annulées, par le secrétariat ou par une coprésidence.',
      en: 'The management committee’s meetings are planned, and cancelled, by the secretariat or by a co-chair.',
    },
);

export const coChairsSetTheAgenda = rule<OnTheCommittee>('C3-AGENDA', ({ committee, bySecretariat }) => {
  if (committee.coChairs.length > 0) {
    return (
      committee.actorCoChairs || {
        fr: `L’ordre du jour du comité de direction est arrêté par la coprésidence : ${named(committee)}.`,
        en: `The management committee’s agenda is set by its co-chairs: ${named(committee)}.`,
      }
    );
  }
  return (
    bySecretariat || {
      fr: 'Aucune coprésidence n’est en fonction : le secrétariat arrête l’ordre du jour du comité de direction.',
      en: 'No co-chair is in office: the secretariat sets the agenda of the management committee.',
    }
  );
});

export const committeeAgendasHaveNoKeys = rule<OfABody>('C3-AGENDA', () => ({
  fr: 'L’ordre du jour du comité de direction n’a pas de clés : la coprésidence l’arrête.',
  en: 'The agenda of the management committee has no keys: its co-chairs set it.',
}));

/** A convocation of the committee, about to leave. */
interface CommitteeConvened {
  /** Of the edition in force on the day of the convocation. */
  readonly rules: Pick<RulesOfProcedure, 'committeeNoticeDays' | 'secondConvocationNoticeDays'>;
  readonly bySecretariat: boolean;
  readonly at: Date;
  readonly on: Day;
  readonly startsAt: Date;
  readonly meetingOn: Day;
  readonly urgencyReason: string | null;
  /** The day on which the meeting lacked its quorum; null: this is a first convocation. */
  readonly missedOn: Day | null;
  readonly agenda: KeyedAgenda | null;
  /** Who serves on the committee on the day of the meeting. */
  readonly memberCounts: Readonly<Record<College, number>>;
}

export const secretariatConvenesTheCommittee = rule<CommitteeConvened>(
  'C3-CONVOCATION',
  ({ bySecretariat }) =>
    bySecretariat || {
      fr: 'Le secrétariat, et lui seul, convoque le comité de direction et déplace ses réunions.',
      en: 'The secretariat, and nobody else, convenes the management committee and moves its meetings.',
    },
);

export const somebodyIsOnTheCommittee = rule<CommitteeConvened>(
  'C3-COMMITTEE',
  ({ memberCounts, meetingOn }) => {
    if (memberCounts.GOVERNMENT + memberCounts.CIVIL_SOCIETY > 0) return true;
    const day = dayInWords(meetingOn);
    return {
      fr: `Personne ne siège au comité de direction le ${day.fr} : il n’y a personne à convoquer.`,
      en: `Nobody is on the management committee on ${day.en}: there is nobody to convene.`,
    };
  },
);

export const committeeIsConvenedOnAnAgenda = rule<CommitteeConvened>(
  'C3-AGENDA',
  ({ agenda }) =>
    agenda !== null || {
      fr: 'Le comité de direction est convoqué sur un ordre du jour : il n’y en a pas encore.',
      en: 'The management committee is convened on an agenda: there is none yet.',
    },
);

/**
 * The committee is convened with a notice of its own. Its agenda has no key whose holders would agree to the urgency, whose reason
 * is stated to whoever is convened. A second convocation has its own notice, and no urgency (charter QUORUM).
 */
export const committeeNoticeIsLongEnough = rule<CommitteeConvened>('NOTICE', (facts) => {
  const { rules, at, on, startsAt, meetingOn, urgencyReason, missedOn } = facts;
  const held = dayInWords(meetingOn);
  if (startsAt.getTime() <= at.getTime()) {
    return {
      fr: `La réunion du ${held.fr} a déjà dû commencer : on convoque pour une date à venir.`,
      en: `The meeting of ${held.en} should have begun already: a convocation is for a time to come.`,
    };
  }
  const second = missedOn !== null;
  const days = daysBetween(on, meetingOn);
  const needed = second ? rules.secondConvocationNoticeDays : rules.committeeNoticeDays;
  if (days >= needed || (!second && urgencyReason !== null)) return true;
  const sent = dayInWords(on);
  const possible = dayInWords(addDays(on, needed));
  const what: Text = second
    ? { fr: 'Une seconde convocation', en: 'A second convocation' }
    : { fr: 'La convocation du comité de direction', en: 'The convocation of the management committee' };
  return {
    fr:
      `${what.fr} part ${quantity.fr(needed, 'jour', 'jours')} avant : du ${sent.fr} au ${held.fr}, il y en a ${days}. ` +
      `Convoquée ce jour, la réunion peut se tenir à partir du ${possible.fr}${second ? '.' : ' ; avant, l’urgence suppose un motif énoncé.'}`,
    en:
      `${what.en} is sent ${quantity.en(needed, 'day', 'days')} ahead: from ${sent.en} to ${held.en} there ${days === 1 ? 'is' : 'are'} ${days}. ` +
      `Convened today, the meeting may be held from ${possible.en} on${second ? '.' : '; before, urgency needs a stated reason.'}`,
  };
});

/** What convening the management committee must respect beside its life. */
export const COMMITTEE_CONVOCATION_RULES: readonly Rule<CommitteeConvened>[] = [
  somebodyIsOnTheCommittee,
  secretariatConvenesTheCommittee,
  committeeIsConvenedOnAnAgenda,
  committeeNoticeIsLongEnough,
];
