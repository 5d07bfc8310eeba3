import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { parse } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { canReach, type User } from './unprivileged-user.js';

/** PostgreSQL cuts paths at 1,024 bytes, and appends file names to the folder. */
const LONGEST_PATH = 900;

/**
 * Starts a PostgreSQL program, as the user lent by root, on a folder it is to work in; `args` receives the path under
 * which the program knows that folder.
 *
 * Usually that is its own path. When the lent user cannot walk down to it (a checkout under /root), or when it is too
 * long, we open the folder ourselves and the program enters through the descriptor it inherits, for which Linux asks
 * only the rights of the folder itself.
 */
export async function runProgram(
  program: string,
  folder: string,
  args: (folder: string) => string[],
  options: { user: User | undefined; log: number },
): Promise<ChildProcess> {
  const { user, log } = options;
  const direct = Buffer.byteLength(folder) < LONGEST_PATH && (!user || canReach(folder, user));
  if (!direct && process.platform !== 'linux') {
    throw new EmbeddedPostgresError({
      fr: `PostgreSQL ne peut fonctionner en tant que root, et son utilisateur n’atteint pas ${folder} : démarrez en utilisateur ordinaire, ou choisissez un chemin plus court que d’autres atteignent.`,
      en: `PostgreSQL may not run as root and its user cannot reach ${folder}: start as an ordinary user, or choose a shorter path that others can reach.`,
    });
  }
  const descriptor = direct ? null : openSync(folder, 'r');
  try {
    const child = spawn(program, args(direct ? folder : '/proc/self/fd/3'), {
      ...user,
      // A working folder that the lent user may not return to makes PostgreSQL 15 fail.
      cwd: parse(program).root,
      env: environment(),
      // In a session of its own, Ctrl-C on the terminal leaves the server alive until the application has drained.
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log, log, ...(descriptor === null ? [] : [descriptor])],
    });
    await once(child, 'spawn');
    return child;
  } catch (failure) {
    // The file is there; what is missing is the loader it asks for.
    if ((failure as NodeJS.ErrnoException).code !== 'ENOENT') throw failure;
    throw new EmbeddedPostgresError(
      {
        fr: `Le PostgreSQL fourni ne peut fonctionner sur ce système (il lui faut glibc, qui manque à Alpine) : donnez dans DATABASE_URL un serveur PostgreSQL à vous.`,
        en: `The packaged PostgreSQL cannot run on this system (it needs glibc, which Alpine lacks): set DATABASE_URL to a PostgreSQL server of your own.`,
      },
      { cause: failure },
    );
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/**
 * Almost nothing of ours: PG… variables would change the server, a bogus LC_… would stop it, and the secrets of the
 * application have no business in a process that outlives it. Messages stay in English, since we read them.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].filter((name) => process.env[name] !== undefined);
  return { ...Object.fromEntries(kept.map((name) => [name, process.env[name]])), LC_ALL: 'C' };
}
