import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../libs/embedded-postgres/src/index.js';
import { Voice } from './forum.js';
import { aDataFolder, aFreePort, Hemicycle, killPostgresOf } from './hemicycle.js';
import { done, Plenary } from './plenary.js';
import { TrusteeDevice } from './sealed.js';
import { realForum, ServerProcess } from './server-process.js';

/**
 * Tells, on the standard error of a server, of each thread that it begins and ends. A thread that begins while there is a
 * file at THREADS_HELD waits until it is gone, as if its work were long; the thread that serves requests never does.
 */
const THREADS_TOLD =
  'data:text/javascript,' +
  encodeURIComponent(
    `import { existsSync } from 'node:fs';
     import { isMainThread } from 'node:worker_threads';
     process.on('worker', (worker) => {
       console.error('a thread begins');
       worker.on('exit', () => console.error('a thread ends'));
     });
     const turn = new Int32Array(new SharedArrayBuffer(4));
     while (!isMainThread && existsSync(process.env.THREADS_HELD)) Atomics.wait(turn, 0, 0, 20);`,
  );

/**
 * A forum whose first plenary is in session, on a PostgreSQL of its own and served by the built server in a process of its
 * own, both of which a test may kill. An election of a co-chair, with two candidates, waits for its secret poll.
 */
export class ForumApart {
  private server: ServerProcess | null = null;

  private constructor(
    readonly folder: string,
    private postgres: EmbeddedPostgres,
    private readonly database: string,
    private readonly port: number,
    private readonly plenary: Plenary,
    readonly electionId: string,
    readonly candidacyIds: readonly [string, string],
    /** A trustee, of the secretariat. */
    private readonly host: Voice,
  ) {}

  static async inSession(): Promise<ForumApart> {
    const folder = aDataFolder();
    const postgres = await startEmbeddedPostgres({ folder, database: 'template' });
    const { code, stderr } = await Hemicycle.ran(['migrate'], { DATABASE_URL: postgres.url });
    if (code !== 0) throw new Error(stderr);
    process.env['HEMICYCLE_TEST_TEMPLATE'] = postgres.url;
    const plenary = await Plenary.planned({ members: 6, settings: { recordedElectionsAllowed: false } });
    // It made the forum ready; from here on the other server is asked, and nobody waits for this one.
    const ready = await ForumApart.ready(plenary).finally(() => plenary.forum.api.close());
    const { electionId, candidacyIds, host } = ready;
    const database = new URL(plenary.forum.database.url).pathname;
    return new ForumApart(
      folder,
      postgres,
      database,
      await aFreePort(),
      plenary,
      electionId,
      candidacyIds,
      host,
    );
  }

  /** Goes to the session in which the election may be held. */
  private static async ready(plenary: Plenary): Promise<{
    readonly electionId: string;
    readonly candidacyIds: readonly [string, string];
    readonly host: Voice;
  }> {
    const { GOVERNMENT: electionId } = await plenary.convened();
    const candidacyIds = [
      await plenary.stands(plenary.member('GOVERNMENT', 2), electionId),
      await plenary.stands(plenary.member('GOVERNMENT', 3), electionId),
    ] as const;
    await plenary.opened();
    await plenary.ratifies();
    const host = await plenary.forum.secretary('Host');
    // From here on it is the day that it is.
    await plenary.forum.database.query(
      `UPDATE session SET created_at = now(), expires_at = now() + interval '1 day'`,
    );
    return { electionId, candidacyIds, host };
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get databaseUrl(): string {
    const url = new URL(this.postgres.url);
    url.pathname = this.database;
    return url.href;
  }

  get meetingId(): string {
    return this.plenary.id;
  }

  /** Everything that the server has written since it was last started: it says all that it ever says. */
  get log(): string {
    const { log = '', errors = '' } = this.server?.output ?? {};
    return log + errors;
  }

  /** Whether threads were begun, and ended, since it was last started. */
  get threads(): { readonly begun: number; readonly ended: number } {
    const said = (words: RegExp): number => [...this.log.matchAll(words)].length;
    return { begun: said(/a thread begins/g), ended: said(/a thread ends/g) };
  }

  private get threadsHeld(): string {
    return join(this.folder, 'threads-held');
  }

  /** Threads that the server begins from now on do nothing. */
  holdsThreads(): void {
    writeFileSync(this.threadsHeld, '');
  }

  letsThreadsGo(): void {
    rmSync(this.threadsHeld);
  }

  async starts(): Promise<void> {
    this.server = new ServerProcess({
      ...realForum(this.databaseUrl),
      PORT: String(this.port),
      LOG_LEVEL: 'debug',
      NODE_OPTIONS: `--import ${THREADS_TOLD}`,
      THREADS_HELD: this.threadsHeld,
    });
    await this.server.url();
  }

  /** Ends the server; gives its exit code, or the signal that killed it. */
  async ends(signal: NodeJS.Signals): Promise<number | string | null> {
    this.server?.send(signal);
    return this.server?.end() ?? null;
  }

  /** As a power cut would. */
  async losesItsDatabase(): Promise<void> {
    await killPostgresOf(this.folder);
    await this.postgres.stop();
  }

  async findsItsDatabase(): Promise<void> {
    this.postgres = await startEmbeddedPostgres({ folder: this.folder, database: 'template' });
  }

  async query<Row extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    return client
      .query<Row>(sql, values)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  }

  /** Somebody of this forum, at the server in its process. */
  voice({ token, personId }: Voice): Voice {
    return new Voice(this.url, token, personId);
  }

  get secretary(): Voice {
    return this.voice(this.plenary.secretary);
  }

  /** The electors, in the order of their numbers: the second and the third are the candidates. */
  get voters(): Voice[] {
    return this.plenary.members.GOVERNMENT.map((member) => this.voice(member));
  }

  /** The members of the college that elects, as the register names them. */
  get seats(): readonly { readonly memberId: string; readonly personId: string }[] {
    return this.plenary.members.GOVERNMENT;
  }

  trustees(): [TrusteeDevice, TrusteeDevice, TrusteeDevice] {
    const device = (voice: Voice): TrusteeDevice => new TrusteeDevice(this.voice(voice), this.meetingId);
    return [
      device(this.plenary.member('GOVERNMENT', 5)),
      device(this.plenary.member('CIVIL_SOCIETY', 5)),
      device(this.host),
    ];
  }

  /** The trustees make the key, the president orders the poll, the secretariat opens it. */
  async opens(devices: readonly TrusteeDevice[]): Promise<void> {
    const { electionId, meetingId, secretary } = this;
    const [governmentId, civilSocietyId, hostId] = devices.map(({ voice }) => voice.personId);
    done(await secretary.does('nameTrustees', { meetingId, governmentId, civilSocietyId, hostId }));
    for (let step = 0; step < 3; step += 1) for (const device of devices) await device.gives();
    for (const college of ['GOVERNMENT', 'CIVIL_SOCIETY'] as const) {
      const { personId } = this.plenary.member(college, 6);
      done(await secretary.does('nameScrutineer', { electionId, college, personId }));
    }
    done(await this.voice(this.plenary.president()).does('orderPoll', { electionId }));
    done(await secretary.does('openVoting', { electionId }));
  }

  /** Leaves nothing behind. */
  async isOver(): Promise<void> {
    await this.ends('SIGKILL');
    await this.plenary.forum.database.drop().catch(() => undefined);
    await this.losesItsDatabase();
  }
}
