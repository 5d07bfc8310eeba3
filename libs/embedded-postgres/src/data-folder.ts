import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { runProgram } from './run-program.js';
import { explain, openLog } from './server-log.js';
import type { User } from './unprivileged-user.js';

export const OWNER = 'hemicycle';

const UNFINISHED = 'unfinished-';

/** Whether the folder holds data that this version can open. Whatever else is found there is left as it is. */
export async function holdsData(data: string, version: number): Promise<boolean> {
  // Only ever succeeds on an empty folder, which is as good as none.
  await rmdir(data).catch(() => undefined);
  const found = await readdir(data).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return null;
    throw failure;
  });
  if (!found) return false;
  if (!found.includes('PG_VERSION')) {
    throw new EmbeddedPostgresError({
      fr: `${data} contient des fichiers, mais pas de données de PostgreSQL (pas de PG_VERSION) : remettez-le depuis votre sauvegarde, ou déplacez-le pour repartir de rien.`,
      en: `${data} holds files, but no PostgreSQL data (no PG_VERSION): put it back from your backup, or move it away to start anew.`,
    });
  }
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (made === String(version)) return true;
  throw new EmbeddedPostgresError(
    /^\d+$/.test(made)
      ? {
          fr: `Les données de ${data} sont de PostgreSQL ${made}, et celui-ci est PostgreSQL ${version} : exportez-les avec la version de l’application qui les a faites, puis importez l’export ici dans un nouveau dossier. Rien n’a été changé.`,
          en: `The data in ${data} were made by PostgreSQL ${made} and this is PostgreSQL ${version}: export them with the version of the application that made them, then import the export here into a new folder. Nothing was changed.`,
        }
      : {
          fr: `Les données de ${data} sont endommagées (PG_VERSION est illisible) : remettez le dossier depuis votre sauvegarde. Rien n’a été effacé.`,
          en: `The data in ${data} are damaged (PG_VERSION cannot be read): put the folder back from your backup. Nothing was deleted.`,
        },
  );
}

/**
 * Makes the data folder beside its place and moves it there when it is complete, so that `data` is never half made.
 *
 * Text is compared by ICU, in the order of no particular language: people's names sort as people expect, in every
 * language and on every platform, where C would put Émile after Zoé. The libraries come with the binaries, so the order
 * does not change under the indexes. LC_CTYPE wants UTF-8 as well, or pg_trgm takes accented letters for blanks; only
 * where the system has no such locale is C used.
 */
export async function makeData(
  folder: string,
  options: { binaries: Binaries; user: User | undefined; password: string; durable: boolean },
): Promise<void> {
  const { binaries, user, password, durable } = options;
  const unfinished = join(folder, `${UNFINISHED}${randomUUID()}`);
  await mkdir(unfinished, { mode: 0o700 });
  try {
    await writeFile(join(unfinished, 'password'), password, { mode: 0o600 });
    for (const place of [join(unfinished, 'password'), unfinished])
      if (user) await chown(place, user.uid, user.gid);
    const initdb = (locale: string) => (home: string) => [
      `--pgdata=${home}/data`,
      `--pwfile=${home}/password`,
      `--username=${OWNER}`,
      '--auth-local=scram-sha-256',
      '--auth-host=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=und',
      `--locale=${locale}`,
      '--lc-messages=C',
      '--text-search-config=simple',
      '--data-checksums',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ];
    for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
      const log = openLog(folder);
      try {
        const child = await runProgram(binaries.initdb, unfinished, initdb(locale), {
          user,
          log: log.descriptor,
        });
        const [code] =
          child.exitCode === null ? ((await once(child, 'exit')) as [number | null]) : [child.exitCode];
        if (code === 0) break;
        if (!log.added().includes('invalid locale name')) throw explain(log.added(), folder);
      } finally {
        log.close();
      }
    }
    await rename(join(unfinished, 'data'), join(folder, 'data'));
    if (durable) await flush(folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/**
 * What a start that was killed half-way has left. No server ever ran on it. An initdb that outlived the killed process
 * may still be writing there; then a later start sweeps it.
 */
export async function sweepUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The new name itself must survive a power cut. Windows cannot open folders, and does not need this. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
