import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
  urlOfRunningPostgres,
} from '@hemicycle/embedded-postgres';
import pg from 'pg';
import type { Storage } from '../../api/src/config.js';
import { OperatorError } from './operator-error.js';
import { tell } from './say.js';

/** `dist/apps/cli/src` is four folders deep. */
const APPLICATION = fileURLToPath(new URL('../../../../', import.meta.url));

/** The database of the embedded server that is always there, from which others are made. */
const MAINTENANCE = 'postgres';
/** The forum's database on the embedded server: it exists once its demonstration is complete. */
export const FORUM = 'forum';

/** Where the embedded PostgreSQL lives: in the application's folder, unless the operator says otherwise. */
export const dataFolderOf = ({ dataFolder }: Pick<Storage, 'dataFolder'>): string =>
  dataFolder === null ? join(APPLICATION, '.hemicycle') : resolve(dataFolder);

/** Starts the embedded PostgreSQL, on its maintenance database. */
export const startEmbedded = (folder: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({
    folder,
    database: MAINTENANCE,
    onProgress: tell,
  });

/** The address of another database of the same server. */
export function databaseBeside(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Sends statements one after the other, each in a transaction of its own, and gives the rows of the last. */
export async function runSql(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that dies says so to the statement under way; an idle connection has nobody to tell.
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** Whether the embedded server holds a forum. */
export async function forumExists(maintenanceUrl: string): Promise<boolean> {
  const found = await runSql(maintenanceUrl, `SELECT FROM pg_database WHERE datname = '${FORUM}'`);
  return found.length > 0;
}

/** The addresses of one database: as the application uses it, and as the owner of its tables. */
export interface Addresses {
  readonly url: string;
  readonly ownerUrl: string;
}

/** The addresses of a database of one's own. */
export const ownAddresses = (databaseUrl: string, { migrationDatabaseUrl }: Storage): Addresses => ({
  url: databaseUrl,
  ownerUrl: migrationDatabaseUrl ?? databaseUrl,
});

/**
 * Does `work` on the forum's database: that of DATABASE_URL, else the embedded one, beside the application that runs
 * on it or on a server started for the time it takes.
 *
 * @throws OperatorError when there is no forum yet.
 */
export async function onForum<Result>(
  storage: Storage,
  work: (addresses: Addresses) => Promise<Result>,
): Promise<Result> {
  if (storage.databaseUrl !== null) return work(ownAddresses(storage.databaseUrl, storage));
  const folder = dataFolderOf(storage);
  const noForum = new OperatorError({
    fr: `Il n’y a pas encore de forum dans ${folder} : \`hemicycle start\` y fait la démonstration. Pour un vrai, donnez DATABASE_URL.`,
    en: `There is no forum in ${folder} yet: \`hemicycle start\` makes the demonstration there. For a real one, set DATABASE_URL.`,
  });
  if (!existsSync(join(folder, 'data'))) throw noForum;
  const running = await urlOfRunningPostgres(folder, MAINTENANCE);
  const postgres = running === null ? await startEmbedded(folder) : null;
  try {
    const maintenanceUrl = running ?? (postgres as EmbeddedPostgres).url;
    if (!(await forumExists(maintenanceUrl))) throw noForum;
    const url = databaseBeside(maintenanceUrl, FORUM);
    return await work({ url, ownerUrl: url });
  } finally {
    await postgres?.stop();
  }
}
