import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@hemicycle/kernel';
import { type Answer, TestForum, type Voice } from '../support/forum.js';
import { type ReceivedMail, TestMailServer } from '../support/mail-server.js';

const WRITE = `mutation ($input: WriteToSecretariatInput!) {
  result: writeToSecretariat(input: $input) { __typename receivedAt }
}`;
const ANSWERED_AT = 'Zoe.Writes@example.org';
const WORDS = /zoe|violet|umbrella/i;

describe('a message to the secretariat', () => {
  let forum: TestForum;
  let server: TestMailServer;
  let ada: Voice;
  let ben: Voice;
  const logged: string[] = [];
  beforeAll(async () => {
    server = await TestMailServer.start();
    const log = { write: (line: string) => logged.push(line) > 0 };
    forum = await TestForum.on('2024-03-04', { smtpUrl: server.url, logLevel: 'debug' }, log);
  });
  afterAll(async () => {
    await forum.close();
    await server.stop();
  });

  const message = async (change: Record<string, unknown> = {}): Promise<Record<string, unknown>> => ({
    name: 'Zoé Violet',
    email: ANSWERED_AT,
    subject: 'About an umbrella',
    message: 'I lost my umbrella.\n\n-- \nThe forum\n\nTitle\n=====',
    language: 'EN',
    proofOfWork: await forum.proofOfWorkToWrite(),
    ...change,
  });
  const written = async (change: Record<string, unknown> = {}, voice = forum.anyone): Promise<Answer> =>
    voice.ask(WRITE, { input: await message(change) });
  const accepted = { data: { result: { __typename: 'WriteToSecretariatResult' } } };
  const received = async (): Promise<ReceivedMail[]> => {
    await forum.settled();
    return server.received.splice(0);
  };
  const waiting = (): Promise<unknown[]> =>
    forum.database.query(`SELECT FROM outgoing_mail WHERE kind LIKE 'MESSAGE_TO_SECRETARIAT%'`);

  it('is refused when nobody works there, and nothing of it is used up or kept', async () => {
    const input = await message();
    for (const [language, words] of [
      ['fr', 'Personne ne travaille au secrétariat'],
      ['en', 'Nobody works in the secretariat'],
    ] as const) {
      const { errors } = await forum.anyone.ask(WRITE, { input }, { 'accept-language': language });
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining(words),
        extensions: { code: 'CONFLICT' },
      });
    }
    expect(await waiting()).toEqual([]);
    expect(await forum.database.query('SELECT FROM spent_challenge')).toEqual([]);
    expect(await received()).toEqual([]);
  });

  it('reaches everybody who works there that day, each once, and is answered by Reply-To', async () => {
    const gone = await forum.secretary('Gone');
    await forum.database.query('UPDATE secretariat_appointment SET until_on = $1 WHERE person_id = $2', [
      forum.today,
      gone.personId,
    ]);
    forum.clock.goTo('2024-03-05');
    ada = await forum.secretary('Ada');
    ben = await forum.secretary('Ben');
    await forum.database.query(`UPDATE person SET language = 'fr' WHERE id = $1`, [ben.personId]);
    expect(await written()).toMatchObject(accepted);
    const mails = await received();
    const to = (address: string): ReceivedMail | undefined =>
      mails.find(({ recipients }) => recipients.includes(address));
    expect(mails.map(({ recipients }) => recipients.join()).toSorted()).toEqual(
      [`${ada.personId}@example.org`, `${ben.personId}@example.org`, 'zoe.writes@example.org'].toSorted(),
    );
    for (const [voice, subject] of [
      [ada, 'Message to the secretariat: About an umbrella'],
      [ben, 'Message au secrétariat : About an umbrella'],
    ] as const) {
      const mail = to(`${voice.personId}@example.org`);
      expect(mail?.subject).toBe(subject);
      expect(mail?.replyTo).toEqual([{ name: 'Zoé Violet', address: ANSWERED_AT }]);
      expect(mail?.text).toContain('> I lost my umbrella.\n> \n> -- \n> The forum\n> \n> Title\n> =====\n');
      expect(mail?.html).not.toContain('<h2>');
      expect(mail?.html?.match(/<footer>/g)).toHaveLength(1);
    }
    const acknowledgement = to('zoe.writes@example.org');
    expect(acknowledgement?.subject).toBe('Your message to the secretariat');
    expect(acknowledgement?.replyTo).toBeUndefined();
    expect(`${acknowledgement?.subject} ${acknowledgement?.text} ${acknowledgement?.html}`).not.toMatch(
      WORDS,
    );
  });

  it('is acknowledged in the language asked for, and needs no name', async () => {
    expect(await written({ name: null, language: 'FR', email: 'sans-nom@example.org' })).toMatchObject(
      accepted,
    );
    const mails = await received();
    expect(mails.map(({ subject }) => subject)).toContain('Votre message au secrétariat');
    const toAda = mails.find(({ recipients }) => recipients.includes(`${ada.personId}@example.org`));
    expect(toAda?.text).toContain('Name: not given');
    expect(toAda?.replyTo).toEqual([{ name: '', address: 'sans-nom@example.org' }]);
  });

  it('is kept nowhere once it left: not in the trail, which does not say who wrote, nor a table, nor the log', async () => {
    expect(await written({}, await forum.person('Somebody signed in'))).toMatchObject(accepted);
    await received();
    const rows = await forum.database.query<{ actor_id: string | null; fingerprint: string | null }>(
      `SELECT actor_id, fingerprint FROM audit_row WHERE command = 'writeToSecretariat'`,
    );
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ actor_id: null, fingerprint: null })));
    const tables = await forum.database.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const found = await forum.database.query(`SELECT FROM ${name} AS t WHERE t::text ~* $1`, [
        WORDS.source,
      ]);
      expect({ name, found }).toEqual({ name, found: [] });
    }
    const log = logged.join('');
    expect(log).toContain('writeToSecretariat');
    expect(log).not.toMatch(WORDS);
    expect(log).not.toMatch(/sans-nom/);
  });

  it('waits while no letter can leave, and one that is refused for good stays to be read', async () => {
    server.refuses = (address) => (address.startsWith(ada.personId ?? '') ? 550 : null);
    expect(await written({ email: 'stays@example.org' })).toMatchObject(accepted);
    expect(await received()).toHaveLength(2);
    const kept = await forum.database.query(
      `SELECT parameters->>'subject' AS subject, last_error IS NOT NULL AS failed FROM outgoing_mail
       WHERE kind = 'MESSAGE_TO_SECRETARIAT'`,
    );
    expect(kept).toEqual([{ subject: 'About an umbrella', failed: true }]);
    server.refuses = () => null;
  });

  it('breaks no line of a header, and lets nobody be added to its recipients', async () => {
    const refused = async (change: Record<string, unknown>, field: string): Promise<void> => {
      const { errors } = await written(change);
      expect({ change, answer: errors?.[0]?.extensions }).toMatchObject({
        change,
        answer: { code: 'BAD_USER_INPUT', field },
      });
    };
    for (const line of ['\r\nBcc: all@example.org\r\n', '\n', '\r', '\u0000', '\u2028', '\u202E']) {
      await refused({ subject: `Hello${line}x` }, 'subject');
      await refused({ name: `Hello${line}x` }, 'name');
      await refused({ email: `"a${line}b"@example.org` }, 'email');
    }
    for (const email of [
      '',
      'nobody',
      'a@example.org, b@example.org',
      'a@example.org\r\nBcc: b@example.org',
      'A <a@example.org>',
    ]) {
      await refused({ email }, 'email');
    }
    await refused({ subject: ' ' }, 'subject');
    await refused({ message: ' \n ' }, 'message');
    await refused({ message: 'x'.repeat(8_001) }, 'message');
    await refused({ website: 'https://spam.example' }, 'website');
    expect(await received()).toEqual([]);
    const name = 'Eve <eve@example.org>, "x" <y@example.org>';
    expect(await written({ name, email: 'quotes@example.org' })).toMatchObject(accepted);
    for (const mail of (await received()).filter(({ replyTo }) => replyTo !== undefined)) {
      expect(mail.replyTo).toEqual([{ name, address: 'quotes@example.org' }]);
      expect([mail.to?.length, mail.cc, mail.bcc, mail.recipients.length]).toEqual([
        1,
        undefined,
        undefined,
        1,
      ]);
    }
  });

  it('asks for work of the sender’s machine, made for this, and once', async () => {
    const input = await message({ email: 'twice@example.org' });
    const refused = async (proofOfWork: unknown): Promise<void> => {
      const { errors } = await forum.anyone.ask(WRITE, { input: { ...input, proofOfWork } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'proofOfWork' });
    };
    await refused('nothing');
    await refused(await forum.proofOfWork(newId()));
    const answers = await Promise.all(Array.from({ length: 5 }, () => forum.anyone.ask(WRITE, { input })));
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    await refused(input['proofOfWork']);
    expect(await received()).toHaveLength(3);
  });

  it('is acknowledged three times an hour to one address, and taken ten times; a network sends a hundred', async () => {
    forum.clock.pass(2 * 60 * 60_000);
    for (let sent = 1; sent <= 10; sent += 1) {
      expect(await written({ email: 'Many@example.org' })).toMatchObject(accepted);
    }
    const { errors } = await written({ email: 'many@example.org' });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('try again in an hour'),
      extensions: { code: 'FORBIDDEN' },
    });
    const mails = await received();
    expect(mails).toHaveLength(10 * 2 + 3);
    expect(mails.filter(({ recipients }) => recipients.includes('many@example.org'))).toHaveLength(3);
    expect(await written({ email: 'other@example.org' })).toMatchObject(accepted);
    for (let sent = 11; sent < 100; sent += 1) {
      await forum.database.query(
        `INSERT INTO spent_challenge (nonce, caller_hash, address_hash, spent_at)
         SELECT $1, caller_hash, $2, $3 FROM spent_challenge LIMIT 1`,
        [`spent ${sent}`, `address ${sent}`, forum.clock.now()],
      );
    }
    expect((await written({ email: 'late@example.org' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    forum.clock.pass(60 * 60_000);
    expect(await written({ email: 'late@example.org' })).toMatchObject(accepted);
  });
});
