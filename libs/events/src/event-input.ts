import { BadUserInput } from '@hemicycle/graphql';
import type { EventHeadCount } from './event-head-count.entity.js';
import type { ForumEvent } from './forum-event.entity.js';
import type { EventTermsInput, HeadsInput } from './graphql/events.inputs.js';

/** The longest event: a week. */
const LONGEST = 7 * 24 * 3_600_000;

/**
 * What an event is, its dates apart, as it was asked for.
 *
 * @throws BadUserInput when it takes place nowhere.
 */
export function termsOf(
  input: EventTermsInput,
): Pick<
  ForumEvent,
  | 'kind'
  | 'titleFr'
  | 'titleEn'
  | 'topicsFr'
  | 'topicsEn'
  | 'place'
  | 'streamLink'
  | 'captioning'
  | 'signLanguage'
  | 'stepFree'
  | 'capacity'
  | 'presentsResults'
> {
  const { place = null, streamLink = null, capacity = null } = input;
  if (place === null && streamLink === null) {
    throw new BadUserInput('place', {
      fr: 'Un événement a un lieu ou un lien, ou les deux.',
      en: 'An event has a place or a link, or both.',
    });
  }
  const { kind, titleFr, titleEn, topicsFr, topicsEn, captioning, signLanguage, stepFree } = input;
  const { presentsResults } = input;
  return {
    kind,
    titleFr,
    titleEn,
    topicsFr,
    topicsEn,
    place,
    streamLink,
    captioning,
    signLanguage,
    stepFree,
    capacity,
    presentsResults,
  };
}

/**
 * When an event takes place, as it was asked for at an instant.
 *
 * @throws BadUserInput unless it begins later than that, ends after it began, and within a week.
 */
export function timesOf(
  { startsAt, endsAt }: Pick<ForumEvent, 'startsAt' | 'endsAt'>,
  at: Date,
): Pick<ForumEvent, 'startsAt' | 'endsAt'> {
  if (startsAt <= at) {
    throw new BadUserInput('startsAt', {
      fr: 'Un événement s’annonce à l’avance.',
      en: 'An event is announced beforehand.',
    });
  }
  const lasts = endsAt.getTime() - startsAt.getTime();
  if (lasts <= 0 || lasts > LONGEST) {
    throw new BadUserInput('endsAt', {
      fr: 'Un événement finit après avoir commencé, dans la semaine.',
      en: 'An event ends after it began, within a week.',
    });
  }
  return { startsAt, endsAt };
}

/** How many came, as it was given. */
export const headsOf = ({
  governmentHeads,
  civilSocietyHeads,
  publicHeads,
}: HeadsInput): Pick<EventHeadCount, 'government' | 'civilSociety' | 'public'> => ({
  government: governmentHeads,
  civilSociety: civilSocietyHeads,
  public: publicHeads,
});
