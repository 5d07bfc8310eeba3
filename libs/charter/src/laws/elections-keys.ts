import type { College, Text } from '@hemicycle/kernel';
import { MEETING, type StateOf, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';

/** For whom a trustee holds a share of the key: a college, or the forum's host (charter CNIL-1-08). */
export const TRUSTEE_CAPACITIES = ['GOVERNMENT', 'CIVIL_SOCIETY', 'HOST'] as const;
export type TrusteeCapacity = (typeof TRUSTEE_CAPACITIES)[number];

/** How many of the three open the box (charter CNIL-1-08). */
export const TRUSTEES_NEEDED = 2;

/** What a trustee gives to the making of the key, one step after the other: each waits for the others' step before it. */
export const TRUSTEE_STEPS = ['CERTIFICATE', 'SHARES', 'KEY'] as const;
export type TrusteeStep = (typeof TRUSTEE_STEPS)[number];

const FOR: Readonly<Record<TrusteeCapacity, Text>> = {
  GOVERNMENT: { fr: 'le collège des acteurs publics', en: 'the college of government actors' },
  CIVIL_SOCIETY: { fr: 'le collège de la société civile', en: 'the college of civil society' },
  HOST: { fr: 'l’hôte du forum', en: 'the forum’s host' },
};

const STEP: Readonly<Record<TrusteeStep, Text>> = {
  CERTIFICATE: { fr: 'le certificat', en: 'the certificate' },
  SHARES: { fr: 'les parts', en: 'the shares' },
  KEY: { fr: 'la clé de vérification', en: 'the verification key' },
};

/** Somebody proposed as a trustee. */
export interface ProposedTrustee {
  readonly capacity: TrusteeCapacity;
  readonly name: string;
  /** Whether she is a member or an alternate of the college, or a person of the secretariat for the host. */
  readonly belongs: boolean;
  /** Whether she stands in an election of this plenary. */
  readonly stands: boolean;
}

export interface NamingOfTrusteesFacts {
  readonly isPlenary: boolean;
  readonly state: StateOf<typeof MEETING>;
  readonly proposed: readonly ProposedTrustee[];
  /** Whether the three are three people. */
  readonly distinct: boolean;
  /** Whether a poll sealed with the key made so far is not counted yet. */
  readonly keyServes: boolean;
}

export const trusteesComeFromBothSidesAndTheHost = rule<NamingOfTrusteesFacts>(
  'CNIL-1-08',
  ({ proposed, distinct }) => {
    const strangers = proposed.filter(({ belongs }) => !belongs);
    if (strangers.length > 0) {
      return {
        fr: `Un porteur de clé vient de chaque collège, et un de l’hôte : ${strangers.map(({ name, capacity }) => `${name} n’est pas pour ${FOR[capacity].fr}`).join(' ; ')}.`,
        en: `One trustee comes from each college, and one from the host: ${strangers.map(({ name, capacity }) => `${name} is not for ${FOR[capacity].en}`).join('; ')}.`,
      };
    }
    return (
      distinct || {
        fr: 'La clé est répartie entre trois personnes : la même est nommée deux fois.',
        en: 'The key is split among three people: the same one is named twice.',
      }
    );
  },
);

/** The same reason for a naming and for an opening. */
function standing(names: readonly string[]): true | Text {
  return (
    names.length === 0 || {
      fr: `Aucun porteur de clé n’est candidat ; le sont : ${names.join(', ')}.`,
      en: `No trustee is a candidate; these are: ${names.join(', ')}.`,
    }
  );
}

export const noTrusteeNamedStands = rule<NamingOfTrusteesFacts>('CNIL-1-08', ({ proposed }) =>
  standing(proposed.filter(({ stands }) => stands).map(({ name }) => name)),
);

export const keyInUseIsKept = rule<NamingOfTrusteesFacts>(
  'CNIL-1-08',
  ({ keyServes }) =>
    !keyServes || {
      fr: 'La clé des porteurs en place scelle un vote qui n’est pas dépouillé : ils restent jusque-là.',
      en: 'The key of the present trustees seals a poll that is not counted: they stay until then.',
    },
);

export const keysAreOfPlenaries = rule<NamingOfTrusteesFacts>(
  'C3-ELECTED-AT-PLENARY',
  ({ isPlenary }) =>
    isPlenary || {
      fr: 'Les scrutins ont lieu en séance plénière : cette réunion n’a pas de clé à confier.',
      en: 'Polls are held at a plenary: this meeting has no key to be entrusted.',
    },
);

export const nameTrustees = law<NamingOfTrusteesFacts>('nameTrustees', [
  whileIn(MEETING, ['PLANNED', 'CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION', 'HELD'], ({ state }) => state),
  keysAreOfPlenaries,
  trusteesComeFromBothSidesAndTheHost,
  noTrusteeNamedStands,
  keyInUseIsKept,
]);

export interface TrusteePartFacts {
  readonly actorIsTrustee: boolean;
  /** Whether trustees were named anew since this making of a key began. */
  readonly namedAnew: boolean;
  /** What she gives. */
  readonly step: TrusteeStep;
  /** What is due from her; null: nothing, or not before the others gave theirs. */
  readonly dueStep: TrusteeStep | null;
  /** Whether the key is made. */
  readonly complete: boolean;
}

export const partsAreTheTrustees = rule<Pick<TrusteePartFacts, 'actorIsTrustee'>>(
  'CNIL-1-08',
  ({ actorIsTrustee }) =>
    actorIsTrustee || {
      fr: 'Seuls les trois porteurs de clé de cette séance plénière font sa clé et ouvrent ses urnes.',
      en: 'Nobody but the three trustees of this plenary makes its key and opens its boxes.',
    },
);

export const makingGoesOn = rule<TrusteePartFacts>(
  'CNIL-1-08',
  ({ namedAnew }) =>
    !namedAnew || {
      fr: 'Des porteurs de clé ont été nommés à nouveau : cette clé ne se fera pas, et votre part n’est pas déposée. La nouvelle clé demande la part de chacun depuis le début.',
      en: 'Trustees were named anew: this key will not be made, and your part is not given. The new key asks everybody’s part from the beginning.',
    },
);

export const partIsDue = rule<TrusteePartFacts>(
  'CNIL-1-08',
  ({ actorIsTrustee, step, dueStep, complete }) => {
    if (!actorIsTrustee || step === dueStep) return true;
    if (complete)
      return {
        fr: 'La clé est faite : il n’y a plus rien à y ajouter.',
        en: 'The key is made: there is nothing more to give.',
      };
    if (dueStep === null) {
      return {
        fr: 'Votre part de cette étape est déposée : celles des autres porteurs sont attendues.',
        en: 'Your part of this step is given: those of the other trustees are awaited.',
      };
    }
    return {
      fr: `La part attendue de vous est ${STEP[dueStep].fr}, et non ${STEP[step].fr}.`,
      en: `The part awaited from you is ${STEP[dueStep].en}, not ${STEP[step].en}.`,
    };
  },
);

export const giveTrusteePart = law<TrusteePartFacts>('giveTrusteePart', [
  partsAreTheTrustees,
  makingGoesOn,
  partIsDue,
]);

/** The trustees of a poll about to open under seal, and its scrutineers. */
export interface SealFacts {
  /** Whether the poll is secret, hence sealed. */
  readonly secret: boolean;
  readonly keyMade: boolean;
  /** Names of the trustees who are candidates in this election. */
  readonly trusteesStanding: readonly string[];
  /** The colleges without a scrutineer. */
  readonly withoutScrutineer: readonly College[];
}

export const keyIsMade = rule<SealFacts>(
  'CNIL-1-08',
  ({ secret, keyMade }) =>
    !secret ||
    keyMade || {
      fr: 'Le vote est secret : les trois porteurs n’ont pas fini de faire la clé qui scellera l’urne.',
      en: 'The poll is secret: the three trustees have not finished making the key that will seal the box.',
    },
);

export const noTrusteeStands = rule<SealFacts>('CNIL-1-08', ({ secret, trusteesStanding }) =>
  secret ? standing(trusteesStanding) : true,
);

export const scrutineersAreNamed = rule<SealFacts>('SECRECY-FLOOR', ({ secret, withoutScrutineer }) => {
  if (!secret || withoutScrutineer.length === 0) return true;
  return {
    fr: `Deux scrutateurs, un par collège, sont nommés avant tout vote secret ; il en manque pour ${withoutScrutineer.map((college) => FOR[college].fr).join(' et ')}.`,
    en: `Two scrutineers, one a college, are named before every secret poll; one is missing for ${withoutScrutineer.map((college) => FOR[college].en).join(' and ')}.`,
  };
});
