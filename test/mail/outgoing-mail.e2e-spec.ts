import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Database } from '@hemicycle/database';
import { DailyTasks } from '@hemicycle/jobs';
import { Clock, newId } from '@hemicycle/kernel';
import { Mail, type MailKind, type MailRecipient } from '@hemicycle/mail';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { createApi } from '../../apps/api/src/create-api.js';
import { demonstrationConfig, readSettings } from '../../apps/api/src/config.js';
import { TestForum } from '../support/forum.js';
import { TestMailServer } from '../support/mail-server.js';

const REMINDER: MailKind<{ place: string }> = {
  kind: 'TEST_REMINDER',
  compose: ({ place }, language, { publicUrl }) =>
    language === 'fr'
      ? { subject: `Rappel : ${place}`, text: `Rendez-vous à ${place}. ${publicUrl}/` }
      : { subject: `Reminder: ${place}`, text: `See you at ${place}. ${publicUrl}/` },
};

const SHORT_LIVED: MailKind<Record<never, never>, { token: string }> = {
  kind: 'TEST_SHORT_LIVED',
  uselessAfterMinutes: 30,
  fresh: () => Promise.resolve({ token: `token-${newId()}` }),
  compose: ({ token }) => ({ subject: 'A token', text: token }),
};

const BEFOREHAND: MailKind<{ startsAt: string }> = {
  kind: 'TEST_BEFOREHAND',
  uselessFrom: ({ startsAt }) => new Date(startsAt),
  compose: ({ startsAt }) => ({ subject: 'Soon', text: startsAt }),
};

interface Row {
  sent_at: Date | null;
  next_attempt_at: Date | null;
  attempts: number;
  last_error: string | null;
  address: string | null;
  text: string;
}

