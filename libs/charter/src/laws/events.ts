import type { Text } from '@hemicycle/kernel';
import { EVENT_PLACE, FORUM_EVENT, inLife, type StateOf, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';

export type EventState = StateOf<typeof FORUM_EVENT>;
export type EventPlaceState = StateOf<typeof EVENT_PLACE>;

/** An event as an act finds it. */
export interface EventFacts {
  readonly at: Date;
  readonly state: EventState;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const stateOf = ({ state }: EventFacts): EventState => state;

const BEGUN: Text = {
  fr: 'L’événement a commencé : il n’est plus temps.',
  en: 'The event has begun: it is too late.',
};

export const eventIsToCome = rule<EventFacts>('LIFE', ({ at, startsAt }) => at < startsAt || BEGUN);

/** What has begun is changed no more: its guests came, or are forgotten. Nobody counts on a draft; the other states are final. */
export const eventIsNotBegun = rule<EventFacts>(
  'LIFE',
  ({ at, state, startsAt }) =>
    state !== 'PUBLISHED' ||
    at < startsAt || {
      fr: 'L’événement a commencé : il ne change plus. S’il n’a pas eu lieu, annulez-le et annoncez-en un autre.',
      en: 'The event has begun: it changes no more. If it did not take place, cancel it and announce another one.',
    },
);

export const eventIsOver = rule<EventFacts>(
  'LIFE',
  ({ at, endsAt }) =>
    endsAt <= at || {
      fr: 'L’événement n’est pas fini : on compte ensuite qui est venu.',
      en: 'The event is not over: who came is counted afterwards.',
    },
);

export interface RevisionFacts extends EventFacts {
  /** Null: none is set. */
  readonly capacity: number | null;
  readonly taken: number;
}

export const placesGivenStay = rule<RevisionFacts>('LIFE', ({ capacity, taken }) => {
  if (capacity === null || taken <= capacity) return true;
  return {
    fr: `${taken} places sont prises : on ne descend pas au-dessous.`,
    en: `${taken} places are taken: there cannot be fewer.`,
  };
});

export const reviseEvent = law<RevisionFacts>('reviseEvent', [
  whileIn<EventState, RevisionFacts>(FORUM_EVENT, ['DRAFT', 'PUBLISHED'], stateOf),
  eventIsNotBegun,
  placesGivenStay,
]);

export const moveEvent = law<EventFacts>('moveEvent', [
  whileIn<EventState, EventFacts>(FORUM_EVENT, ['DRAFT', 'PUBLISHED'], stateOf),
  eventIsNotBegun,
]);

export const publishEvent = law<EventFacts>('publishEvent', [
  inLife<EventState, EventFacts>(FORUM_EVENT, 'PUBLISHED', stateOf),
  eventIsToCome,
]);

export const cancelEvent = law<EventFacts>('cancelEvent', [
  inLife<EventState, EventFacts>(FORUM_EVENT, 'CANCELLED', stateOf),
]);

export const recordEvent = law<EventFacts>('recordEvent', [
  inLife<EventState, EventFacts>(FORUM_EVENT, 'HELD', stateOf),
  eventIsOver,
]);

export const correctEventHeadCount = law<EventFacts>('correctEventHeadCount', [
  whileIn<EventState, EventFacts>(FORUM_EVENT, ['HELD'], stateOf),
]);

export const publishEventResults = law<EventFacts>('publishEventResults', [
  whileIn<EventState, EventFacts>(FORUM_EVENT, ['HELD'], stateOf),
]);

export const requestEventPlace = law<EventFacts>('requestEventPlace', [
  whileIn<EventState, EventFacts>(FORUM_EVENT, ['PUBLISHED'], stateOf),
  eventIsToCome,
]);

export interface RegistrationFacts extends EventFacts {
  /** Whether whoever acts has a place, or waits for one. */
  readonly registered: boolean;
}

export const placeIsTakenOnce = rule<RegistrationFacts>(
  'LIFE',
  ({ registered }) =>
    !registered || {
      fr: 'Vous êtes déjà inscrit à cet événement.',
      en: 'You are registered for this event already.',
    },
);

export const registerForEvent = law<RegistrationFacts>('registerForEvent', [
  whileIn<EventState, RegistrationFacts>(FORUM_EVENT, ['PUBLISHED'], stateOf),
  eventIsToCome,
  placeIsTakenOnce,
]);

export interface PlaceFacts extends EventFacts {
  readonly place: EventPlaceState;
}

export const confirmEventPlace = law<PlaceFacts>('confirmEventPlace', [
  whileIn<EventState, PlaceFacts>(FORUM_EVENT, ['PUBLISHED'], stateOf),
  eventIsToCome,
  whileIn<EventPlaceState, PlaceFacts>(EVENT_PLACE, ['REQUESTED'], ({ place }) => place),
]);

export const cancelEventPlace = law<PlaceFacts>('cancelEventPlace', [
  inLife<EventPlaceState, PlaceFacts>(EVENT_PLACE, 'CANCELLED', ({ place }) => place),
]);
