import {
  addDays,
  COLLEGES,
  type College,
  type Day,
  dayInWords,
  daysBetween,
  quantity,
  type Text,
} from '@hemicycle/kernel';
import {
  type AgendaKeyName,
  type AgendaKeyPart,
  groundOf,
  isTurnedByMembers,
  type KeyedAgenda,
  keysWanted,
  partsMissing,
  type SecondKey,
  silenceEndsOn,
  turnsOf,
} from '../agenda-keys.js';
import { inLife, MEETING, type StateOf } from '../lives.js';
import { type Rule, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import {
  atPlenaries,
  type ConvenedGroup,
  GROUP_CONVOCATION_RULES,
  inGroups,
  inTheCommittee,
  type OfABody,
} from './group-meetings.js';
import { COMMITTEE_CONVOCATION_RULES } from './committee-meetings.js';

/** A meeting about to be convened, on the day of the convocation. */
export interface ConvocationFacts extends OfABody<ConvenedGroup> {
  /** Of the edition in force on the day of the convocation. */
  readonly rules: RulesOfProcedure;
  readonly state: StateOf<typeof MEETING>;
  /** Whether whoever convenes is of the secretariat. */
  readonly bySecretariat: boolean;
  /** The instant of the convocation, and its day in the forum. */
  readonly at: Date;
  readonly on: Day;
  /** The instant for which it calls the members, and its day in the forum. */
  readonly startsAt: Date;
  readonly meetingOn: Day;
  /** Why the notice is short; null: it was not said to be urgent. */
  readonly urgencyReason: string | null;
  /** The day on which the meeting lacked its quorum: this is then a second convocation; null: a first one. */
  readonly missedOn: Day | null;
  /** It is a plenary, and none was held before. */
  readonly isFirstPlenary: boolean;
  /** The agenda on which it convenes: of a second convocation, the one published; null: none was drafted. */
  readonly agenda: KeyedAgenda | null;
  /** Who holds the second key. */
  readonly secondKey: SecondKey;
  /** Those who make up the meeting, of each college, on its day. */
  readonly memberCounts: Readonly<Record<College, number>>;
}

const OF_COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'le collège des acteurs publics', en: 'the government college' },
  CIVIL_SOCIETY: { fr: 'le collège de la société civile', en: 'the civil-society college' },
};

const HOLDER: Readonly<Record<AgendaKeyPart, Text>> = {
  WHOLE: { fr: 'un membre du groupe fondateur', en: 'a member of the founding group' },
  GOVERNMENT: {
    fr: 'un coprésident ou membre du comité issu des acteurs publics',
    en: 'a co-chair or committee member from government',
  },
  CIVIL_SOCIETY: {
    fr: 'un coprésident ou membre du comité issu de la société civile',
    en: 'a co-chair or committee member from civil society',
  },
};

const MEMBERS: Readonly<Record<College, Readonly<Record<'TWO' | 'ANOTHER', Text>>>> = {
  GOVERNMENT: {
    TWO: {
      fr: 'deux membres du collège des acteurs publics, dont nul n’est en fonction au comité (ordre du jour d’élections seulement)',
      en: 'two members of the government college, nobody of which is on the committee (agenda of elections only)',
    },
    ANOTHER: {
      fr: 'un second membre du collège des acteurs publics',
      en: 'a second member of the government college',
    },
  },
  CIVIL_SOCIETY: {
    TWO: {
      fr: 'deux membres du collège de la société civile, dont nul n’est en fonction au comité (ordre du jour d’élections seulement)',
      en: 'two members of the civil-society college, nobody of which is on the committee (agenda of elections only)',
    },
    ANOTHER: {
      fr: 'un second membre du collège de la société civile',
      en: 'a second member of the civil-society college',
    },
  },
};

/** Who has still to turn a key, in words. */
export function missingHolders(
  key: AgendaKeyName,
  second: SecondKey,
  { keys }: Pick<KeyedAgenda, 'keys'>,
): Text[] {
  return partsMissing(key, second, keys).map((part) => {
    if (key === 'SECRETARIAT') return { fr: 'le secrétariat', en: 'the secretariat' };
    if (part === 'WHOLE' || !isTurnedByMembers(second, part)) return HOLDER[part];
    return MEMBERS[part][turnsOf(key, part, keys).length === 0 ? 'TWO' : 'ANOTHER'];
  });
}

export const listed = (holders: readonly Text[]): Text => ({
  fr: holders.map(({ fr }) => fr).join(', '),
  en: holders.map(({ en }) => en).join(', '),
});

/** The first plenary elects a whole committee: each college must have somebody for each of its seats. */
export const collegesCanFillTheCommittee = rule<
  Pick<ConvocationFacts, 'rules' | 'isFirstPlenary' | 'memberCounts'>
>('C3-COMMITTEE', ({ rules, isFirstPlenary, memberCounts }) => {
  if (!isFirstPlenary) return true;
  const short = COLLEGES.map((college) => ({
    name: OF_COLLEGE[college],
    seats: 1 + rules.committeeSeatsPerCollege[college],
    members: memberCounts[college],
  })).filter(({ members, seats }) => members < seats);
  if (short.length === 0) return true;
  return {
    fr: `La première séance plénière élit tout le comité de direction : ${short
      .map(
        ({ name, seats, members }) =>
          `${name.fr} compte ${quantity.fr(members, 'membre', 'membres')} pour ${seats} sièges`,
      )
      .join(' ; ')}.`,
    en: `The first plenary elects the whole management committee: ${short
      .map(
        ({ name, seats, members }) =>
          `${name.en} has ${quantity.en(members, 'member', 'members')} for ${seats} seats`,
      )
      .join('; ')}.`,
  };
});

