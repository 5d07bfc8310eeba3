import type { CombinedError } from '@urql/core';
import type { Day } from '@hemicycle/kernel';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';

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

interface Answer {
  /** By member number; absent: not all of them are there yet. */
  readonly data?: readonly Somebody[];
  readonly error?: CombinedError;
}

/**
 * Every member in force on a day, page after page, for whoever has to name one: the answer, as a question to the API gives it,
 * and how to ask again.
 *
 * @param on null: today
 */
export function useEverybody(on: Day | null = null): readonly [answer: Answer, again: () => void] {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer>({});
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let left = false;
    async function read(): Promise<void> {
      const found: Somebody[] = [];
      let after: string | null = null;
      do {
        const given: { data?: ResultOf<typeof PAGE> | undefined; error?: CombinedError | undefined } =
          await client.query(PAGE, { on, after }).toPromise();
        if (left) return;
        if (given.data === undefined) {
          if (given.error !== undefined) setAnswer({ error: given.error });
          return;
        }
        const { nodes, pageInfo } = given.data.members;
        found.push(...nodes);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      setAnswer({ data: found });
    }
    void read();
    return () => {
      left = true;
    };
  }, [client, on, asked]);
  return [answer, () => setAsked((times) => times + 1)];
}
