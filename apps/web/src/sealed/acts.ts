import { type Given, REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';

export const CAST_SEALED = graphql(
  `
    mutation CastBallot($input: CastBallotInput!) {
      result: castBallot(input: $input) {
        __typename
        ... on BallotReceipt {
          round
          tracker
          replacedTracker
          election {
            id
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** What the forum answers whose ballot it put in the box. */
export type BallotReceipt = Given<ResultOf<typeof CAST_SEALED>>;

export const GIVE_TRUSTEE_PART = graphql(
  `
    mutation GiveTrusteePart($input: GiveTrusteePartInput!) {
      result: giveTrusteePart(input: $input) {
        __typename
        ... on KeyCeremony {
          number
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

export const GIVE_DECRYPTION = graphql(
  `
    mutation GiveDecryption($input: GiveDecryptionInput!) {
      result: giveDecryption(input: $input) {
        __typename
        ... on Election {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

export const NAME_TRUSTEES = graphql(
  `
    mutation NameTrustees($input: NameTrusteesInput!) {
      result: nameTrustees(input: $input) {
        __typename
        ... on Meeting {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** The voter’s secret credential: asked for when she seals, not before. */
export const CREDENTIAL = graphql(`
  query VotingCredential($electionId: ID!) {
    votingCredential(electionId: $electionId)
  }
`);

/** A check of the whole box, while its poll is open: asked for, never by itself. */
export const BOX_INTEGRITY = graphql(`
  query BoxIntegrity($electionId: ID!) {
    boxIntegrity(electionId: $electionId) {
      checkedAt
      ballots
      whole
      faults {
        check
        statement
      }
    }
  }
`);

export const TRACKER = graphql(`
  query Tracker($electionId: ID!, $tracker: String!) {
    tracker(electionId: $electionId, tracker: $tracker) {
      state
      round
    }
  }
`);