export const secretariatConvenesPlenaries = rule<Pick<ConvocationFacts, 'bySecretariat'>>(
  'C3-CONVOCATION',
  ({ bySecretariat }) =>
    bySecretariat || {
      fr: 'Le secrétariat, et lui seul, planifie et convoque les séances plénières.',
      en: 'The secretariat, and nobody else, plans and convenes plenaries.',
    },
);

/** A second convocation is on the agenda that was published, and its keys stand. */
export const bothKeysAreTurned = rule<Pick<ConvocationFacts, 'agenda' | 'secondKey' | 'on' | 'missedOn'>>(
  'C3-AGENDA',
  ({ agenda, secondKey, on, missedOn }) => {
    if (missedOn !== null) return true;
    if (agenda === null) {
      return {
        fr: 'Une séance plénière est convoquée sur un ordre du jour : il n’y en a pas encore.',
        en: 'A plenary is convened on an agenda: there is none yet.',
      };
    }
    if (groundOf(agenda, secondKey, on) !== null) return true;
    const missing = keysToTurn(agenda, secondKey);
    const silentUntil = silenceEndsOn(agenda);
    if (silentUntil === null) return missing;
    const day = dayInWords(silentUntil);
    return {
      fr: `${missing.fr} Sans cela, le secrétariat pourra convoquer sur ces seules élections à partir du ${day.fr}.`,
      en: `${missing.en} Failing that, the secretariat may convene on these elections alone from ${day.en} on.`,
    };
  },
);

/** Why an agenda is not agreed to yet: whose turn is missing. */
export function keysToTurn(agenda: KeyedAgenda, secondKey: SecondKey): Text {
  if (agenda.requested) {
    return {
      fr: 'L’ordre du jour est celui de la demande des membres ; la clé du secrétariat y suffit, et n’est pas encore tournée.',
      en: 'The agenda is that of the members’ request; the secretariat’s key suffices, and is not turned yet.',
    };
  }
  const missing = listed(keysWanted(agenda).flatMap((key) => missingHolders(key, secondKey, agenda)));
  return {
    fr: `La version ${agenda.version} de l’ordre du jour n’a pas encore ses deux clés. Doit encore tourner la sienne : ${missing.fr}.`,
    en: `Version ${agenda.version} of the agenda does not have both keys yet. Still to turn theirs: ${missing.en}.`,
  };
}

/** Whole days between the convocation and the meeting; a second convocation has its own number, and no urgency. */
export const noticeIsLongEnough = rule<
  Pick<
    ConvocationFacts,
    'rules' | 'at' | 'on' | 'startsAt' | 'meetingOn' | 'urgencyReason' | 'missedOn' | 'agenda' | 'secondKey'
  >
>('NOTICE', (facts) => {
  const { rules, at, on, startsAt, meetingOn, urgencyReason, missedOn, agenda, secondKey } = facts;
  const held = dayInWords(meetingOn);
  if (startsAt.getTime() <= at.getTime()) {
    return {
      fr: `La séance du ${held.fr} a déjà dû commencer : on convoque pour une date à venir.`,
      en: `The session of ${held.en} should have begun already: a convocation is for a time to come.`,
    };
  }
  const days = daysBetween(on, meetingOn);
  const second = missedOn !== null;
  const needed = second ? rules.secondConvocationNoticeDays : rules.plenaryNoticeDays;
  if (days >= needed) return true;
  const sent = dayInWords(on);
  const possible = dayInWords(addDays(on, needed));
  const short: Text = {
    fr:
      `${second ? 'Une seconde convocation' : 'La convocation d’une séance plénière'} part ${quantity.fr(needed, 'jour', 'jours')} avant : du ${sent.fr} au ${held.fr}, il y en a ${days}. ` +
      `Convoquée ce jour, la séance peut se tenir à partir du ${possible.fr}`,
    en:
      `${second ? 'A second convocation' : 'The convocation of a plenary'} is sent ${quantity.en(needed, 'day', 'days')} ahead: from ${sent.en} to ${held.en} there ${days === 1 ? 'is' : 'are'} ${days}. ` +
      `Convened today, the session may be held from ${possible.en} on`,
  };
  if (second) return { fr: `${short.fr}.`, en: `${short.en}.` };
  if (urgencyReason === null) {
    return {
      fr: `${short.fr} ; avant, l’urgence suppose un motif énoncé et l’accord des détenteurs de la seconde clé.`,
      en: `${short.en}; before, urgency needs a stated reason and the holders of the second key.`,
    };
  }
  const missing = listed(missingHolders('URGENCY', secondKey, agenda ?? { keys: [] }));
  return missing.fr === ''
    ? true
    : {
        fr: `${short.fr}. L’urgence n’est pas encore accordée par les détenteurs de la seconde clé. Manque : ${missing.fr}.`,
        en: `${short.en}. The holders of the second key have not agreed to the urgency yet. Missing: ${missing.en}.`,
      };
});

/** What convening any meeting must respect, in charter order. */
export const CONVOCATION_RULES: readonly Rule<ConvocationFacts>[] = [
  inLife<StateOf<typeof MEETING>, ConvocationFacts>(MEETING, 'CONVENED', ({ state }) => state),
  ...inGroups<ConvocationFacts>(GROUP_CONVOCATION_RULES),
  ...inTheCommittee<ConvocationFacts>(COMMITTEE_CONVOCATION_RULES),
  collegesCanFillTheCommittee,
  ...atPlenaries<ConvocationFacts>([secretariatConvenesPlenaries, bothKeysAreTurned, noticeIsLongEnough]),
];
