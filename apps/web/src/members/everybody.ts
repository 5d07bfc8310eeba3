import type { Day } from '@hemicycle/kernel';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useEvery } from '../parts/pages.js';

export const SOMEBODY = graphql(`
  fragment Somebody on Member {
    id
    college
    person {
      id
      name
    }
    organisation {
      id
      name
    }
    alternate {
      id
      name
    }
  }
`);
export type Somebody = ResultOf<typeof SOMEBODY>;

const PAGE = graphql(
  `
    query Everybody($on: Day, $after: String) {
      members(first: 100, on: $on, after: $after) {
        nodes {
          ...Somebody
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [SOMEBODY],
);

/**
 * Every member in force on a day, by member number, for whoever has to name one: as `useEvery` gives them.
 *
 * @param on null: today
 */
export const useEverybody = (on: Day | null = null) =>
  useEvery({ document: PAGE, variables: { on }, of: ({ members }) => members });
