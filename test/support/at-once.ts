import type { TestDatabase } from './database.js';
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

/** Asks again until it is so: what is waited for is a state, not a time. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(setImmediate);
}

/** How many acts wait in a database for what another holds. */
export async function waitingForLocks(database: TestDatabase): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
}
