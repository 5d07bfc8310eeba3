import { addDays, type Day, dayInWords, daysBetween, quantity, type Text } from '@hemicycle/kernel';
import { APPLICATION, CALL, inLife, type StateOf, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import {
  type AdmissionFacts,
  governmentIsConvened,
  organisationSendsMembers,
  personHasOneVote,
  personHoldsOneSeat,
} from './admissions.js';

export type CallState = StateOf<typeof CALL>;
export type ApplicationState = StateOf<typeof APPLICATION>;

/**
 * The state of a call at an instant. It closes by itself: after `closesAt`, the first instant after its closing day
 * in the forum's time zone, it is closed whether or not anybody closed it.
 */
export function callStateAt(
  { state, closesAt }: { readonly state: CallState; readonly closesAt: Date | null },
  at: Date,
): CallState {
  return state === 'OPEN' && closesAt !== null && closesAt <= at ? 'CLOSED' : state;
}

export interface CallDates {
  /** The first day on which applications are taken. */
  readonly opensOn: Day;
  /** The last day, to its end. */
  readonly closesOn: Day;
}

export const callClosesAfterItOpens = rule<CallDates>('OPEN-CALL', ({ opensOn, closesOn }) =>
  opensOn <= closesOn
    ? true
    : {
        fr: `L’appel fermerait le ${dayInWords(closesOn).fr}, avant d’ouvrir le ${dayInWords(opensOn).fr}.`,
        en: `The call would close on ${dayInWords(closesOn).en}, before it opens on ${dayInWords(opensOn).en}.`,
      },
);

export const draftCall = law<CallDates>('draftCall', [callClosesAfterItOpens]);

/** A call on the day and by the rules of an act. `state` is that of the instant: {@link callStateAt}. */
export interface CallFacts {
  readonly on: Day;
  readonly rules: Pick<RulesOfProcedure, 'callOpenDays'>;
  readonly call: CallDates & { readonly state: CallState };
}

export const callOpensOnItsDay = rule<CallFacts>('OPEN-CALL', ({ on, call: { opensOn } }) =>
  opensOn <= on
    ? true
    : {
        fr: `L’ouverture de l’appel est fixée au ${dayInWords(opensOn).fr}.`,
        en: `The call is set to open on ${dayInWords(opensOn).en}.`,
      },
);

export const callStaysOpenLongEnough = rule<CallFacts>(
  'OPEN-CALL',
  ({ on, rules: { callOpenDays }, call: { state, opensOn, closesOn } }) => {
    // Opened late, it is open from that day; once open, nothing shortens it but an early closing.
    const fromOn = state === 'DRAFT' && opensOn < on ? on : opensOn;
    const days = Math.max(0, daysBetween(fromOn, closesOn) + 1);
    if (days >= callOpenDays) return true;
    return {
      fr: `Du ${dayInWords(fromOn).fr} au ${dayInWords(closesOn).fr} compris, l’appel serait ouvert ${quantity.fr(days, 'jour', 'jours')} ; le minimum est de ${callOpenDays}.`,
      en: `From ${dayInWords(fromOn).en} through ${dayInWords(closesOn).en}, the call would be open for ${quantity.en(days, 'day', 'days')}; the least is ${callOpenDays}.`,
    };
  },
);

export const openCall = law<CallFacts>('openCall', [
  inLife(CALL, 'OPEN', ({ call }) => call.state),
  callOpensOnItsDay,
  callStaysOpenLongEnough,
]);

export const callHasBeenOpenLongEnough = rule<CallFacts>(
  'OPEN-CALL',
  ({ on, rules: { callOpenDays }, call: { state, opensOn } }) => {
    if (state !== 'OPEN') return true;
    const firstOn = addDays(opensOn, callOpenDays);
    if (firstOn <= on) return true;
    return {
      fr: `Ouvert le ${dayInWords(opensOn).fr} pour ${quantity.fr(callOpenDays, 'jour', 'jours')} au moins, l’appel ne peut être clos avant le ${dayInWords(firstOn).fr}.`,
      en: `Opened on ${dayInWords(opensOn).en} for ${quantity.en(callOpenDays, 'day', 'days')} at least, the call cannot be closed before ${dayInWords(firstOn).en}.`,
    };
  },
);

export const closeCall = law<CallFacts>('closeCall', [
  inLife(CALL, 'CLOSED', ({ call }) => call.state),
  callHasBeenOpenLongEnough,
]);

export interface DecidedCallFacts {
  readonly call: { readonly state: CallState };
  /** Applications that wait for their decision. */
  readonly undecided: number;
}

export const everyApplicationIsDecided = rule<DecidedCallFacts>('OPEN-CALL', ({ undecided }) =>
  undecided === 0
    ? true
    : {
        fr: `Dossiers qui attendent leur décision : ${undecided}. Chacun en reçoit une, motivée.`,
        en: `Applications that wait for their decision: ${undecided}. Each gets one, with reasons.`,
      },
);

export const decideCall = law<DecidedCallFacts>('decideCall', [
  inLife(CALL, 'DECIDED', ({ call }) => call.state),
  everyApplicationIsDecided,
]);

export interface ApplyingFacts {
  readonly call: {
    readonly state: CallState;
    /** The last day on which applications were or are taken. */
    readonly lastOn: Day;
  };
}

export const applicationIsInTime = rule<ApplyingFacts>('OPEN-CALL', ({ call: { state, lastOn } }) => {
  if (state === 'OPEN') return true;
  if (state === 'DRAFT') return { fr: 'L’appel n’est pas encore ouvert.', en: 'The call is not open yet.' };
  const { fr, en } = dayInWords(lastOn);
  return {
    fr: `L’appel a pris fin le ${fr} : les dossiers tardifs ne sont pas reçus.`,
    en: `The call closed on ${en}: late applications are not taken.`,
  };
});

export const applyToCall = law<ApplyingFacts>('applyToCall', [applicationIsInTime]);

export const withdrawApplication = law<{ readonly application: { readonly state: ApplicationState } }>(
  'withdrawApplication',
  [inLife(APPLICATION, 'WITHDRAWN', ({ application }) => application.state)],
);

export interface DecisionFacts {
  readonly call: { readonly state: CallState };
  readonly application: { readonly state: ApplicationState };
  /** Whether reasons are given, in one language at least. */
  readonly reasoned: boolean;
}

/** All are judged by the same criteria, once all have applied. */
export const callIsClosed = whileIn<CallState, DecisionFacts>(CALL, ['CLOSED'], ({ call }) => call.state);

export const decisionHasReasons = rule<DecisionFacts>(
  'OPEN-CALL',
  ({ reasoned }): true | Text =>
    reasoned || {
      fr: 'La décision sur un dossier est motivée ; aucun motif n’est indiqué.',
      en: 'A decision on an application has reasons; none are given.',
    },
);

export interface AdmittingFacts extends DecisionFacts, AdmissionFacts {}

export const admitApplicant = law<AdmittingFacts>('admitApplicant', [
  callIsClosed,
  inLife(APPLICATION, 'ADMITTED', ({ application }) => application.state),
  organisationSendsMembers,
  personHoldsOneSeat,
  governmentIsConvened,
  decisionHasReasons,
  personHasOneVote,
]);

export const declineApplication = law<DecisionFacts>('declineApplication', [
  callIsClosed,
  inLife(APPLICATION, 'DECLINED', ({ application }) => application.state),
  decisionHasReasons,
]);
