import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/apps/api/src/main.js', import.meta.url));

/** Everything that a real forum must be told, with nothing behind it. */
export const realForum = (databaseUrl: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  HOST: '127.0.0.1',
  PORT: '0',
  PUBLIC_URL: 'https://forum.example.org',
  SECRET_KEY: 'a key for tests only, of some length',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'Forum <forum@example.org>',
  REQUESTS_PER_MINUTE: '1000000',
});

/** The built server in a process of its own, as an operator starts it. */
export class ServerProcess {
  readonly output = { log: '', errors: '' };
  private readonly exited: Promise<unknown[]>;

  constructor(environment: Record<string, string>) {
    this.child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exited = once(this.child, 'exit');
    this.child.stdout?.on('data', (part: Buffer) => (this.output.log += part.toString()));
    this.child.stderr?.on('data', (part: Buffer) => (this.output.errors += part.toString()));
  }

  private readonly child: ChildProcess;

  /** Where it listens, once it does. @throws what it said instead. */
  async url(): Promise<string> {
    for (;;) {
      const found = /"msg":"listening","url":"([^"]+)"/.exec(this.output.log)?.[1];
      if (found !== undefined) return found;
      if (!this.lives) throw new Error(this.output.errors);
      await Promise.race([once(this.child.stdout as NodeJS.ReadableStream, 'data'), this.exited]);
    }
  }

  get lives(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  send(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** How it ended, once it has: its exit code, or the signal that killed it. */
  async end(): Promise<number | string> {
    const [code, signal] = (await this.exited) as [number | null, string | null];
    return code ?? signal ?? 'unknown';
  }
}
