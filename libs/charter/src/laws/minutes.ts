import { addDays, type Day, endOfDay, quantity, type Text } from '@hemicycle/kernel';
import { FRESH_SIGN_IN_MINUTES } from '../fresh-sign-in.js';
import { inLife, MEETING, MINUTES, type StateOf, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';

export type MinutesState = StateOf<typeof MINUTES>;
type MeetingState = StateOf<typeof MEETING>;

/** How minutes came to be approved (charter MINUTES). */
export const MINUTES_APPROVALS = ['WITHOUT_COMMENT', 'BY_PRESIDENT', 'COMMENTS_ANNEXED'] as const;
export type MinutesApproval = (typeof MINUTES_APPROVALS)[number];

/** Who signs minutes: whoever presided over the session, and whoever gives account of it. */
export const MINUTES_SIGNATORIES = ['PRESIDENT', 'RAPPORTEUR'] as const;
export type MinutesSignatory = (typeof MINUTES_SIGNATORIES)[number];

/** The last day on which the minutes of a meeting are sent in time. */
export function minutesDueOn(heldOn: Day, rules: Pick<RulesOfProcedure, 'minutesCirculatedWithinDays'>): Day {
  return addDays(heldOn, rules.minutesCirculatedWithinDays);
}

export interface MinutesDeadlines {
  /** The first instant at which no comment is taken any more. */
  readonly commentsUntil: Date;
  /** The first instant at which the president decides no more on the comments. */
  readonly rulingUntil: Date;
}

/**
 * The delays that circulating minutes on a day opens: members comment for so many days after it, and the president has
 * so many more. Both end with their last day in the forum's time zone.
 */
export function deadlinesOfMinutes(
  circulatedOn: Day,
  rules: Pick<RulesOfProcedure, 'minutesCommentDays' | 'minutesRulingDays'>,
  zone: string,
): MinutesDeadlines {
  const lastOfComments = addDays(circulatedOn, rules.minutesCommentDays);
  return {
    commentsUntil: endOfDay(lastOfComments, zone),
    rulingUntil: endOfDay(addDays(lastOfComments, rules.minutesRulingDays), zone),
  };
}

/**
 * Where minutes stand at an instant, whether or not anybody acts: approved with the end of a delay, they are published at
 * once, so that nobody ever sees them approved and not published.
 *
 * @param publishesAt the end of the comments; once somebody commented, that of the president's time; once she decided,
 * the instant when she did. Null: not circulated.
 */
export function minutesStateAt(
  { publishesAt }: { readonly publishesAt: Date | null },
  at: Date,
): MinutesState {
  if (publishesAt === null) return 'DRAFT';
  return at < publishesAt ? 'CIRCULATED' : 'PUBLISHED';
}

/** How minutes that are published were approved. */
export function approvalOf({
  ruledAt,
  commented,
}: {
  readonly ruledAt: Date | null;
  readonly commented: boolean;
}): MinutesApproval {
  if (ruledAt !== null) return 'BY_PRESIDENT';
  return commented ? 'COMMENTS_ANNEXED' : 'WITHOUT_COMMENT';
}

export interface DraftingMinutesFacts {
  readonly meetingState: MeetingState;
  /** Whether the meeting has its minutes already. */
  readonly drafted: boolean;
}

export const meetingHasOneRecord = rule<DraftingMinutesFacts>(
  'LIFE',
  ({ drafted }) =>
    !drafted || {
      fr: 'Cette réunion a déjà son compte rendu : il se modifie tant qu’il est en préparation.',
      en: 'This meeting has its minutes already: they are edited while they are a draft.',
    },
);

export const meetingWasHeld = rule<DraftingMinutesFacts>('MINUTES-AFTER-MEETING', ({ meetingState }) => {
  if (meetingState === 'HELD') return true;
  const { fr, en } = MEETING.states[meetingState].name;
  return {
    fr: `La réunion est à l’état « ${fr} » : son compte rendu s’établit lorsqu’elle a été tenue et close.`,
    en: `The meeting is “${en}”: its minutes are drafted once it was held and closed.`,
  };
});

export const draftMinutes = law<DraftingMinutesFacts>('draftMinutes', [meetingHasOneRecord, meetingWasHeld]);

/** `state` is that of the instant: {@link minutesStateAt}. */
export interface MinutesFacts {
  readonly state: MinutesState;
}

export const publishedMinutesAreNeverEdited = rule<MinutesFacts>(
  'MINUTES',
  ({ state }) =>
    state !== 'PUBLISHED' || {
      fr: 'Ce compte rendu est publié, et n’est jamais modifié : une rectification en est une nouvelle version, avec son motif.',
      en: 'These minutes are published, and never edited: a correction is a new version, with its reason.',
    },
);

export const saveMinutes = law<MinutesFacts>('saveMinutes', [
  whileIn<MinutesState, MinutesFacts>(MINUTES, ['DRAFT'], ({ state }) => state),
  publishedMinutesAreNeverEdited,
]);

export const circulateMinutes = law<MinutesFacts>('circulateMinutes', [
  inLife<MinutesState, MinutesFacts>(MINUTES, 'CIRCULATED', ({ state }) => state),
]);

/** An end as the rules compare it and as their reasons say it. */
export interface Deadline {
  readonly at: Date;
  readonly inWords: Text;
}

export interface CommentingFacts extends MinutesFacts {
  readonly at: Date;
  /** Null: not circulated. */
  readonly commentsUntil: Deadline | null;
  readonly actorIsMember: boolean;
}

export const membersComment = rule<CommentingFacts>(
  'MINUTES',
  ({ actorIsMember }) =>
    actorIsMember || {
      fr: 'Les membres du forum présentent des observations sur le compte rendu : vous n’en êtes pas membre.',
      en: 'The members of the forum comment on the minutes: you are not one.',
    },
);

export const commentsComeInTime = rule<CommentingFacts>('MINUTES', ({ at, commentsUntil }) => {
  if (commentsUntil === null || at < commentsUntil.at) return true;
  return {
    fr: `Le délai d’observation s’est achevé le ${commentsUntil.inWords.fr}.`,
    en: `The time to comment ended on ${commentsUntil.inWords.en}.`,
  };
});

export const commentMinutes = law<CommentingFacts>('commentMinutes', [
  whileIn<MinutesState, CommentingFacts>(MINUTES, ['CIRCULATED'], ({ state }) => state),
  membersComment,
  commentsComeInTime,
]);

export interface RulingFacts extends MinutesFacts {
  readonly at: Date;
  /** Null: not circulated. */
  readonly commentsUntil: Deadline | null;
  /** Null: not circulated. */
  readonly rulingUntil: Deadline | null;
  /** Who presided over the meeting, by name. */
  readonly president: string;
  readonly actorPresided: boolean;
  /** Comments on which no decision is given. */
  readonly undecided: number;
}

export const presidentOfTheMeetingRules = rule<RulingFacts>(
  'MINUTES',
  ({ president, actorPresided }) =>
    actorPresided || {
      fr: `Les observations sont tranchées par ${president}, qui a présidé la réunion.`,
      en: `The comments are decided on by ${president}, who presided over the meeting.`,
    },
);

export const commentsAreAllIn = rule<RulingFacts>('MINUTES', ({ at, commentsUntil }) => {
  if (commentsUntil === null || commentsUntil.at <= at) return true;
  return {
    fr: `Les membres présentent leurs observations jusqu’au ${commentsUntil.inWords.fr} : on ne statue qu’ensuite.`,
    en: `Members comment until ${commentsUntil.inWords.en}: the decision comes after.`,
  };
});

export const rulingComesInTime = rule<RulingFacts>('MINUTES', ({ at, rulingUntil }) => {
  if (rulingUntil === null || at < rulingUntil.at) return true;
  return {
    fr: `Le délai pour statuer s’est achevé le ${rulingUntil.inWords.fr} : le compte rendu est approuvé, les observations en annexe.`,
    en: `The time to decide ended on ${rulingUntil.inWords.en}: the minutes are approved with the comments annexed.`,
  };
});

export const everyCommentIsDecided = rule<RulingFacts>(
  'MINUTES',
  ({ undecided }) =>
    undecided === 0 || {
      fr: `Chaque observation est retenue ou non, avec un motif : il en manque ${undecided}.`,
      en: `Each comment is taken in or not, with a reason: ${quantity.en(undecided, 'is', 'are')} missing.`,
    },
);

export const decideOnComments = law<RulingFacts>('decideOnComments', [
  inLife<MinutesState, RulingFacts>(MINUTES, 'APPROVED', ({ state }) => state),
  presidentOfTheMeetingRules,
  commentsAreAllIn,
  rulingComesInTime,
  everyCommentIsDecided,
]);

export const correctMinutes = law<MinutesFacts>('correctMinutes', [
  inLife<MinutesState, MinutesFacts>(MINUTES, 'PUBLISHED', ({ state }) => state),
]);

export interface SigningFacts extends MinutesFacts {
  /** Who presided over the session, and who sent this version to the members or wrote it, by name. */
  readonly president: string;
  readonly rapporteur: string;
  /** In what capacities whoever acts signs this version, and in which she has. */
  readonly capacities: readonly MinutesSignatory[];
  readonly signedAs: readonly MinutesSignatory[];
  /** Whether whoever acts signed in not long ago: {@link FRESH_SIGN_IN_MINUTES}. */
  readonly freshlySignedIn: boolean;
}

export const presidentAndRapporteurSign = rule<SigningFacts>(
  'MINUTES',
  ({ capacities, president, rapporteur }) =>
    capacities.length > 0 || {
      fr: `Cette version est signée par ${president}, qui a présidé la réunion, et par ${rapporteur}, qui en rend compte.`,
      en: `This version is signed by ${president}, who presided over the meeting, and by ${rapporteur}, its rapporteur.`,
    },
);

export const versionIsSignedOnce = rule<SigningFacts>(
  'LIFE',
  ({ capacities, signedAs }) =>
    capacities.length === 0 ||
    capacities.some((capacity) => !signedAs.includes(capacity)) || {
      fr: 'Vous avez déjà signé cette version.',
      en: 'You have signed this version already.',
    },
);

export const signatoryIsIdentifiedAnew = rule<SigningFacts>(
  'MINUTES',
  ({ capacities, freshlySignedIn }) =>
    freshlySignedIn ||
    capacities.length === 0 || {
      fr: `Pour signer, connectez-vous à nouveau : l’identité de qui signe se vérifie dans les ${FRESH_SIGN_IN_MINUTES} minutes qui précèdent.`,
      en: `To sign, sign in again: whoever signs is identified within the ${FRESH_SIGN_IN_MINUTES} minutes before.`,
    },
);

/** Published minutes are signed; they were approved and published without waiting for it. */
export const signMinutes = law<SigningFacts>('signMinutes', [
  whileIn<MinutesState, SigningFacts>(MINUTES, ['PUBLISHED'], ({ state }) => state),
  versionIsSignedOnce,
  presidentAndRapporteurSign,
  signatoryIsIdentifiedAnew,
]);
