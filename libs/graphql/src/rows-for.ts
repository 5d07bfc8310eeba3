import DataLoader from 'dataloader';
import { type ApiContext, loaderOf } from './context.js';

/**
 * The rows of one thing, those of a whole list of things being read by one statement. Never kept: several mutations of one
 * request each show things as they then are.
 *
 * @param loader the request's own for this kind of rows: see {@link loaderOf}
 * @param column which tells of which thing a row is
 * @param read given each id once; its order is that of the answer
 */
export function rowsFor<Column extends string, Row extends Readonly<Record<Column, string | null>>>(
  context: ApiContext,
  loader: object,
  id: string,
  column: Column,
  read: (ids: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  return loaderOf(
    context,
    loader,
    () =>
      new DataLoader(
        async (ids: readonly string[]) => {
          const rows = new Map<string | null, Row[]>(ids.map((one) => [one, []]));
          for (const row of await read([...new Set(ids)])) rows.get(row[column])?.push(row);
          return ids.map((one) => rows.get(one) ?? []);
        },
        { cache: false },
      ),
  ).load(id);
}
