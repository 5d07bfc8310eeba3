import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { More } from './more.js';

/** A page of a list of the API. */
interface PageOf<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface ListOf<Data, Variables extends AnyVariables, Node> {
  /** Asks for one page, after the cursor `$after`. */
  readonly document: TypedDocumentNode<Data, Variables & { after?: string | null | undefined }>;
  readonly variables: Variables;
  /** The page in the answer. */
  readonly of: (data: Data) => PageOf<Node>;
}

/** A list of the API, however long it is: its first page, then, as the reader asks, what follows in its place. */
export function Pages<Data, Variables extends AnyVariables, Node>({
  document,
  variables,
  of,
  after = null,
  label,
  none = null,
  children,
}: ListOf<Data, Variables, Node> & {
  /** Null: the first page. */
  readonly after?: string | null;
  /** What follows, in words; by default that more does. */
  readonly label?: string;
  /** What is said of a list that holds nothing. */
  readonly none?: ReactNode;
  /** What one page of it holds. */
  readonly children: (nodes: readonly Node[]) => ReactNode;
}) {
  const [answer, again] = useQuery({ query: document, variables: { ...variables, after } });
  const rest = { document, variables, of, children, ...(label !== undefined && { label }) };
  return (
    <Loaded answer={answer} again={again}>
      {(data) => {
        const { nodes, pageInfo } = of(data);
        return (
          <>
            {nodes.length === 0 ? none : children(nodes)}
            <More page={pageInfo} {...(label !== undefined && { label })}>
              {(from) => <Pages {...rest} after={from} />}
            </More>
          </>
        );
      }}
    </Loaded>
  );
}

interface Every<Node> {
  /** In the order of the list; absent: not all of them are there yet. */
  readonly data?: readonly Node[];
  readonly error?: CombinedError;
}

/**
 * All of a list of the API, page after page, for whoever has to choose in it: the answer, as a question to the API gives it, and how to
 * ask again.
 */
export function useEvery<Data, Variables extends AnyVariables, Node>({
  document,
  variables,
  of,
}: ListOf<Data, Variables, Node>): readonly [answer: Every<Node>, again: () => void] {
  const client = useClient();
  const [answer, setAnswer] = useState<Every<Node>>({});
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let left = false;
    async function read(): Promise<void> {
      const found: Node[] = [];
      let after: string | null = null;
      do {
        const given: { data?: Data | undefined; error?: CombinedError | undefined } = await client
          .query(document, { ...variables, after })
          .toPromise();
        if (left) return;
        if (given.error !== undefined) setAnswer({ error: given.error });
        if (given.data === undefined || given.error !== undefined) return;
        const { nodes, pageInfo } = of(given.data);
        found.push(...nodes);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      setAnswer({ data: found });
    }
    void read();
    return () => {
      left = true;
    };
    // What it asks is told by its words.
  }, [client, document, JSON.stringify(variables), asked]);
  return [answer, () => setAsked((times) => times + 1)];
}
