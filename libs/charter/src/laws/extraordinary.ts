import { addDays, type Day, dayInWords } from '@hemicycle/kernel';
import type { Requirement } from '../extraordinary.js';
import { inLife, PLENARY_REQUEST, type StateOf, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import { secretariatConvenesPlenaries } from './convocation.js';
import type { OfABody } from './group-meetings.js';
import { meetingIsToCome, type PlanningFacts } from './meetings.js';

type RequestState = StateOf<typeof PLENARY_REQUEST>;

export interface RequestingFacts {
  /** Whether whoever acts is a member on the day of the act. */
  readonly isMember: boolean;
  /** Whether she made a request that is open still. */
  readonly hasOpenRequest: boolean;
}

export const membersRequestPlenaries = rule<Pick<RequestingFacts, 'isMember'>>(
  'EXTRAORDINARY',
  ({ isMember }) =>
    isMember || {
      fr: 'Une séance plénière extraordinaire est demandée par des membres du forum.',
      en: 'An extraordinary plenary is asked for by members of the forum.',
    },
);

export const oneOpenRequestAMember = rule<RequestingFacts>(
  'EXTRAORDINARY',
  ({ hasOpenRequest }) =>
    !hasOpenRequest || {
      fr: 'Vous avez déjà une demande ouverte : retirez-la avant d’en faire une autre.',
      en: 'You have an open request already: withdraw it before you make another.',
    },
);

export const requestPlenary = law<RequestingFacts>('requestPlenary', [
  membersRequestPlenaries,
  oneOpenRequestAMember,
]);

export interface SupportingFacts {
  readonly state: RequestState;
  readonly isMember: boolean;
  /** Whether she made the request or supports it already. */
  readonly supports: boolean;
}

export const requestIsSupportedOnce = rule<SupportingFacts>(
  'EXTRAORDINARY',
  ({ supports }) =>
    !supports || {
      fr: 'Vous soutenez déjà cette demande.',
      en: 'You support this request already.',
    },
);

export const supportPlenaryRequest = law<SupportingFacts>('supportPlenaryRequest', [
  whileIn<RequestState, SupportingFacts>(PLENARY_REQUEST, ['OPEN'], ({ state }) => state),
  membersRequestPlenaries,
  requestIsSupportedOnce,
]);

export interface WithdrawingRequestFacts {
  readonly state: RequestState;
  readonly isAuthor: boolean;
}

export const authorWithdrawsARequest = rule<WithdrawingRequestFacts>(
  'EXTRAORDINARY',
  ({ isAuthor }) =>
    isAuthor || {
      fr: 'Une demande est retirée par le membre qui l’a faite.',
      en: 'A request is withdrawn by the member who made it.',
    },
);

export const withdrawPlenaryRequest = law<WithdrawingRequestFacts>('withdrawPlenaryRequest', [
  inLife<RequestState, WithdrawingRequestFacts>(PLENARY_REQUEST, 'WITHDRAWN', ({ state }) => state),
  authorWithdrawsARequest,
]);

/** A plenary about to be planned because it was required. */
export interface RequiredPlanningFacts extends Omit<PlanningFacts, keyof OfABody> {
  readonly state: RequestState;
  /** Of the edition in force on the day of the act. */
  readonly rules: Pick<RulesOfProcedure, 'extraordinaryWithinDays' | 'plenaryNoticeDays'>;
  readonly on: Day;
  readonly meetingOn: Day;
  /** The day from which it is required; null: it is not. */
  readonly requiredOn: Day | null;
  readonly requirement: Pick<Requirement, 'explanation'>;
  /** Whether a plenary is planned for it, and not cancelled. */
  readonly isPlanned: boolean;
}

export const requiredPlenaryIsPlannedOnce = rule<RequiredPlanningFacts>(
  'LIFE',
  ({ isPlanned }) =>
    !isPlanned || {
      fr: 'La séance demandée est déjà planifiée.',
      en: 'The plenary asked for is planned already.',
    },
);

export const enoughMembersRequireIt = rule<RequiredPlanningFacts>(
  'EXTRAORDINARY',
  ({ requiredOn, requirement }) =>
    requiredOn !== null || {
      fr: `Cette demande n’est pas encore assez soutenue : ${requirement.explanation.fr}`,
      en: `This request has not enough support yet: ${requirement.explanation.en}`,
    },
);

/** Once the delay cannot be kept any more, the plenary is held late rather than never, and the calendar says so. */
export const requiredPlenaryIsHeldInTime = rule<
  Pick<RequiredPlanningFacts, 'requiredOn' | 'meetingOn' | 'on' | 'rules'>
>('EXTRAORDINARY', ({ requiredOn, meetingOn, on, rules }) => {
  if (requiredOn === null) return true;
  const last = addDays(requiredOn, rules.extraordinaryWithinDays);
  if (meetingOn <= last || addDays(on, rules.plenaryNoticeDays) > last) return true;
  const { fr, en } = dayInWords(last);
  return {
    fr: `Une séance exigée se tient dans les ${rules.extraordinaryWithinDays} jours, soit le ${fr} au plus tard.`,
    en: `A plenary that is required is held within ${rules.extraordinaryWithinDays} days, by ${en}.`,
  };
});

export const planRequiredPlenary = law<RequiredPlanningFacts>('planRequiredPlenary', [
  requiredPlenaryIsPlannedOnce,
  secretariatConvenesPlenaries,
  meetingIsToCome,
  enoughMembersRequireIt,
  requiredPlenaryIsHeldInTime,
]);
