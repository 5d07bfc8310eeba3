import { COLLEGES, type College, type Text } from '@hemicycle/kernel';
import { ELECTION, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';
import type { ElectionState } from './elections-call.js';
import { candidatesDoNotRunTheirPoll, type CountedRound } from './elections-poll.js';

const OF_COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'des acteurs publics', en: 'of government actors' },
  CIVIL_SOCIETY: { fr: 'de la société civile', en: 'of civil society' },
};

/** What a person is to an election, of those who may be named scrutineers. */
export type ScrutineerStanding = 'NON_CANDIDATE' | 'ALTERNATE' | 'SECRETARIAT' | 'NOBODY';

export interface ScrutineerFacts {
  readonly state: ElectionState;
  readonly actorIsCandidate: boolean;
  readonly college: College;
  /** What the person to be named is, on the day of the act. */
  readonly standing: ScrutineerStanding;
  /** Whether the college has a member who is no candidate, and an alternate of one. */
  readonly nonCandidates: boolean;
  readonly alternates: boolean;
  /** Whether that person is the other college’s scrutineer in this election. */
  readonly servesTheOther: boolean;
}

export const scrutineerComesFromTheCollege = rule<ScrutineerFacts>(
  'SECRECY-FLOOR',
  ({ college, standing, nonCandidates, alternates }) => {
    const { fr, en } = OF_COLLEGE[college];
    if (nonCandidates) {
      return (
        standing === 'NON_CANDIDATE' || {
          fr: `Le scrutateur du collège ${fr} est un de ses membres, qui n’est pas candidat.`,
          en: `The scrutineer for the college ${en} is one of its members, who is no candidate.`,
        }
      );
    }
    if (alternates) {
      return (
        standing === 'ALTERNATE' || {
          fr: `Tous les membres du collège ${fr} sont candidats : son scrutateur est un de leurs suppléants.`,
          en: `All members of the college ${en} are candidates: its scrutineer is one of their alternates.`,
        }
      );
    }
    return (
      standing === 'SECRETARIAT' || {
        fr: `Le collège ${fr} n’a ni membre non candidat ni suppléant : son scrutateur est une personne du secrétariat.`,
        en: `The college ${en} has neither a member who is no candidate nor an alternate: its scrutineer is a person of the secretariat.`,
      }
    );
  },
);

export const twoScrutineersAreTwoPeople = rule<ScrutineerFacts>(
  'SECRECY-FLOOR',
  ({ servesTheOther }) =>
    !servesTheOther || {
      fr: 'Cette personne est déjà le scrutateur de l’autre collège : il y en a deux, un par collège.',
      en: 'This person is the other college’s scrutineer already: there are two, one a college.',
    },
);

export const nameScrutineer = law<ScrutineerFacts>('nameScrutineer', [
  whileIn(ELECTION, ['NOMINATIONS', 'COUNTED'], ({ state }) => state),
  candidatesDoNotRunTheirPoll,
  scrutineerComesFromTheCollege,
  twoScrutineersAreTwoPeople,
]);

export interface LotFacts {
  readonly state: ElectionState;
  /** The college for which whoever acts is scrutineer; null: for none. */
  readonly scrutineerOf: College | null;
  /** Whether the value of that college is committed for this round, and revealed. */
  readonly committed: boolean;
  readonly revealed: boolean;
}

export const valuesAreTheScrutineers = rule<Pick<LotFacts, 'scrutineerOf'>>(
  'TIE',
  ({ scrutineerOf }) =>
    scrutineerOf !== null || {
      fr: 'La valeur d’un collège pour le tirage au sort est celle de son scrutateur, et de nul autre.',
      en: 'A college’s value for the lot is its scrutineer’s, and nobody else’s.',
    },
);

export interface CommitmentFacts extends LotFacts {
  /** Whether the round is ordered and not open: the time for it. */
  readonly roundWaits: boolean;
}

export const valueIsCommittedBeforeThePoll = rule<CommitmentFacts>(
  'TIE',
  ({ roundWaits }) =>
    roundWaits || {
      fr: 'L’empreinte d’une valeur se dépose entre l’ordre du président et l’ouverture du vote.',
      en: 'The hash of a value is committed between the president’s order and the opening of the poll.',
    },
);

export const valueIsCommittedOnce = rule<CommitmentFacts>(
  'TIE',
  ({ committed }) =>
    !committed || {
      fr: 'L’empreinte de ce collège est déjà déposée pour ce tour : elle ne change plus.',
      en: 'The hash of this college is committed for this round already: it does not change any more.',
    },
);

