import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aFreePort, ask, endEverything, Hemicycle, tokenBehind } from '../support/hemicycle.js';

jest.setTimeout(120_000);

const SECRETS = {
  PUBLIC_URL: 'http://127.0.0.1:3000',
  SECRET_KEY: 'k'.repeat(64),
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'Forum <forum@example.org>',
};

let database: TestDatabase;
let empty: string;

beforeAll(async () => {
  database = await aDatabase();
  const address = new URL(database.url);
  address.pathname += '_empty';
  empty = address.href;
  await database.query(`CREATE DATABASE ${address.pathname.slice(1)}`);
});

afterAll(async () => {
  await endEverything();
  await database.query(`DROP DATABASE ${new URL(empty).pathname.slice(1)} WITH (FORCE)`);
  await database.drop();
});

const start = async (
  environment: Record<string, string>,
  ...options: string[]
): Promise<[Hemicycle, string]> => {
  const port = await aFreePort();
  const url = `http://127.0.0.1:${port}`;
  const hemicycle = Hemicycle.run(['start', ...options], {
    ...SECRETS,
    PUBLIC_URL: url,
    PORT: String(port),
    LOG_LEVEL: 'error',
    ...environment,
  });
  return [hemicycle, url];
};

const refusal = async (environment: Record<string, string>): Promise<string> => {
  const [hemicycle] = await start(environment);
  const { code, stderr } = await hemicycle.ended();
  expect(code).toBe(1);
  const lines = stderr.trim().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
};

