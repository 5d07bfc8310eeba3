import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';

export const TURN_KEY = graphql(
  `
    mutation TurnKey($input: TurnKeyInput!) {
      result: turnKey(input: $input) {
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

export const AGREE_TO_MOVE = graphql(
  `
    mutation AgreeToMove($input: AgreeToMoveInput!) {
      result: agreeToMove(input: $input) {
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

export const OPEN_SESSION = graphql(
  `
    mutation OpenSession($input: OpenSessionInput!) {
      result: openSession(input: $input) {
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

export const CLOSE_SESSION = graphql(
  `
    mutation CloseSession($input: CloseSessionInput!) {
      result: closeSession(input: $input) {
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
