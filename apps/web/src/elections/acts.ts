import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';

export const STAND = graphql(
  `
    mutation StandAsCandidate($input: StandAsCandidateInput!) {
      result: standAsCandidate(input: $input) {
        __typename
        ... on Candidacy {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

export const WITHDRAW = graphql(
  `
    mutation WithdrawCandidacy($input: WithdrawCandidacyInput!) {
      result: withdrawCandidacy(input: $input) {
        __typename
        ... on Candidacy {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

export const ASK_FOR_SECRECY = graphql(
  `
    mutation AskForSecrecy($input: AskForSecrecyInput!) {
      result: askForSecrecy(input: $input) {
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

export const ORDER_POLL = graphql(
  `
    mutation OrderPoll($input: OrderPollInput!) {
      result: orderPoll(input: $input) {
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

export const OPEN_VOTING = graphql(
  `
    mutation OpenVoting($input: OpenVotingInput!) {
      result: openVoting(input: $input) {
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

export const CAST_BALLOT = graphql(
  `
    mutation CastRecordedBallot($input: CastRecordedBallotInput!) {
      result: castRecordedBallot(input: $input) {
        __typename
        ... on RecordedBallotReceipt {
          number
          round
          castAt
          candidacyIds
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
