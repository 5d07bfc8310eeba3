import { ELECTION, whileIn } from '../lives.js';
import { FRESH_SIGN_IN_MINUTES } from '../fresh-sign-in.js';
import { law, rule } from '../rule.js';
import type { ElectionState } from './elections-call.js';
import { partsAreTheTrustees } from './elections-keys.js';
import {
  collegesVoteForTheirSeats,
  pollIsOpen,
  seatVotesOnce,
  type VoterFacts,
  voterIsOnTheRegister,
} from './elections-poll.js';

export interface SealedBallotFacts extends VoterFacts {
  /** Whether the round is by sealed ballots. */
  readonly sealed: boolean;
  /** Whether the voter signed in for this vote, and not long ago. */
  readonly freshlySignedIn: boolean;
  /** Whether the address by which she signs in is another than when the register was fixed. */
  readonly addressChanged: boolean;
  /** Whether the box holds or held this very ballot. */
  readonly replayed: boolean;
  /** Whether the ballot is signed with the right to vote of another seat, or this seat has voted with another one. */
  readonly ofAnotherSeat: boolean;
}

export const pollIsSealed = rule<{ readonly sealed: boolean; readonly state: ElectionState }>(
  'SECRECY',
  ({ sealed, state }) =>
    state !== 'VOTING' ||
    sealed || {
      fr: 'Ce tour se tient par votes nominatifs : il ne reçoit pas de bulletin scellé.',
      en: 'This round is by recorded votes: it takes no sealed ballot.',
    },
);

export const voterIsIdentifiedAnew = rule<SealedBallotFacts>(
  'REGISTER',
  ({ freshlySignedIn, voter }) =>
    freshlySignedIn ||
    voter !== 'HOLDS_A_VOTE' || {
      fr: `Pour voter, connectez-vous à nouveau : l’identité d’un électeur se vérifie dans les ${FRESH_SIGN_IN_MINUTES} minutes qui précèdent son vote.`,
      en: `To vote, sign in again: an elector’s identity is checked within the ${FRESH_SIGN_IN_MINUTES} minutes before her vote.`,
    },
);

export const addressIsTheOneOfTheRegister = rule<SealedBallotFacts>(
  'REGISTER',
  ({ addressChanged, voter }) =>
    !addressChanged ||
    voter !== 'HOLDS_A_VOTE' || {
      fr: 'Votre adresse a changé depuis que la liste électorale est arrêtée : la nouvelle ne sert pas à ce scrutin.',
      en: 'Your address has changed since the register was fixed: the new one does not serve in this election.',
    },
);

export const ballotIsNew = rule<SealedBallotFacts>('ONE-BALLOT', ({ replayed, ofAnotherSeat }) => {
  if (replayed) {
    return {
      fr: 'L’urne contient ou a contenu ce bulletin même : un ancien bulletin ne revient pas.',
      en: 'The box holds or held this very ballot: an old ballot does not come back.',
    };
  }
  return (
    !ofAnotherSeat || {
      fr: 'Ce bulletin est signé du code d’un autre siège, ou le vôtre a déjà servi sous un autre nom : un siège a un code et un bulletin compté.',
      en: 'This ballot is signed with the credential of another seat, or yours has served under another name: a seat has one credential and one counted ballot.',
    }
  );
});

export const castBallot = law<SealedBallotFacts>('castBallot', [
  whileIn(ELECTION, ['VOTING'], ({ state }) => state),
  pollIsSealed,
  collegesVoteForTheirSeats,
  voterIsOnTheRegister,
  voterIsIdentifiedAnew,
  addressIsTheOneOfTheRegister,
  seatVotesOnce,
  ballotIsNew,
  pollIsOpen,
]);

export interface DecryptionFacts {
  readonly state: ElectionState;
  readonly sealed: boolean;
  readonly actorIsTrustee: boolean;
  /** Whether hers is given for this round. */
  readonly given: boolean;
}

export const boxIsOpenedOnceByEach = rule<DecryptionFacts>(
  'CNIL-1-09',
  ({ given }) =>
    !given || {
      fr: 'Votre part de l’ouverture est déjà déposée : on n’ouvre qu’une fois.',
      en: 'Your part of the opening is given already: one opens once.',
    },
);

export const roundHasABox = rule<DecryptionFacts>(
  'SECRECY',
  ({ sealed }) =>
    sealed || {
      fr: 'Ce tour se tient par votes nominatifs : il n’y a pas d’urne à ouvrir.',
      en: 'This round is by recorded votes: there is no box to open.',
    },
);

export const giveDecryption = law<DecryptionFacts>('giveDecryption', [
  whileIn(ELECTION, ['CLOSED'], ({ state }) => state),
  roundHasABox,
  partsAreTheTrustees,
  boxIsOpenedOnceByEach,
]);
