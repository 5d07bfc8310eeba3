import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.js';
import { OWNER } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { answersSignals, birthOf, gone, postgresProcessesIn, postmasterFile } from './processes.js';
import { runProgram } from './run-program.js';
import { explain, openLog } from './server-log.js';
import { serverSettings } from './settings.js';
import type { User } from './unprivileged-user.js';

export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly binaries: Binaries;
  readonly user: User | undefined;
  readonly password: string;
  readonly durable: boolean;
}

export interface Server {
  readonly pid: number;
  readonly port: number;
  isAlive(): boolean;
}

const PATIENCE = 60_000;

/** Takes over the server that a killed process left alive; null when there is none worth keeping. */
export async function reattach(cluster: Cluster): Promise<Server | null> {
  const pid = postmasterFile(cluster.data).pid;
  if (!postgresProcessesIn(cluster.data).includes(pid)) return null;
  const birth = birthOf(pid);
  const isAlive = () => birth !== null && birthOf(pid) === birth;
  // A postmaster that is still starting has not written its port yet.
  const port = () => postmasterFile(cluster.data).port;
  const client = await firstAnswer(cluster, port, isAlive);
  if (!client) return null;
  const server = { pid, port: port(), isAlive };
  const { rows } = await client
    .query<{ of: string }>(`select current_setting('hemicycle.launch', true) as of`)
    .finally(() => client.end());
  if (rows[0]?.of === launchOf(cluster)) return server;
  // It runs other programs or settings than ours, as after an upgrade of the application.
  await stop(cluster, server);
  return null;
}

export async function launch(cluster: Cluster): Promise<Server> {
  await clearTheDead(cluster.data);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const log = openLog(cluster.folder);
    try {
      const settings = { ...serverSettings(cluster.durable), port, 'hemicycle.launch': launchOf(cluster) };
      const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const child = await runProgram(
        cluster.binaries.postgres,
        cluster.data,
        (data) => ['-D', data, ...given],
        {
          user: cluster.user,
          log: log.descriptor,
        },
      );
      child.unref();
      const server = {
        // runProgram gives only what was spawned.
        pid: child.pid as number,
        port,
        isAlive: () => child.exitCode === null && child.signalCode === null,
      };
      const client = await firstAnswer(cluster, () => port, server.isAlive).catch(
        async (failure: unknown) => {
          await stop(cluster, server);
          throw failure;
        },
      );
      if (client) {
        await client.end();
        return server;
      }
      // Between our asking for a free port and PostgreSQL's taking it, another program may have been quicker.
      if (attempt < 5 && log.added().includes('could not bind')) continue;
      throw explain(log.added(), cluster.folder);
    } finally {
      log.close();
    }
  }
}

/** A fast, clean shutdown; nothing to do when the server is dead already. */
export async function stop(cluster: Cluster, server: Server): Promise<void> {
  if (!server.isAlive()) return;
  if (process.platform === 'win32') {
    // Windows has no signals: process.kill would cut the server off.
    const log = openLog(cluster.folder);
    const args = (data: string) => ['stop', '-D', data, '-m', 'fast'];
    await runProgram(cluster.binaries.pgCtl, cluster.data, args, { user: undefined, log: log.descriptor });
    log.close();
  } else signal(server.pid, 'SIGINT');
  if (await gone(() => server.isAlive(), PATIENCE)) return;
  throw new EmbeddedPostgresError({
    fr: `PostgreSQL (processus ${server.pid}), dans ${cluster.folder}, ne s’est pas arrêté en une minute : voyez postgres.log dans ce dossier.`,
    en: `PostgreSQL (process ${server.pid}) in ${cluster.folder} has not stopped within a minute: see postgres.log in that folder.`,
  });
}

export async function createDatabaseWhenMissing(cluster: Cluster, port: number, name: string): Promise<void> {
  const client = clientOf(cluster, port);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/**
 * PostgreSQL removes a stale postmaster.pid by itself, except when its number now belongs to a zombie or to another
 * program. Before we do it, nobody may be left who still writes: the children of a postmaster that was killed finish
 * their statement first. They are told to leave at once, as a postmaster tells its children when one of them crashes.
 */
async function clearTheDead(data: string): Promise<void> {
  const orphans = postgresProcessesIn(data);
  for (const orphan of orphans) signal(orphan, 'SIGQUIT');
  if (!(await gone(() => postgresProcessesIn(data).length > 0, PATIENCE))) {
    throw new EmbeddedPostgresError({
      fr: `Des processus d’un serveur précédent utilisent encore ${data} : ${postgresProcessesIn(data).join(', ')}. Arrêtez-les, puis redémarrez.`,
      en: `Processes of an earlier server still use ${data}: ${postgresProcessesIn(data).join(', ')}. Stop them, then start again.`,
    });
  }
  const { pid } = postmasterFile(data);
  if (pid && answersSignals(pid)) await rm(join(data, 'postmaster.pid'), { force: true });
}

/**
 * Waits for the first connection, for as long as the server lives and says that it is starting, recovering or stopping:
 * after a crash that takes the time it takes. Null once the server is dead.
 */
async function firstAnswer(
  cluster: Cluster,
  port: () => number,
  isAlive: () => boolean,
): Promise<pg.Client | null> {
  let lastWord = Date.now();
  while (isAlive()) {
    const client = clientOf(cluster, port() || 1);
    try {
      await client.connect();
      return client;
    } catch (failure) {
      await client.end().catch(() => undefined);
      const { code } = failure as { code?: string };
      if (code === '28P01') {
        throw new EmbeddedPostgresError({
          fr: `La base de données refuse le mot de passe de ${join(cluster.folder, 'password')} : remettez ce fichier et les données depuis une même sauvegarde.`,
          en: `The database refuses the password in ${join(cluster.folder, 'password')}: put that file and the data back from one and the same backup.`,
        });
      }
      if (code === '57P03') lastWord = Date.now();
    }
    if (Date.now() - lastWord > PATIENCE) {
      throw new EmbeddedPostgresError({
        fr: `PostgreSQL fonctionne dans ${cluster.folder}, mais ne répond pas : voyez postgres.log dans ce dossier.`,
        en: `PostgreSQL in ${cluster.folder} runs but does not answer: see postgres.log in that folder.`,
      });
    }
    await sleep(10);
  }
  return null;
}

function clientOf({ password }: Cluster, port: number): pg.Client {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: OWNER,
    password,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 10_000,
  });
  // The server may die at any moment; the pending call then says so, and an idle connection has nobody to tell.
  client.on('error', () => undefined);
  return client;
}

/** Programs and settings in one word, which the server carries so that the next start can tell whether it is the same. */
function launchOf({ binaries, durable }: Cluster): string {
  const started = JSON.stringify([binaries.origin, binaries.postgres, serverSettings(durable)]);
  return createHash('sha256').update(started).digest('hex').slice(0, 16);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The process may end between our looking and our signalling. */
function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (refusal) {
    if ((refusal as NodeJS.ErrnoException).code !== 'ESRCH') throw refusal;
  }
}
