import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { birthOf } from './processes.js';

const CLAIM = /^in-use-by-(\d+)-(.+)$/;
const ATTEMPTS = 8;

/**
 * One application at a time on a folder, and the folder is free again the moment its holder dies, however it dies.
 *
 * Each process lays down an empty file that bears its own number and birth, and only then looks for the claims of
 * others. Of two processes at least the later one sees the other, so both can never win; and the claim of a dead
 * process may be swept by anyone at any time, since its name can belong to no living one. A single lock file would have
 * to be stolen from the dead, and between "it is stale" and "it is mine" another thief may have been quicker.
 *
 * This holds on one machine. Two machines or containers on one shared disk see neither each other's processes nor,
 * for that matter, does PostgreSQL: give those a DATABASE_URL.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const claim = join(folder, `in-use-by-${process.pid}-${birthOf(process.pid)}`);
  const withdraw = () => rm(claim, { force: true });
  for (let attempt = 1; ; attempt++) {
    if (!(await layDown(claim))) throw inUse(folder, process.pid);
    const rival = await livingRival(folder, claim);
    if (!rival) return { release: withdraw };
    await withdraw();
    if (attempt === ATTEMPTS) throw inUse(folder, rival);
    // Two that came at once have both withdrawn: unequal pauses let one of them pass.
    await sleep(Math.random() * 20 * attempt);
  }
}

/** False when this very process holds the folder already. */
async function layDown(claim: string): Promise<boolean> {
  try {
    await (await open(claim, 'wx', 0o600)).close();
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw failure;
  }
}

async function livingRival(folder: string, own: string): Promise<number | null> {
  let rival: number | null = null;
  for (const name of await readdir(folder)) {
    const [, pid, birth] = CLAIM.exec(name) ?? [];
    if (!pid || join(folder, name) === own) continue;
    if (birthOf(Number(pid)) === birth) rival = Number(pid);
    else await rm(join(folder, name), { force: true });
  }
  return rival;
}

const inUse = (folder: string, pid: number) =>
  new EmbeddedPostgresError({
    fr: `La base de données de ${folder} est utilisée par le processus ${pid} : arrêtez-le d’abord, ou choisissez un autre dossier.`,
    en: `The database in ${folder} is in use by process ${pid}: stop that one first, or choose another folder.`,
  });
