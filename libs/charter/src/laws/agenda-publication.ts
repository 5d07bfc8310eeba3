import { addDays, type Day, dayInWords, daysBetween, quantity, type Text } from '@hemicycle/kernel';
import { type KeyedAgenda, keysWanted, type SecondKey } from '../agenda-keys.js';
import { MEETING, type StateOf, whileIn } from '../lives.js';
import { type Rule, rule } from '../rule.js';
import { keysToTurn, listed, missingHolders } from './convocation.js';
import {
  atPlenaries,
  facilitatorsSetTheAgenda,
  inGroups,
  inTheCommittee,
  type OfABody,
} from './group-meetings.js';

/** Days ahead for a changed agenda to be sent without urgency (charter C3-AGENDA). */
export const CHANGE_NOTICE_DAYS = 5;

/** Which convocation of a meeting stands. */
export interface ConvenedOnce {
  /** Whether the convocation that stands is a second one, after a lack of quorum. */
  readonly secondConvocation: boolean;
}

/** A second convocation needs no quorum because it is on the same agenda: another would escape both. */
export const secondConvocationKeepsTheAgenda = rule<ConvenedOnce>(
  'QUORUM',
  ({ secondConvocation }) =>
    !secondConvocation || {
      fr: 'Une seconde convocation, qui n’exige aucun quorum, porte sur le même ordre du jour : il ne change plus.',
      en: 'A second convocation, which requires no quorum, is on the same agenda: it changes no more.',
    },
);

/** A changed agenda about to take the place of the one that stands published. */
export interface PublicationFacts extends ConvenedOnce, OfABody {
  readonly state: StateOf<typeof MEETING>;
  readonly bySecretariat: boolean;
  /** The instant of the publication, and its day in the forum. */
  readonly at: Date;
  readonly on: Day;
  /** When the members are convened for, and its day in the forum. */
  readonly startsAt: Date;
  readonly meetingOn: Day;
  /** Why it is sent late; null: it was not said to be urgent. */
  readonly urgencyReason: string | null;
  /** Whether the latest version says anything else than the one that stands published. */
  readonly changed: boolean;
  /** The latest version; null: none was drafted. */
  readonly agenda: KeyedAgenda | null;
  readonly secondKey: SecondKey;
}

export const secretariatSendsTheAgenda = rule<PublicationFacts>(
  'C3-CONVOCATION',
  ({ bySecretariat }) =>
    bySecretariat || {
      fr: 'L’ordre du jour modifié est envoyé par le secrétariat, qui convoque.',
      en: 'A changed agenda is sent by the secretariat, which convenes.',
    },
);

export const thereIsAChangeToPublish = rule<PublicationFacts>(
  'C3-AGENDA',
  ({ changed, agenda }) =>
    (agenda !== null && changed) || {
      fr: 'L’ordre du jour n’a pas changé depuis qu’il est publié : il n’y a rien à publier.',
      en: 'The agenda has not changed since it was published: there is nothing to publish.',
    },
);

export const changedAgendaHasItsKeys = rule<PublicationFacts>(
  'C3-AGENDA',
  ({ changed, agenda, secondKey }) => {
    if (agenda === null || !changed) return true;
    const missing = keysWanted(agenda).flatMap((key) => missingHolders(key, secondKey, agenda));
    if (missing.length === 0) return true;
    const { fr, en } = keysToTurn(agenda, secondKey);
    return {
      fr: `${fr} D’ici là, l’ordre du jour publié vaut.`,
      en: `${en} Until then, the published agenda stands.`,
    };
  },
);

const daysAhead = ({ on, meetingOn }: PublicationFacts): number => daysBetween(on, meetingOn);

export const changedAgendaIsSentInTime = rule<PublicationFacts>('C3-AGENDA', (facts) => {
  const { at, startsAt, meetingOn, urgencyReason } = facts;
  const held = dayInWords(meetingOn);
  if (startsAt.getTime() <= at.getTime()) {
    return {
      fr: `L’heure de la séance du ${held.fr} est venue : son ordre du jour ne change plus.`,
      en: `The hour of the session of ${held.en} has come: its agenda changes no more.`,
    };
  }
  const days = daysAhead(facts);
  if (days >= CHANGE_NOTICE_DAYS || urgencyReason !== null) return true;
  const last = dayInWords(addDays(meetingOn, -CHANGE_NOTICE_DAYS));
  return {
    fr: `L’ordre du jour modifié est envoyé ${quantity.fr(CHANGE_NOTICE_DAYS, 'jour', 'jours')} avant la séance du ${held.fr}, soit le ${last.fr} au plus tard ; il en reste ${days}. Après, il faut une urgence motivée.`,
    en: `A changed agenda is sent ${quantity.en(CHANGE_NOTICE_DAYS, 'day', 'days')} before the session of ${held.en}, by ${last.en} at the latest; ${days} ${days === 1 ? 'is' : 'are'} left. After that, it takes an urgency with its reason.`,
  };
});

export const urgencyOfAChangeIsAgreed = rule<PublicationFacts>('NOTICE', (facts) => {
  const { agenda, secondKey, urgencyReason } = facts;
  if (agenda === null || urgencyReason === null || daysAhead(facts) >= CHANGE_NOTICE_DAYS) return true;
  const missing: Text = listed(missingHolders('URGENCY', secondKey, agenda));
  return (
    missing.fr === '' || {
      fr: `L’urgence n’est pas encore accordée par les détenteurs de la seconde clé sur la version ${agenda.version}. Manque : ${missing.fr}.`,
      en: `The holders of the second key have not agreed to the urgency on version ${agenda.version} yet. Missing: ${missing.en}.`,
    }
  );
});

/** What publishing a changed agenda must respect, whatever it announces, in charter order. */
export const PUBLICATION_RULES: readonly Rule<PublicationFacts>[] = [
  whileIn<StateOf<typeof MEETING>, PublicationFacts>(MEETING, ['CONVENED'], ({ state }) => state),
  ...atPlenaries<PublicationFacts>([secretariatSendsTheAgenda]),
  ...inTheCommittee<PublicationFacts>([secretariatSendsTheAgenda]),
  ...inGroups<PublicationFacts>([facilitatorsSetTheAgenda]),
  thereIsAChangeToPublish,
  ...atPlenaries<PublicationFacts>([changedAgendaHasItsKeys]),
  changedAgendaIsSentInTime,
  ...atPlenaries<PublicationFacts>([urgencyOfAChangeIsAgreed]),
  secondConvocationKeepsTheAgenda,
];
