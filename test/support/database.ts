import { randomBytes } from 'node:crypto';
import pg from 'pg';

const templateUrl = (): URL => {
  const url = process.env['HEMICYCLE_TEST_TEMPLATE'];
  if (url === undefined) throw new Error('The global set-up did not run.');
  return new URL(url);
};

export interface TestDatabase {
  /** As the owner of the tables: for looking behind the API, or breaking what the API cannot. */
  readonly url: string;
  query<Row extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of its own, cloned from the migrated template in some milliseconds. */
export async function aDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const maintenance = templateUrl();
  const template = maintenance.pathname.slice(1);
  maintenance.pathname = '/postgres';
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: maintenance.href });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = templateUrl();
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 3 });
  // `end` does not wait for the last goodbye: a connection may still be there to be told that its database is dropped.
  pool.on('error', () => undefined);
  return {
    url: url.href,
    query: async <Row extends object>(sql: string, values?: unknown[]) =>
      (await pool.query<Row>(sql, values)).rows,
    drop: async () => {
      await pool.end();
      await run(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