describe('outgoing mail', () => {
  let forum: TestForum;
  let server: TestMailServer;
  const logged: string[] = [];

  const write = async (api: NestExpressApplication, to: MailRecipient, place = 'Paris'): Promise<string> =>
    api.get(Database).transaction((tx) =>
      api.get(Mail, { strict: false }).enqueue(tx, REMINDER, {
        to,
        parameters: { place },
        at: api.get(Clock, { strict: false }).now(),
      }),
    );
  const stranger = (address: string): MailRecipient => ({ address, language: 'fr' });
  const row = async (id: string): Promise<Row> => {
    const [found] = await forum.database.query<Row>(
      `SELECT *, outgoing_mail::text AS text FROM outgoing_mail WHERE id = $1`,
      [id],
    );
    if (found === undefined) throw new Error('no such letter');
    return found;
  };
  /** For how many seconds after it was asked for each job of a letter waits. */
  const pauses = async (id: string): Promise<number[]> => {
    const jobs = await forum.database.query<{ seconds: number }>(
      `SELECT extract(epoch FROM run_at - created_at)::float AS seconds FROM graphile_worker._private_jobs
       WHERE payload->>'letterId' = $1 AND locked_at IS NULL`,
      [id],
    );
    return jobs.map(({ seconds }) => seconds);
  };
  /** Waits, in real time, for what happens by itself. */
  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const another = async (): Promise<NestExpressApplication> => {
    const api = await createApi(
      {
        ...demonstrationConfig(readSettings({}), { databaseUrl: forum.database.url, secretKey: 'another' }),
        smtpUrl: server.url,
        logLevel: 'error',
      },
      forum.clock,
    );
    api.get(Mail, { strict: false }).register(REMINDER);
    await api.init();
    return api;
  };

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text) => logged.push(String(text)) > 0);
    }
    server = await TestMailServer.start();
    forum = await TestForum.on('2024-03-01', {
      smtpUrl: server.url,
      mailFrom: 'Forum <forum@forum.example>',
      publicUrl: 'https://forum.example',
      logLevel: 'debug',
    });
    const mail = forum.api.get(Mail, { strict: false });
    mail.register(REMINDER);
    mail.register(SHORT_LIVED);
    mail.register(BEFOREHAND);
  });
  beforeEach(() => {
    server.received.length = 0;
  });
  afterEach(() => {
    server.refuses = () => null;
    server.slowness = 0;
  });
  afterAll(async () => {
    await forum.close();
    await server.stop();
    jest.restoreAllMocks();
  });

  it('leaves by itself after the commit, in the language of the person, signed by the forum', async () => {
    const { personId } = await forum.person('Ada');
    const id = await write(forum.api, { personId: personId as string }, 'Besançon');
    await until(() => server.received.length > 0);
    const [letter] = server.received;
    expect(letter).toMatchObject({
      recipients: [`${personId}@example.org`],
      from: { name: 'Forum', address: 'forum@forum.example' },
      subject: 'Reminder: Besançon',
      messageId: `<${id}@forum.example>`,
    });
    expect(letter?.text).toContain('See you at Besançon. https://forum.example/');
    expect(letter?.text).toContain('Open Government Forum');
    expect(letter?.text).toContain('Hosted by the Economic, Social and Environmental Council (CESE)');
    expect(letter?.text).toContain('France’s space for governance in the Open Government Partnership (OGP)');
    expect(letter?.html).toContain('<html lang="en">');
    expect(letter?.html).toContain(
      'See you at Besançon. <a href="https://forum.example/">https://forum.example/</a>',
    );
    expect(letter?.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
    await until(async () => (await row(id)).sent_at !== null);
  });

  it('leaves nothing when the change is not kept', async () => {
    const lost = forum.api.get(Database).transaction(async (tx) => {
      await forum.api.get(Mail, { strict: false }).enqueue(tx, REMINDER, {
        to: stranger('ghost@example.org'),
        parameters: { place: 'nowhere' },
        at: forum.clock.now(),
      });
      throw new Error('refused');
    });
    await expect(lost).rejects.toThrow('refused');
    await forum.settled();
    expect(server.received).toEqual([]);
  });

  it('writes to strangers in the language given and forgets their address', async () => {
    const id = await write(forum.api, stranger('candidate@example.org'));
    expect((await row(id)).address).toBe('candidate@example.org');
    await forum.settled();
    expect(server.received).toMatchObject([
      { recipients: ['candidate@example.org'], subject: 'Rappel : Paris' },
    ]);
    expect((await row(id)).text).not.toContain('candidate');
  });

  it('takes an address as one address and a subject as one line, whatever they hold', async () => {
    await write(
      forum.api,
      stranger('one@example.org'),
      'Paris\r\nBcc: spy@elsewhere.example\r\n\r\nanother text',
    );
    await write(forum.api, stranger('two@example.org,spy@elsewhere.example'));
    await forum.settled();
    expect(server.received.map(({ recipients }) => recipients)).toEqual([['one@example.org']]);
    expect(server.received[0]?.bcc ?? []).toEqual([]);
    expect(server.received[0]?.subject).toMatch(/^Rappel : Paris/);
  });

  it('refuses a kind of letter that nobody registered, and two kinds of one name', async () => {
    const mail = forum.api.get(Mail, { strict: false });
    const unknown: MailKind = { kind: 'TEST_UNKNOWN', compose: () => ({ subject: '', text: '' }) };
    await expect(
      forum.api.get(Database).transaction((tx) =>
        mail.enqueue(tx, unknown, {
          to: stranger('x@example.org'),
          parameters: {},
          at: forum.clock.now(),
        }),
      ),
    ).rejects.toThrow('TEST_UNKNOWN');
    expect(() => mail.register({ ...REMINDER })).toThrow('TEST_REMINDER');
  });

  it('tries again later what the server refuses for now, with the same Message-ID, and no other letter waits for it', async () => {
    server.refuses = (address) => (address.startsWith('busy') ? 451 : null);
    const busy = await write(forum.api, stranger('busy@example.org'));
    const free = await write(forum.api, stranger('free@example.org'));
    await forum.settled();
    expect(server.received.map(({ recipients }) => recipients)).toEqual([['free@example.org']]);
    expect((await row(free)).sent_at).not.toBeNull();
    const waiting = await row(busy);
    expect(waiting).toMatchObject({ sent_at: null, attempts: 1, last_error: 'EENVELOPE 451' });
    expect(waiting.next_attempt_at?.getTime()).toBe(forum.clock.now().getTime() + 15_000);

    expect(await pauses(busy)).toEqual([15]);
    expect((await row(busy)).attempts).toBe(1);

    await forum.pass(15_000);
    await forum.settled();
    const again = await row(busy);
    expect(again.attempts).toBe(2);
    expect(again.next_attempt_at?.getTime()).toBe(forum.clock.now().getTime() + 30_000);
    expect(await pauses(busy)).toEqual([30]);

    server.refuses = () => null;
    await forum.pass(30_000);
    await forum.settled();
    expect(server.received.map(({ messageId }) => messageId)).toEqual([
      `<${free}@forum.example>`,
      `<${busy}@forum.example>`,
    ]);
    expect(await row(busy)).toMatchObject({ attempts: 3, last_error: null, next_attempt_at: null });
    expect(await pauses(busy)).toEqual([]);
  });

  it('gives up an address that the server refuses for good, and does not keep it', async () => {
    server.refuses = () => 550;
    const id = await write(forum.api, stranger('wrong@example.org'));
    await forum.settled();
    const given = await row(id);
    expect(given).toMatchObject({ sent_at: null, next_attempt_at: null, last_error: 'EENVELOPE 550' });
    expect(given.text).not.toContain('wrong');
  });

  it('waits for a mail server that is away, and gives up after three days', async () => {
    const port = Number(new URL(server.url).port);
    await server.stop();
    const id = await write(forum.api, stranger('patient@example.org'));
    const began = forum.clock.now().getTime();
    await forum.settled();
    expect(await row(id)).toMatchObject({ attempts: 1, last_error: 'ESOCKET' });
    while ((await row(id)).next_attempt_at !== null) {
      await forum.pass(3_600_000);
      await forum.settled();
    }
    const waited = (forum.clock.now().getTime() - began) / 86_400_000;
    expect(waited).toBeGreaterThan(2.5);
    expect(waited).toBeLessThan(4);
    server = await TestMailServer.start(port);
  });

  it('does not send what nobody waits for any more, nor to persons who are gone', async () => {
    const { personId } = await forum.person('Late');
    const enqueue = (to: MailRecipient) =>
      forum.api.get(Database).transaction((tx) =>
        forum.api.get(Mail, { strict: false }).enqueue(tx, SHORT_LIVED, {
          to,
          parameters: {},
          at: new Date(forum.clock.now().getTime() - 30 * 60_000),
        }),
      );
    const late = await enqueue({ personId: personId as string });
    const at = forum.clock.now();
    const reminders = (startsAt: Date) =>
      forum.api.get(Database).transaction((tx) =>
        forum.api.get(Mail, { strict: false }).enqueue(tx, BEFOREHAND, {
          to: { personId: personId as string },
          parameters: { startsAt: startsAt.toISOString() },
          at,
        }),
      );
    const begun = await reminders(at);
    const gone = await write(forum.api, { personId: newId() });
    await forum.settled();
    expect(server.received).toEqual([]);
    expect(await row(late)).toMatchObject({ last_error: 'TOO_LATE', next_attempt_at: null });
    expect(await row(begun)).toMatchObject({ last_error: 'TOO_LATE', next_attempt_at: null });
    await reminders(new Date(at.getTime() + 1));
    await forum.settled();
    expect(server.received).toHaveLength(1);
    expect(await row(gone)).toMatchObject({ last_error: 'NOBODY', next_attempt_at: null });
  });

  it('never sends twice with several processes at work', async () => {
    const others = [await another(), await another()];
    const ids: string[] = [];
    server.slowness = 50;
    for (let n = 0; n < 60; n += 1) ids.push(await write(forum.api, stranger(`n${n}@example.org`)));
    const holders = new Set<string>();
    await until(async () => {
      const held = await forum.database.query<{ by: string | null }>(
        `SELECT locked_by AS by FROM graphile_worker.jobs`,
      );
      for (const { by } of held) if (by !== null) holders.add(by);
      return held.length === 0;
    });
    expect(holders.size).toBeGreaterThan(1);
    expect(server.received).toHaveLength(ids.length);
    expect(new Set(server.received.map(({ recipients }) => recipients[0])).size).toBe(ids.length);
    for (const api of others) await api.close();
  });

  it('finishes the letters under way when told to stop; the others wait for the next start', async () => {
    server.slowness = 300;
    const stopped = await TestForum.on('2024-03-01', { smtpUrl: server.url });
    stopped.api.get(Mail, { strict: false }).register(REMINDER);
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1) ids.push(await write(stopped.api, stranger(`n${n}@example.org`)));
    await until(() => server.received.length > 0);
    await stopped.api.close();
    const counts = await stopped.database.query<{ sent: number; waiting: number }>(
      `SELECT count(sent_at)::int AS sent, count(next_attempt_at)::int AS waiting FROM outgoing_mail`,
    );
    expect(counts).toEqual([{ sent: server.received.length, waiting: ids.length - server.received.length }]);
    expect(server.received.length).toBeLessThan(ids.length);
    await stopped.database.drop();
  });

  it('survives the loss of the database, a letter accepted meanwhile included', async () => {
    server.slowness = 500;
    const id = await write(forum.api, stranger('during@example.org'));
    await until(() => server.received.length === 1);
    const name = new URL(forum.database.url).pathname.slice(1);
    const elsewhere = new URL(forum.database.url);
    elsewhere.pathname = '/postgres';
    const operator = new pg.Client({ connectionString: elsewhere.href });
    await operator.connect();
    await operator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await operator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = $1 AND application_name IN ('hemicycle application', 'hemicycle jobs')`,
      [name],
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await operator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await operator.end();
    server.slowness = 0;
    await until(async () => (await row(id)).sent_at !== null);
    await write(forum.api, stranger('after@example.org'));
    await until(() => server.received.length === 2);
    await forum.pass(3_600_000);
    await forum.settled();
    expect(server.received.map(({ recipients }) => recipients[0])).toEqual([
      'during@example.org',
      'after@example.org',
    ]);
  });

  it('is forgotten ninety days later, whether it left or was refused for good, but not while it waits', async () => {
    const oneDay = 24 * 3_600_000;
    const days = forum.api.get(DailyTasks, { strict: false });
    const keptAfter = async (passing: number, ids: readonly string[]): Promise<string[]> => {
      forum.clock.pass(passing * oneDay);
      await days.begin();
      await forum.settled();
      const kept = await forum.database.query<{ id: string }>(
        'SELECT id FROM outgoing_mail WHERE id = ANY ($1)',
        [ids],
      );
      return kept.map(({ id }) => id).toSorted();
    };
    server.refuses = (recipient) => (recipient === 'never@example.org' ? 550 : null);
    const left = await write(forum.api, stranger('left@example.org'));
    const refused = await write(forum.api, stranger('never@example.org'));
    await forum.settled();
    expect(await row(refused)).toMatchObject({ sent_at: null, next_attempt_at: null });
    expect(await keptAfter(89, [left, refused])).toEqual([left, refused].toSorted());

    // One for the daily letter, which nothing gathered for months.
    const { personId } = await forum.person('Waiting');
    const waiting = newId();
    await forum.database.query(
      `INSERT INTO outgoing_mail (id, kind, person_id, parameters, enqueued_at, attempts, awaits_digest)
       VALUES ($1, 'TEST_REMINDER', $2, '{"place": "Lyon"}', $3, 0, true)`,
      [waiting, personId, new Date(forum.clock.now().getTime() - 100 * oneDay)],
    );
    const recent = await write(forum.api, stranger('recent@example.org'));
    const all = [left, refused, waiting, recent];
    server.received.length = 0;
    expect(await keptAfter(2, all)).not.toEqual(expect.arrayContaining([left, refused]));
    expect(
      server.received.map(({ recipients, text }) => [recipients[0], text?.includes('Lyon')]),
    ).toContainEqual([`${personId}@example.org`, true]);
    expect(await keptAfter(1, all)).toEqual([recent]);
  });

  it('lets no address, text or token into the log or the database', async () => {
    const { personId } = await forum.person('Grace');
    await forum.api.get(Database).transaction((tx) =>
      forum.api.get(Mail, { strict: false }).enqueue(tx, SHORT_LIVED, {
        to: { personId: personId as string },
        parameters: {},
        at: forum.clock.now(),
      }),
    );
    await forum.settled();
    const token = /token-[\w-]+/.exec(server.received[0]?.text ?? '')?.[0];
    expect(token).toBeDefined();
    const [{ everything } = { everything: '' }] = await forum.database.query<{ everything: string }>(
      `SELECT string_agg(outgoing_mail::text, ' ') AS everything FROM outgoing_mail`,
    );
    expect(everything).not.toMatch(/token-|@example\.org|@exa/);
    const [{ jobs } = { jobs: '' }] = await forum.database.query<{ jobs: string }>(
      `SELECT string_agg(jobs::text, ' ') AS jobs FROM graphile_worker._private_jobs AS jobs`,
    );
    expect(jobs ?? '').not.toMatch(/token-|@example\.org|@exa/);
    expect(logged.join('')).not.toMatch(/token-|@example\.org|Rendez-vous|No, not/);
  });
});