export const commitLotValue = law<CommitmentFacts>('commitLotValue', [
  whileIn(ELECTION, ['NOMINATIONS', 'COUNTED'], ({ state }) => state),
  valuesAreTheScrutineers,
  valueIsCommittedBeforeThePoll,
  valueIsCommittedOnce,
]);

export interface RevelationFacts extends LotFacts {
  /** Whether the last round ordered is closed. */
  readonly roundClosed: boolean;
  /** Whether the value is the one whose hash was committed. */
  readonly matches: boolean;
}

export const valueIsRevealedAfterThePoll = rule<RevelationFacts>(
  'TIE',
  ({ roundClosed }) =>
    roundClosed || {
      fr: 'Une valeur se révèle après la clôture du vote pour lequel elle est déposée.',
      en: 'A value is revealed after the closing of the poll for which it is committed.',
    },
);

export const valueIsTheOneCommitted = rule<RevelationFacts>('TIE', ({ scrutineerOf, committed, matches }) => {
  if (scrutineerOf === null) return true;
  if (!committed) {
    return {
      fr: 'Aucune empreinte n’a été déposée pour ce collège avant l’ouverture du vote : il n’y a rien à révéler.',
      en: 'No hash was committed for this college before the poll opened: there is nothing to reveal.',
    };
  }
  return (
    matches || {
      fr: 'L’empreinte de cette valeur n’est pas celle qui fut déposée avant l’ouverture du vote.',
      en: 'The hash of this value is not the one that was committed before the poll opened.',
    }
  );
});

export const valueIsRevealedOnce = rule<RevelationFacts>(
  'TIE',
  ({ revealed }) =>
    !revealed || {
      fr: 'La valeur de ce collège est déjà révélée.',
      en: 'The value of this college is revealed already.',
    },
);

export const revealLotValue = law<RevelationFacts>('revealLotValue', [
  whileIn(ELECTION, ['CLOSED', 'COUNTED'], ({ state }) => state),
  valuesAreTheScrutineers,
  valueIsRevealedAfterThePoll,
  valueIsTheOneCommitted,
  valueIsRevealedOnce,
]);

export interface DrawingFacts {
  readonly state: ElectionState;
  readonly actorIsCandidate: boolean;
  readonly lastCount: CountedRound | null;
  readonly plenaryInSession: boolean;
  /** Whether each college’s value was revealed, and whether dice are given for it. */
  readonly values: Readonly<Record<College, { readonly revealed: boolean; readonly rolled: boolean }>>;
}

export const onlyALastTieIsDrawn = rule<DrawingFacts>('TIE', ({ lastCount }) => {
  if (lastCount?.outcome !== 'tied') {
    return {
      fr: 'Personne n’est à égalité : il n’y a rien à tirer au sort.',
      en: 'Nobody is tied: there is nothing to draw.',
    };
  }
  return (
    lastCount.runOff !== true || {
      fr: 'Un tour de départage entre les ex æquo vient avant le sort.',
      en: 'A run-off among those tied comes before the lot.',
    }
  );
});

export const bothValuesAreKnown = rule<DrawingFacts>('TIE', ({ values, plenaryInSession }) => {
  const listed = (colleges: readonly College[]): Text => ({
    fr: colleges.map((college) => OF_COLLEGE[college].fr).join(' et '),
    en: colleges.map((college) => OF_COLLEGE[college].en).join(' and '),
  });
  const needless = COLLEGES.filter((college) => values[college].revealed && values[college].rolled);
  if (needless.length > 0) {
    return {
      fr: `Les dés ne remplacent pas une valeur révélée : celle du collège ${listed(needless).fr} l’est.`,
      en: `Dice do not replace a value that is revealed: that of the college ${listed(needless).en} is.`,
    };
  }
  const missing = COLLEGES.filter((college) => !values[college].revealed && !values[college].rolled);
  if (missing.length > 0) {
    return {
      fr: `Il manque la valeur du collège ${listed(missing).fr} : son scrutateur la révèle ou, s’il la retient, des dés sont jetés en séance.`,
      en: `The value of the college ${listed(missing).en} is missing: its scrutineer reveals it or, where it is withheld, dice are rolled in session.`,
    };
  }
  const rolled = COLLEGES.some((college) => values[college].rolled);
  return (
    !rolled ||
    plenaryInSession || {
      fr: 'Les dés sont jetés en séance : elle n’est pas ouverte.',
      en: 'Dice are rolled in session: it is not open.',
    }
  );
});

export const drawLot = law<DrawingFacts>('drawLot', [
  whileIn(ELECTION, ['COUNTED'], ({ state }) => state),
  candidatesDoNotRunTheirPoll,
  onlyALastTieIsDrawn,
  bothValuesAreKnown,
]);
