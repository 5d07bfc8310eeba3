import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gone, postgresProcessesIn } from '../../libs/embedded-postgres/src/processes.js';

/** The command line as built. */
const HEMICYCLE = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));

const running = new Set<Hemicycle>();
const folders: string[] = [];

/** The `hemicycle` command in a process of its own. */
export class Hemicycle {
  private stdout = '';
  private stderr = '';
  private readonly exit: Promise<number | null>;

  private constructor(readonly child: ChildProcess) {
    running.add(this);
    child.stdout?.on('data', (part: Buffer) => (this.stdout += part.toString()));
    child.stderr?.on('data', (part: Buffer) => (this.stderr += part.toString()));
    // `close`, not `exit`: its last words have been read by then.
    this.exit = once(child, 'close').then(([code]) => {
      running.delete(this);
      return code as number | null;
    });
  }

  /** @param environment nothing of this process's own is passed on but PATH. */
  static run(args: readonly string[], environment: Readonly<Record<string, string>>): Hemicycle {
    const env = { PATH: process.env['PATH'] ?? '', LANG: 'C', ...environment };
    return new Hemicycle(
      spawn(process.execPath, [HEMICYCLE, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  }

  /** Runs to the end. */
  static async ran(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
    return Hemicycle.run(args, environment).ended();
  }

  /** Everything that it has written so far, on both. */
  get written(): string {
    return this.stdout + this.stderr;
  }

  async ended(): Promise<Ended> {
    return { code: await this.exit, stdout: this.stdout, stderr: this.stderr };
  }

  /** Waits until it has written this. @throws when it ends without. */
  async says(words: RegExp): Promise<RegExpExecArray> {
    let over = false;
    void this.exit.then(() => (over = true));
    for (;;) {
      const found = words.exec(this.written);
      if (found !== null) return found;
      if (over) throw new Error(`It ended without saying ${words}:\n${this.written}`);
      await sleep(10);
    }
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder for an embedded PostgreSQL, reachable by the user that root lends it. Removed by {@link endEverything}. */
export function aDataFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hemicycle-cli-')));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** The PostgreSQL processes, postmaster and children, that live in a data folder. */
export function postgresOf(folder: string): number[] {
  try {
    return postgresProcessesIn(join(folder, 'data'));
  } catch {
    return [];
  }
}

/** Kills every PostgreSQL process of a folder, as a power cut would. */
export async function killPostgresOf(folder: string): Promise<void> {
  for (const pid of postgresOf(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone meanwhile.
    }
  }
  await gone(() => postgresOf(folder).length > 0, 10_000);
}

/** Ends whatever a test has left, however it went. */
export async function endEverything(): Promise<void> {
  for (const hemicycle of running) {
    hemicycle.signal('SIGKILL');
    await hemicycle.ended();
  }
  for (const folder of folders.splice(0)) {
    await killPostgresOf(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function aFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
