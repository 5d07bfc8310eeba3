import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql, type ResultOf } from './graphql.js';

export const REFUSAL = graphql(`
  fragment Refusal on RuleRefusal {
    violations {
      reason
      rule {
        id
        statement
        source {
          document
          passage
        }
      }
    }
  }
`);
export type Refusal = ResultOf<typeof REFUSAL>;

/** What a mutation answers, under the alias `result`. */
interface Answered {
  readonly result: { readonly __typename?: string | undefined };
}
/** What a mutation gave when the charter did not refuse. */
export type Given<Data extends Answered> = Exclude<Data['result'], { __typename: 'RuleRefusal' }>;

/** Why an act was not done. */
export type Hindrance =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly error: CombinedError };

/** Does one thing through the API, and knows why it could not be done. */
export function useAct<Data extends Answered, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  const [{ fetching: underWay }, execute] = useMutation(document);
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);

  /** Gives what the mutation gave; null when it was refused or failed. */
  async function act(variables: Variables): Promise<Given<Data> | null> {
    setHindrance(null);
    const { data, error } = await execute(variables);
    if (error !== undefined) {
      setHindrance({ kind: 'failed', error });
      return null;
    }
    const result = data?.result;
    if (result?.__typename === 'RuleRefusal') {
      setHindrance({ kind: 'refused', refusal: result as unknown as Refusal });
      return null;
    }
    return result as Given<Data>;
  }

  return { act, underWay, hindrance };
}
