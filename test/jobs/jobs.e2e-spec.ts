import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@hemicycle/database';
import { DailyTasks, Jobs, type Task } from '@hemicycle/jobs';
import { newId } from '@hemicycle/kernel';
import { until } from '../support/at-once.js';
import { aDatabase } from '../support/database.js';
import { TestForum } from '../support/forum.js';
import { TestMailServer } from '../support/mail-server.js';
import { realForum, ServerProcess } from '../support/server-process.js';

describe('jobs', () => {
  let forum: TestForum;
  let jobs: Jobs;
  const done: string[] = [];
  let fails = 0;
  const NOTE: Task<{ id: string }> = {
    name: 'test-note',
    run: ({ id }) => {
      if (fails-- > 0) return Promise.reject(new Error('words that quote somebody@example.org'));
      done.push(id);
      return Promise.resolve();
    },
  };
  const DAILY: Task<{ on: string }> = {
    name: 'test-daily',
    run: ({ on }) => Promise.resolve(void done.push(on)),
  };
  const add = (id: string, options = {}): Promise<void> =>
    forum.api.get(Database).transaction((tx) => jobs.add(tx, NOTE, { id }, options));

  beforeAll(async () => {
    forum = await TestForum.on('2024-03-30', { logLevel: 'silent' }, undefined, (api) => {
      jobs = api.get(Jobs, { strict: false });
      jobs.register(NOTE);
      jobs.registerDaily(DAILY);
    });
  });
  afterAll(() => forum.close());

  it('are done after the commit, and leave nothing where it is rolled back', async () => {
    const lost = forum.api.get(Database).transaction(async (tx) => {
      await jobs.add(tx, NOTE, { id: 'lost' });
      throw new Error('refused');
    });
    await expect(lost).rejects.toThrow('refused');
    await add('kept');
    await forum.settled();
    expect(done.splice(0)).toEqual(['kept']);
  });

  it('wait for their time; of one key there is one', async () => {
    await add('early', { key: 'same', after: 60_000 });
    await add('late', { key: 'same', after: 60_000 });
    await forum.settled();
    expect(done).toEqual([]);
    await forum.pass(60_000);
    await forum.settled();
    expect(done.splice(0)).toEqual(['late']);
  });

  it('are tried again when they fail, and of the failure only the code is kept', async () => {
    fails = 1;
    await add('again');
    await forum.settled();
    const [job] = await forum.database.query<{ text: string }>(
      `SELECT job::text AS text FROM graphile_worker._private_jobs AS job`,
    );
    expect(job?.text).toContain('Error');
    expect(job?.text).not.toContain('somebody@example.org');
    await forum.pass(3_600_000);
    await forum.settled();
    expect(done.splice(0)).toEqual(['again']);
  });

  it('cannot be of a task that nobody registered, nor can two tasks have one name', async () => {
    const unknown: Task = { name: 'test-unknown', run: () => Promise.resolve() };
    await expect(forum.api.get(Database).transaction((tx) => jobs.add(tx, unknown, {}))).rejects.toThrow(
      'test-unknown',
    );
    expect(() => jobs.register({ ...unknown, name: 'test-note' })).toThrow('test-note');
  });

  it('of a day begin once, in the morning of the forum, whatever the night does to the clocks', async () => {
    const days = forum.api.get(DailyTasks, { strict: false });
    const begins = async (on: string, time: string): Promise<string[]> => {
      forum.clock.goTo(on, time);
      await Promise.all([days.begin(), days.begin(), days.begin()]);
      await forum.settled();
      return done.splice(0);
    };
    expect(await begins('2024-03-30', '06:59')).toEqual([]);
    expect(await begins('2024-03-30', '07:00')).toEqual(['2024-03-30']);
    expect(await begins('2024-03-30', '23:59')).toEqual([]);
    // The clocks go forward between the two: the morning comes an hour earlier in universal time.
    expect(await begins('2024-03-31', '06:59')).toEqual([]);
    expect(await begins('2024-03-31', '07:00')).toEqual(['2024-03-31']);
    // A day on which nothing ran is left out.
    expect(await begins('2024-04-02', '12:00')).toEqual(['2024-04-02']);
  });
});

describe('a process that is killed', () => {
  it('leaves its jobs to the others: every letter leaves, and again only those it was handing over', async () => {
    const LETTERS = 60;
    const mail = await TestMailServer.start();
    mail.slowness = 150;
    const database = await aDatabase();
    const environment = { ...realForum(database.url), SMTP_URL: mail.url };
    const processes = [new ServerProcess(environment), new ServerProcess(environment)];
    await Promise.all(processes.map((each) => each.url()));

    const runners = async (): Promise<string[]> =>
      (await database.query<{ id: string }>('SELECT id FROM job_runner')).map(({ id }) => id);
    await until(async () => (await runners()).length === 2);
    const ids = Array.from({ length: LETTERS }, newId);
    await database.query(
      `WITH letter AS (
         INSERT INTO outgoing_mail (id, kind, address, language, parameters, enqueued_at, attempts, next_attempt_at)
         SELECT id::uuid, 'ADDRESS_CHANGED', id || '@example.org', 'fr', '{}', now(), 0, now()
         FROM unnest($1::text[]) AS id RETURNING id
       )
       SELECT graphile_worker.add_job('send-letter', json_build_object('letterId', id)) FROM letter`,
      [ids],
    );
    await until(() => mail.received.length >= 10);
    const [killed, living] = processes as [ServerProcess, ServerProcess];
    killed.send('SIGKILL');
    expect(await killed.end()).toBe('SIGKILL');
    const left = async (): Promise<{ by: string | null; letter: string }[]> =>
      database.query(
        `SELECT locked_by AS by, payload->>'letterId' AS letter FROM graphile_worker._private_jobs`,
      );
    // What the other does meanwhile gets done; what the killed one held stays as it is.
    await until(async () => {
      const jobs = await left();
      return jobs.every(({ by }) => by !== null) && new Set(jobs.map(({ by }) => by)).size <= 1;
    });
    const held = await left();
    expect(held.length).toBeGreaterThan(0);
    expect(held.length).toBeLessThan(10);
    const [lost] = held.map(({ by }) => by);
    expect(await runners()).toContain(lost);

    // As if it had been silent for longer than anybody is.
    await database.query(
      `UPDATE job_runner SET last_seen_at = last_seen_at - interval '1 minute' WHERE id = $1`,
      [lost],
    );
    await database.query(
      `UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 minute'`,
    );
    await until(async () => (await left()).length === 0);
    expect(await runners()).not.toContain(lost);

    const times = (id: string): number =>
      mail.received.filter(({ messageId }) => messageId === `<${id}@example.org>`).length;
    const again = ids.filter((id) => times(id) === 2);
    expect(ids.filter((id) => times(id) === 0)).toEqual([]);
    expect(mail.received).toHaveLength(LETTERS + again.length);
    for (const id of again) expect(held.map(({ letter }) => letter)).toContain(id);
    const [{ sent } = { sent: 0 }] = await database.query<{ sent: number }>(
      'SELECT count(sent_at)::integer AS sent FROM outgoing_mail',
    );
    expect(sent).toBe(LETTERS);

    living.send('SIGTERM');
    expect(await living.end()).toBe(0);
    expect(await runners()).toEqual([]);
    await database.drop();
    await mail.stop();
  });
});