describe('a database of one’s own', () => {
  it('asks for every secret before it starts, in one line', async () => {
    const { code, stderr } = await Hemicycle.ran(['start'], { DATABASE_URL: database.url, PORT: '0' });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'DATABASE_URL is set, so this is a real forum; still missing: PUBLIC_URL, SECRET_KEY, SMTP_URL, MAIL_FROM.\n',
    );
  });

  it('says in one line that it cannot be reached, does not exist or refuses the login', async () => {
    const nowhere = `postgres://forum:hunter2@127.0.0.1:${await aFreePort()}/forum`;
    const unreachable = await refusal({ DATABASE_URL: nowhere });
    expect(unreachable).toMatch(/ECONNREFUSED/);
    expect(unreachable).not.toContain('hunter2');
    expect(await refusal({ DATABASE_URL: database.url.replace(/:[^:@]+@/, ':guess@') })).toMatch(/refuses/);
    const missing = new URL(database.url);
    missing.pathname = '/no_such_forum';
    expect(await refusal({ DATABASE_URL: missing.href })).toMatch(/does not exist/);
    const migration = await Hemicycle.ran(['migrate'], { DATABASE_URL: nowhere });
    expect(migration.code).toBe(1);
    expect(migration.stderr.trim().split('\n')).toHaveLength(1);
    expect(migration.stderr).not.toContain('hunter2');
  });

  it('is migrated only when asked to, and gets no demonstration', async () => {
    expect(await refusal({ DATABASE_URL: empty })).toMatch(/hemicycle migrate/);

    const [hemicycle, url] = await start({ DATABASE_URL: empty }, '--migrate');
    await hemicycle.says(/The forum is open/);
    const { forum, organisations } = await ask(
      url,
      '{ forum { demonstration } organisations { nodes { id } } }',
    );
    expect(forum.demonstration).toBe(false);
    expect(organisations.nodes).toEqual([]);
    expect((await fetch(`${url}/outbox`)).status).toBe(404);
    hemicycle.signal('SIGTERM');
    expect((await hemicycle.ended()).code).toBe(0);

    const again = await Hemicycle.ran(['migrate'], { DATABASE_URL: empty });
    expect(again).toMatchObject({ code: 0, stdout: 'The database is up to date.\n' });
  });

  it('runs under a login that owns nothing and is a member of one role', async () => {
    const login = `login_${process.pid}`;
    await database.query(`CREATE ROLE ${login} LOGIN PASSWORD 'secret'`);
    try {
      const address = new URL(database.url);
      address.username = login;
      address.password = 'secret';
      expect(await refusal({ DATABASE_URL: address.href })).toMatch(/may not act as hemicycle_app/);
      const migration = await Hemicycle.ran(['migrate'], { DATABASE_URL: address.href });
      expect(migration.code).toBe(1);
      expect(migration.stderr.trim().split('\n')).toHaveLength(1);

      await database.query(`GRANT hemicycle_app TO ${login}`);
      const environment = { DATABASE_URL: address.href, MIGRATION_DATABASE_URL: database.url };
      const [hemicycle, url] = await start(environment, '--migrate');
      await hemicycle.says(/The forum is open/);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      hemicycle.signal('SIGTERM');
      expect((await hemicycle.ended()).code).toBe(0);
    } finally {
      await database.query(`DROP ROLE ${login}`);
    }
  });

  it('invites the first secretary, who is let in, and lets her request finish at SIGTERM', async () => {
    const [hemicycle, url] = await start({ DATABASE_URL: database.url });
    await hemicycle.says(/The forum is open/);
    const environment = { ...SECRETS, PUBLIC_URL: url, DATABASE_URL: database.url };
    const invite = (...args: string[]) => Hemicycle.ran(['invite', ...args], environment);
    const first = await invite('First@Example.org', '--role', 'secretariat');
    expect(first.code).toBe(0);
    const token = await tokenBehind(/http\S+/.exec(first.stdout)?.[0] ?? '');
    const { me } = await ask(url, '{ me { email roles } }', { token });
    expect(me).toMatchObject({ email: 'first@example.org' });
    expect(me.roles).toContain('SECRETARIAT');

    // The link is lost: another one, and nothing else.
    const appointments = 'SELECT count(*)::int AS count FROM secretariat_appointment';
    expect((await invite('first@example.org', '--role', 'secretariat')).code).toBe(0);
    expect(await database.query(appointments)).toEqual([{ count: 1 }]);

    const founder = await invite('f@example.org', '--role', 'founding-group', '--college', 'civil-society');
    expect(founder.code).toBe(0);
    // What is asked wrongly is no verdict: 2.
    for (const [wrong, said, code] of [
      [['f@example.org', '--role', 'founding-group'], '--college is missing', 1],
      [['f@example.org', '--role', 'secretariat', '--college', 'government'], '--college', 1],
      [['nobody', '--role', 'secretariat'], 'not an address', 1],
      [['f@example.org', '--role', 'king'], 'king', 2],
    ] as const) {
      const refused = await invite(...wrong);
      expect(refused.code).toBe(code);
      expect(refused.stderr).toContain(said);
    }

    // One request waits for a lock while it is told to stop: it finishes, and nobody new gets in.
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query('LOCK TABLE organisation_name IN ACCESS EXCLUSIVE MODE');
    const registering = ask(
      url,
      `mutation { registerOrganisation(input: { nameFr: "Lente", nameEn: "Slow", college: CIVIL_SOCIETY }) {
         ... on Organisation { name } } }`,
      { token },
    );
    await untilWaiting(database);
    hemicycle.signal('SIGTERM');
    await hemicycle.says(/the requests under way finish/);
    await untilRefused(url);
    await owner.query('COMMIT');
    await owner.end();
    expect(await registering).toEqual({ registerOrganisation: { name: 'Slow' } });
    expect((await hemicycle.ended()).code).toBe(0);
  });

  it('gets no demonstration by command either', async () => {
    const refused = await Hemicycle.ran(['demo'], { ...SECRETS, DATABASE_URL: database.url });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('DATABASE_URL is set');
  });

  it('speaks French where the system does, its refusals of words included', async () => {
    const french = { LANG: 'fr_FR.UTF-8' };
    const said = async (args: readonly string[], environment: Record<string, string> = {}): Promise<string> =>
      (await Hemicycle.ran(args, { ...french, ...environment })).stderr.trim();
    expect(await said(['start'], { DATABASE_URL: 'mysql://nowhere', ...SECRETS })).toBe(
      'DATABASE_URL doit être une adresse comme postgres://user:password@host:5432/forum.',
    );
    expect(await said(['migrate'], { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/forum' })).toMatch(
      /^La base de données de DATABASE_URL est hors d’atteinte \(.*ECONNREFUSED/,
    );
    expect(await said(['verify-audit', '--head', 'abc'])).toBe(
      'Une empreinte est faite de 64 chiffres hexadécimaux, en minuscules.',
    );
    expect(await said(['invite'])).toMatch(/^erreur : l’option « --role <role> » est obligatoire/);
  });
});

/** Until some statement waits for a lock in this database. */
async function untilWaiting(there: TestDatabase): Promise<void> {
  for (;;) {
    const waiting = await there.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}

/** Until nobody listens there any more. */
async function untilRefused(url: string): Promise<void> {
  for (;;) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const refused = await Promise.race([
      once(socket, 'connect').then(() => false),
      once(socket, 'error').then(() => true),
    ]).catch(() => true);
    socket.destroy();
    if (refused) return;
  }
}
