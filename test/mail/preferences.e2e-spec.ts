import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@hemicycle/database';
import { DailyTasks } from '@hemicycle/jobs';
import { newId } from '@hemicycle/kernel';
import { DIGESTS_A_PAGE, Mail, type MailKind } from '@hemicycle/mail';
import { TestForum, type Voice } from '../support/forum.js';
import { send } from '../support/http.js';
import { type ReceivedMail, TestMailServer } from '../support/mail-server.js';

const NEWS: MailKind<{ what: string }> = {
  kind: 'TEST_NEWS',
  topic: 'REMINDERS',
  compose: ({ what }) => ({ subject: `News of ${what}`, text: `Hello,\n\n${what} <happened>.` }),
};
const DUTY: MailKind<{ what: string }> = {
  kind: 'TEST_DUTY',
  compose: ({ what }) => ({ subject: `Duty: ${what}`, text: `Hello,\n\n${what}.` }),
};
const PREFERENCES = `{ optional { topic title delivery } compulsory { title reason } }`;

describe('what people are written about', () => {
  let forum: TestForum;
  let server: TestMailServer;
  let ada: Voice;

  beforeAll(async () => {
    server = await TestMailServer.start();
    forum = await TestForum.on('2024-03-01', { smtpUrl: server.url, publicUrl: 'https://forum.example' });
    for (const kind of [NEWS, DUTY]) forum.api.get(Mail, { strict: false }).register(kind);
    ada = await forum.person('Ada');
  });
  afterEach(() => {
    server.received.length = 0;
  });
  afterAll(async () => {
    await forum.close();
    await server.stop();
  });

  const write = async (kind: MailKind<{ what: string }>, to: Voice, what: string): Promise<void> => {
    await forum.api.get(Database).transaction((tx) =>
      forum.api.get(Mail, { strict: false }).enqueue(tx, kind, {
        to: { personId: to.personId ?? '' },
        parameters: { what },
        at: forum.clock.now(),
      }),
    );
    await forum.settled();
  };
  const chooses = async (voice: Voice, delivery: string): Promise<void> => {
    await voice.reads(
      `mutation { setMailPreferences(input: { preferences: [{ topic: REMINDERS, delivery: ${delivery} }] }) ${PREFERENCES} }`,
    );
  };
  const chosen = async (voice: Voice): Promise<string> =>
    (await voice.reads(`{ myMailPreferences ${PREFERENCES} }`)).myMailPreferences.optional[0].delivery;
  const nextDay = async (): Promise<void> => {
    forum.clock.pass(24 * 3_600_000);
    await forum.api.get(DailyTasks, { strict: false }).begin();
    await forum.settled();
  };
  const header = ({ headers }: ReceivedMail, key: string): string | undefined =>
    headers.find((each) => each.key === key)?.value;
  const pathIn = (mail: ReceivedMail | undefined): string =>
    /<https:\/\/forum\.example(\/unsubscribe\?token=[^>]+)>/.exec(
      mail === undefined ? '' : (header(mail, 'list-unsubscribe') ?? ''),
    )?.[1] ?? '';

  it('is chosen by each; what is compulsory is told with its reason', async () => {
    const { myMailPreferences } = await ada.reads(`{ myMailPreferences ${PREFERENCES} }`);
    expect(myMailPreferences.optional).toEqual([
      { topic: 'REMINDERS', title: expect.stringContaining('Reminders'), delivery: 'AT_ONCE' },
      { topic: 'RESULTS', title: expect.stringContaining('Results'), delivery: 'AT_ONCE' },
      { topic: 'MINUTES', title: expect.stringContaining('Minutes'), delivery: 'AT_ONCE' },
    ]);
    expect(myMailPreferences.compulsory).toHaveLength(8);
    for (const { reason } of myMailPreferences.compulsory) expect(reason).toMatch(/\w/);
    const { errors } = await forum.anyone.ask(`{ myMailPreferences ${PREFERENCES} }`);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is sent at once, or never, or once a day in one letter; a duty always at once', async () => {
    await write(NEWS, ada, 'one');
    await chooses(ada, 'NEVER');
    await write(NEWS, ada, 'two');
    await write(DUTY, ada, 'vote');
    expect(server.received.map(({ subject }) => subject)).toEqual(['News of one', 'Duty: vote']);

    server.received.length = 0;
    await chooses(ada, 'DAILY');
    await write(NEWS, ada, 'three');
    await write(NEWS, ada, 'four');
    await write(DUTY, ada, 'meet');
    expect(server.received.map(({ subject }) => subject)).toEqual(['Duty: meet']);
    await nextDay();
    const [, digest] = server.received;
    expect(server.received).toHaveLength(2);
    expect(digest?.subject).toContain('Your daily letter: 2 messages');
    expect(digest?.text).toContain('News of three\n=============\n\nthree <happened>.');
    expect(digest?.html).toContain('<h2>News of four</h2>\n<p>four &#60;happened&#62;.</p>');
    const rows = await forum.database.query(
      `SELECT FROM outgoing_mail WHERE awaits_digest OR next_attempt_at IS NOT NULL OR (kind = 'TEST_NEWS' AND sent_at IS NULL)`,
    );
    expect(rows).toEqual([]);
    // Nothing waits twice, and a day without news has no letter.
    server.received.length = 0;
    await nextDay();
    expect(server.received).toEqual([]);
  });

  it('does not come with the daily letter any more once it is declined', async () => {
    await chooses(ada, 'DAILY');
    await write(NEWS, ada, 'five');
    await chooses(ada, 'NEVER');
    await nextDay();
    expect(server.received).toEqual([]);
    await chooses(ada, 'AT_ONCE');
  });

  it('is declined by one click from the letter, without signing in, and by no link that we did not make', async () => {
    await write(NEWS, ada, 'six');
    await write(DUTY, ada, 'sit');
    const [news, duty] = server.received;
    expect(header(news as ReceivedMail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(news?.text).toContain(`https://forum.example${pathIn(news)}`);
    expect(header(duty as ReceivedMail, 'list-unsubscribe')).toBeUndefined();
    expect(duty?.text).not.toContain('unsubscribe');

    const path = pathIn(news);
    const page = await send(`${forum.url}${path}`, { headers: { 'accept-language': 'fr' } });
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('Ne plus recevoir ces messages')]);
    expect(await chosen(ada)).toBe('AT_ONCE');
    const click = (at: string): ReturnType<typeof send> =>
      send(`${forum.url}${at}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
        body: 'List-Unsubscribe=One-Click',
      });
    for (const wrong of [
      '/unsubscribe',
      '/unsubscribe?token=',
      '/unsubscribe?token=a&token=b',
      path.replace(ada.personId ?? '', newId()),
      path.replace('REMINDERS', 'ALL'),
      `${path}x`,
    ]) {
      expect((await click(wrong)).status).toBe(404);
      expect((await send(`${forum.url}${wrong}`)).status).toBe(404);
    }
    expect(await chosen(ada)).toBe('AT_ONCE');
    expect((await click(path)).status).toBe(200);
    expect((await click(path)).status).toBe(200);
    expect(await chosen(ada)).toBe('NEVER');
  });

  it('reaches two thousand persons in one letter each, a page of them at a time', async () => {
    const PERSONS = 2_000;
    await forum.database.query(
      `WITH people AS (
         INSERT INTO person (id, name, email, language, created_at)
         SELECT id, 'Reader', id || '@readers.example', 'fr', now()
         FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) AS made RETURNING id
       )
       INSERT INTO outgoing_mail (id, kind, person_id, parameters, enqueued_at, attempts, next_attempt_at, awaits_digest)
       SELECT gen_random_uuid(), 'TEST_NEWS', people.id, json_build_object('what', number), now(), 0, now(), true
       FROM people, generate_series(1, 3) AS number`,
      [PERSONS],
    );
    // How many letters wait to be sent whenever some more are written down, as the database itself saw it.
    await forum.database.query(`CREATE TABLE seen (waiting integer)`);
    await forum.database.query(`
      CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
        INSERT INTO seen SELECT count(*) FROM outgoing_mail WHERE kind = 'digest' AND next_attempt_at IS NOT NULL;
        RETURN NULL;
      END $$`);
    await forum.database.query(
      `CREATE TRIGGER see AFTER INSERT ON outgoing_mail FOR EACH STATEMENT EXECUTE FUNCTION see()`,
    );
    await nextDay();
    expect(server.received).toHaveLength(PERSONS);
    expect(new Set(server.received.map(({ recipients }) => recipients[0])).size).toBe(PERSONS);
    for (const { subject } of server.received) expect(subject).toContain('3 messages');
    const seen = await forum.database.query<{ waiting: number }>('SELECT waiting FROM seen');
    expect(seen).toHaveLength(PERSONS / DIGESTS_A_PAGE);
    // Beside the page, those that the other jobs of the process are handing over.
    for (const { waiting } of seen) expect(waiting).toBeLessThan(DIGESTS_A_PAGE + 4);
    await forum.database.query('DROP TRIGGER see ON outgoing_mail');
  }, 600_000);
});
