import type { Json } from './forum.js';

/** So many acts at the same instant. */
export const times = <Result>(count: number, act: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

/** The results of this type. */
export const named = (results: readonly Json[], typename: string): Json[] =>
  results.filter(({ __typename }) => __typename === typename);

/** What each result is: the type of what was made, or the rules of the refusal, or an error's code. */
export const outcomes = (results: readonly Json[]): string[] =>
  results.map(({ __typename, violations, code }) =>
    __typename === 'RuleRefusal'
      ? violations.map(({ rule }: Json) => rule.id).join(' ')
      : (code ?? __typename),
  );
