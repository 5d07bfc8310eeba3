import { mkdir, readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Text } from '@hemicycle/kernel';
import { findBinaries } from './binaries.js';
import { holdsData, makeData, OWNER, sweepUnfinished } from './data-folder.js';
import { inPlainWords } from './embedded-postgres.error.js';
import { lockFolder } from './folder-lock.js';
import { clusterPassword } from './password.js';
import { type Cluster, createDatabaseWhenMissing, launch, reattach, stop } from './server.js';
import { postgresProcessesIn, postmasterFile } from './processes.js';
import { unprivilegedUser } from './unprivileged-user.js';

export { EmbeddedPostgresError } from './embedded-postgres.error.js';

export interface EmbeddedPostgresOptions {
  /** Folder that holds everything: data, password, log, lock. Created when absent. */
  folder: string;
  /** Name of the database made when missing. */
  database: string;
  /** Major version of the binaries; 18 by default, 15 is the oldest supported. */
  version?: 18 | 15;
  /** `false` is for the databases of tests: faster, and a power cut may destroy them. Never for people's data. */
  durable?: boolean;
  /** Told each step that takes a while, in words for the operator. */
  onProgress?: (step: Text) => void;
}

export interface EmbeddedPostgres {
  /** Connection URL of the cluster's owner for the database. Contains the password: never log it. */
  readonly url: string;
  readonly postmasterPid: number;
  /** true when a server left alive by a killed process was taken over */
  readonly reattached: boolean;
  /** Fast, clean shutdown; releases the lock. Idempotent. */
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server of our own in a folder: `npm start` needs nothing else. It outlives a process that dies without
 * stopping it, and the next start takes it over. Fails with an EmbeddedPostgresError and nothing else.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(options);
  } catch (failure) {
    throw inPlainWords(failure, options.folder);
  }
}

/**
 * The connection URL of a server that runs on this folder already, whoever started it; null when none does. It neither
 * takes the folder's lock nor starts, waits for or stops anything: for a command beside a running application.
 */
export async function urlOfRunningPostgres(folder: string, database: string): Promise<string | null> {
  const data = join(resolve(folder), 'data');
  const { pid, port } = postmasterFile(data);
  if (Number.isNaN(port) || !postgresProcessesIn(data).includes(pid)) return null;
  try {
    const password = (await readFile(join(resolve(folder), 'password'), 'utf8')).trim();
    return urlOf(password, port, database);
  } catch (failure) {
    throw inPlainWords(failure, folder);
  }
}

const urlOf = (password: string, port: number, database: string): string =>
  `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

const TAKING_OVER: Text = {
  fr: 'Reprise du serveur PostgreSQL qui fonctionne encore',
  en: 'Taking over the PostgreSQL server that is still running',
};
const STARTING: Text = { fr: 'Démarrage de PostgreSQL', en: 'Starting PostgreSQL' };

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { database, version = 18, durable = true, onProgress = () => undefined } = options;
  await mkdir(resolve(options.folder), { recursive: true });
  const folder = await realpath(options.folder);
  const lock = await lockFolder(folder);
  try {
    const data = join(folder, 'data');
    const hasData = await holdsData(data, version);
    const user = unprivilegedUser(data);
    const binaries = await findBinaries(version, user);
    const password = await clusterPassword(folder, hasData);
    const cluster: Cluster = { folder, data, binaries, user, password, durable };
    await sweepUnfinished(folder);
    if (!hasData) {
      onProgress({
        fr: `Création du dossier de données de PostgreSQL ${version}`,
        en: `Creating the PostgreSQL ${version} data folder`,
      });
      await makeData(folder, cluster);
    }
    const found = await reattach(cluster);
    onProgress(found ? TAKING_OVER : STARTING);
    const server = found ?? (await launch(cluster));
    try {
      await createDatabaseWhenMissing(cluster, server.port, database);
    } catch (failure) {
      await stop(cluster, server);
      throw failure;
    }
    let stopped: Promise<void> | undefined;
    return {
      url: urlOf(password, server.port, database),
      postmasterPid: server.pid,
      reattached: found !== null,
      stop: () =>
        (stopped ??= stop(cluster, server)
          .finally(() => lock.release())
          .catch((failure: unknown) => {
            throw inPlainWords(failure, folder);
          })),
    };
  } catch (failure) {
    await lock.release();
    throw failure;
  }
}
