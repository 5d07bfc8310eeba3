import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';

const PAGE = graphql(`
  query Everybody($after: String) {
    members(first: 100, after: $after) {
      nodes {
        id
        person {
          name
        }
        organisation {
          id
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
export type Somebody = ResultOf<typeof PAGE>['members']['nodes'][number];

/** Every member in force, page after page, for whoever has to name one. Null: not all are there yet. */
export function useEverybody(): readonly Somebody[] | null {
  const client = useClient();
  const [everybody, setEverybody] = useState<readonly Somebody[] | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    async function read(): Promise<void> {
      const found: Somebody[] = [];
      let after: string | null = null;
      do {
        const { data }: { data?: ResultOf<typeof PAGE> } = await client.query(PAGE, { after }).toPromise();
        found.push(...(data?.members.nodes ?? []));
        after = data?.members.pageInfo.hasNextPage === true ? data.members.pageInfo.endCursor : null;
      } while (!asked.signal.aborted && after !== null);
      if (!asked.signal.aborted) setEverybody(found);
    }
    void read();
    return () => asked.abort();
  }, [client]);
  return everybody;
}
