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

  /** As npm runs a script: behind a shell, to which npm’s signals go. */
  static runBehindShell(args: readonly string[], environment: Readonly<Record<string, string>>): Hemicycle {
    const env = { PATH: process.env['PATH'] ?? '', LANG: 'C', npm_lifecycle_event: 'start', ...environment };
    const words = ['-c', '"$@"; exit $?', 'sh', process.execPath, HEMICYCLE, ...args];
    return new Hemicycle(spawn('sh', words, { env, stdio: ['ignore', 'pipe', 'pipe'] }));
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

/** An answer of the API as JSON: tests read into it freely, a wrong path fails the test. */
// oxlint-disable-next-line no-explicit-any
type Json = any;

/** Asks a server in another process; every answer comes over HTTP. @throws when it answers with an error, or not at all. */
export async function ask(
  url: string,
  query: string,
  { token, variables = {} }: { token?: string; variables?: Record<string, unknown> } = {},
): Promise<Json> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors }: Json = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Follows a sign-in link as a program does; gives the bearer token of the session. */
export async function tokenBehind(link: string): Promise<string> {
  const { origin, searchParams } = new URL(link);
  const { signIn } = await ask(
    origin,
    `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`,
    {
      variables: { input: { token: searchParams.get('token') } },
    },
  );
  return signIn.token;
}

/** The link that a start printed for a role. */
export function linkOf(written: string, role: string): string {
  const link = new RegExp(`^ *${role}: .*\\n +(http\\S+)$`, 'm').exec(written)?.[1];
  if (link === undefined) throw new Error(`No link for ${role} in:\n${written}`);
  return link;
}
