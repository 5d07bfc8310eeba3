import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What tells a process from a later one that was given the same number; null when it is dead.
 * A zombie is dead: it only waits for its parent to read its exit code, perhaps for ever.
 */
export function birthOf(pid: number): string | null {
  if (!answersSignals(pid)) return null;
  if (process.platform === 'linux') return linuxBirth(pid);
  if (process.platform === 'win32') return 'unknown';
  return psOf(pid, 'lstart')?.replace(/\W+/g, '-') ?? null;
}

/** Even a zombie answers signals, which is why PostgreSQL mistakes one for a living postmaster. */
export function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (refusal) {
    return (refusal as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The numbers of the living PostgreSQL processes, postmaster or orphan, that work in this data folder. */
export function postgresProcessesIn(data: string): number[] {
  if (process.platform !== 'linux') return postmasterByName(data);
  const here = statSync(data);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false;
        // Compared by inode: the same folder may have several paths. A zombie has no working folder any more.
        const there = statSync(`/proc/${pid}/cwd`);
        return there.ino === here.ino && there.dev === here.dev;
      } catch {
        return false;
      }
    });
}

/** Waits until none of these processes is alive; false when `patience` milliseconds were not enough. */
export async function gone(isAlive: () => boolean, patience: number): Promise<boolean> {
  for (const end = Date.now() + patience; isAlive(); await sleep(10)) if (Date.now() > end) return false;
  return true;
}

function linuxBirth(pid: number): string | null {
  try {
    // The name, in parentheses, may itself hold spaces and parentheses; what follows it is state, parent…, start time.
    const [state, ...facts] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    if (state === 'Z' || state === 'X') return null;
    // Start times count from boot: after a reboot the same pair of numbers may well come back.
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `${boot}-${facts[18]}`;
  } catch {
    return answersSignals(pid) ? 'unknown' : null;
  }
}

/** Without /proc orphans cannot be listed; PostgreSQL itself then refuses to start beside them. */
function postmasterByName(data: string): number[] {
  const pid = postmasterFile(data).pid;
  if (!pid || !answersSignals(pid)) return [];
  if (process.platform === 'win32') return [pid];
  return psOf(pid, 'comm')?.endsWith('postgres') ? [pid] : [];
}

function psOf(pid: number, column: 'lstart' | 'comm'): string | null {
  try {
    const options = { encoding: 'utf8', env: { PATH: process.env['PATH'], LC_ALL: 'C' } } as const;
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], options).trim() || null;
  } catch {
    return null;
  }
}

/** What the postmaster says of itself in postmaster.pid; NaN for what is not there (yet). */
export function postmasterFile(data: string): { pid: number; port: number } {
  try {
    const lines = readFileSync(`${data}/postmaster.pid`, 'utf8').split('\n');
    return { pid: parseInt(lines[0] ?? ''), port: parseInt(lines[3] ?? '') };
  } catch {
    return { pid: NaN, port: NaN };
  }
}
