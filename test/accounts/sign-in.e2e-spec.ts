import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Forgetting, inviteSignInLink, LINKS_PER_ADDRESS, REQUESTS_PER_CALLER } from '@hemicycle/accounts';
import { Database } from '@hemicycle/database';
import { createApi } from '../../apps/api/src/create-api.js';
import { demonstrationConfig, readSettings } from '../../apps/api/src/config.js';
import { type Answer, TestForum, Voice } from '../support/forum.js';
import { form, type RawAnswer, send } from '../support/http.js';
import { TestMailServer } from '../support/mail-server.js';

const HOME = 'https://forum.example';
const COOKIE = '__Host-hemicycle-session';
const ME = '{ me { person { id name } email language roles } }';
const MINUTE = 60_000;

describe('sign-in', () => {
  let forum: TestForum;
  let server: TestMailServer;
  const logged: string[] = [];
  /** Every token that was ever given out: none may be found anywhere afterwards. */
  const tokens: string[] = [];

  const ask = (email: string, voice = forum.anyone): Promise<Answer> =>
    voice.ask('mutation ($email: String!) { requestSignInLink(input: { email: $email }) { said minutes } }', {
      email,
    });
  const linkIn = (text: string | undefined): string => {
    const token = /https:\/\/forum\.example\/sign-in\?token=([\w-]{43})\s/.exec(text ?? '')?.[1];
    if (token === undefined) throw new Error(`no link in ${text}`);
    tokens.push(token);
    return token;
  };
  /** Asks for a link and takes it out of the letter. */
  const linkFor = async (email: string): Promise<string> => {
    // What was asked for before may still be under way, and is of another hour.
    await forum.settled();
    server.received.length = 0;
    await ask(email);
    await forum.settled();
    return linkIn(server.received.find(({ recipients }) => recipients.includes(email))?.text);
  };
  const press = (token: string, headers: Record<string, string> = { origin: HOME }): Promise<RawAnswer> =>
    send(`${forum.url}/sign-in`, form({ token }, headers));
  const cookieOf = (answer: RawAnswer): string => {
    const cookie = new RegExp(`^${COOKIE}=([^;]+)`).exec(String(answer.headers['set-cookie']))?.[1] ?? '';
    tokens.push(cookie);
    return cookie;
  };
  const bearer = async (token: string): Promise<string> => {
    const { data } = await forum.anyone.ask(
      'mutation ($token: String!) { signIn(input: { token: $token }) { token expiresAt person { name } } }',
      { token },
    );
    tokens.push(data.signIn.token);
    return data.signIn.token;
  };
  const signIn = async (email: string): Promise<Voice> =>
    new Voice(forum.url, await bearer(await linkFor(email)), null);
  const count = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await forum.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`, values))[0]
      ?.count ?? -1;
  const nameless = (email: string): string => email.replace(/\W/g, ' ');
  const someone = async (email: string): Promise<string> => {
    const invited = await forum.api
      .get(Database)
      .transaction((tx) =>
        inviteSignInLink(tx, { email, name: nameless(email), language: 'fr', at: forum.clock.now() }),
      );
    tokens.push(invited.token);
    return invited.personId;
  };

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text) => logged.push(String(text)) > 0);
    }
    server = await TestMailServer.start();
    forum = await TestForum.on('2024-03-01', { smtpUrl: server.url, publicUrl: HOME, logLevel: 'debug' });
    await someone('ada@ministry.example');
    await someone('grace@association.example');
  });
  // Each test has its own hour.
  beforeEach(() => {
    forum.clock.pass(61 * MINUTE);
    server.received.length = 0;
  });
  afterAll(async () => {
    await forum.close();
    await server.stop();
    jest.restoreAllMocks();
  });

  it('leads from a letter to a session: the page uses nothing up, the button signs in, once', async () => {
    const token = await linkFor('ada@ministry.example');
    expect(server.received[0]?.subject).toBe('Votre lien de connexion – Forum du gouvernement ouvert');
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await send(`${forum.url}/sign-in?token=${token}`, { method });
      expect(page.status).toBe(200);
      expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
    }
    const entered = await press(token);
    expect(entered).toMatchObject({ status: 303, headers: { location: '/', 'cache-control': 'no-store' } });
    const [cookie] = entered.headers['set-cookie'] as string[];
    expect(cookie?.split('; ').slice(1).toSorted()).toEqual([
      'Expires=Sun, 31 Mar 2024 09:01:00 GMT',
      'HttpOnly',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
    const { data } = await forum.anyone.ask(ME, {}, { cookie: `${COOKIE}=${cookieOf(entered)}` });
    expect(data.me).toMatchObject({
      person: { name: 'ada ministry example' },
      email: 'ada@ministry.example',
      language: 'FR',
      roles: ['ANYONE', 'PERSON'],
    });
    const again = await press(token);
    expect(again.status).toBe(401);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.body).toContain('Ce lien n’est plus valable');
    expect(again.body).toContain('action="/sign-in/link"');
  });

  it('gives programs a bearer token', async () => {
    const voice = await signIn('ada@ministry.example');
    expect((await voice.reads(ME)).me.email).toBe('ada@ministry.example');
    const { data, errors } = await forum.anyone.ask(
      'mutation { signIn(input: { token: "never given" }) { token } }',
    );
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('answers the same, with the same work, whether anybody has the address or not', async () => {
    const raw = (email: string, accept: string): Promise<RawAnswer> =>
      send(`${forum.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': accept },
        body: JSON.stringify({
          query: `mutation { requestSignInLink(input: { email: "${email}" }) { said minutes } }`,
        }),
      });
    const undated = ({
      headers: { date: _, 'x-request-id': _id, ...headers },
      ...rest
    }: RawAnswer): object => ({
      ...rest,
      headers,
    });
    for (const language of ['fr', 'en']) {
      const known = await raw('ada@ministry.example', language);
      const unknown = await raw('nobody@ministry.example', language);
      expect(known.status).toBe(200);
      expect(undated(unknown)).toEqual(undated(known));
    }
    const page = (email: string): Promise<RawAnswer> =>
      send(`${forum.url}/sign-in/link`, form({ email }, { origin: HOME }));
    expect(undated(await page('nobody@ministry.example'))).toEqual(
      undated(await page('ADA@ministry.example ')),
    );
    await forum.settled();
    expect(new Set(server.received.flatMap(({ recipients }) => recipients))).toEqual(
      new Set(['ada@ministry.example']),
    );
    expect(await count(`outgoing_mail WHERE address_hash IS NOT NULL`)).toBe(0);
  });

  it('writes down only the keyed hash of the address that was asked for', async () => {
    // Jobs may take the rows away at any moment: the database itself keeps a copy of what came in.
    await forum.database.query(`CREATE TABLE seen (hash text, rest text)`);
    await forum.database.query(`
      CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
        INSERT INTO seen VALUES (NEW.address_hash, concat_ws(
          ' ', NEW.kind, NEW.person_id, NEW.address, NEW.language, NEW.parameters, NEW.attempts, NEW.last_error));
        RETURN NEW;
      END $$`);
    await forum.database.query(
      `CREATE TRIGGER see AFTER INSERT ON outgoing_mail FOR EACH ROW EXECUTE FUNCTION see()`,
    );
    await ask('nobody@ministry.example');
    await ask('grace@association.example');
    const seen = await forum.database.query<{ hash: string; rest: string }>('SELECT * FROM seen');
    expect(seen.map(({ rest }) => rest)).toEqual(['SIGN_IN_LINK {} 0', 'SIGN_IN_LINK {} 0']);
    const unkeyed = createHash('sha256').update('grace@association.example').digest('hex');
    for (const { hash } of seen) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(hash).not.toBe(unkeyed);
    }
    await forum.database.query(`DROP TRIGGER see ON outgoing_mail`);
  });

  it('lets one of forty simultaneous uses in', async () => {
    const token = await linkFor('grace@association.example');
    const before = await count('session');
    const uses = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        if (n % 2 === 0) return (await press(token)).status === 303;
        const { errors } = await forum.anyone.ask(
          `mutation { signIn(input: { token: "${token}" }) { expiresAt } }`,
        );
        expect([undefined, 'UNAUTHENTICATED']).toContain(errors?.[0]?.extensions.code);
        return errors === undefined;
      }),
    );
    expect(uses.filter((entered) => entered)).toHaveLength(1);
    expect(await count('session')).toBe(before + 1);
  });

  it('ends a link after thirty minutes, and neither older links nor sessions with a new one', async () => {
    const voice = await signIn('ada@ministry.example');
    const first = await linkFor('ada@ministry.example');
    const second = await linkFor('ada@ministry.example');
    forum.clock.pass(30 * MINUTE - 1);
    expect((await press(first)).status).toBe(303);
    forum.clock.pass(1);
    expect((await press(second)).status).toBe(401);
    expect((await voice.reads(ME)).me).not.toBeNull();
  });

  it('sends no more than five letters an hour to one address, and says nothing of it', async () => {
    const answers: Answer[] = [];
    for (let n = 0; n <= LINKS_PER_ADDRESS + 1; n += 1) answers.push(await ask('grace@association.example'));
    await forum.settled();
    expect(server.received).toHaveLength(LINKS_PER_ADDRESS);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    server.received.forEach(({ text }) => linkIn(text));
    forum.clock.pass(61 * MINUTE);
    await linkFor('grace@association.example');
  });

  it('counts requests from one network in the database, and forgets it after a day', async () => {
    await ask('somebody@elsewhere.example');
    await forum.database.query(`UPDATE sign_in_quota SET asked = $1 WHERE from_at = $2`, [
      REQUESTS_PER_CALLER - 20,
      new Date(Math.floor(forum.clock.now().getTime() / 3_600_000) * 3_600_000),
    ]);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => ask(`someone-${n}@elsewhere.example`)),
    );
    const refused = answers.filter(({ errors }) => errors !== undefined);
    expect(refused).toHaveLength(20);
    expect(refused[0]?.errors?.[0]).toMatchObject({
      extensions: { code: 'FORBIDDEN' },
      message: expect.stringContaining('Try again in an hour'),
    });
    const page = await send(
      `${forum.url}/sign-in/link`,
      form({ email: 'ada@ministry.example' }, { origin: HOME }),
    );
    expect(page.status).toBe(429);
    const kept = await forum.database.query<{ row: string }>(
      `SELECT sign_in_quota::text AS row FROM sign_in_quota`,
    );
    expect(kept.map(({ row }) => row).join(' ')).not.toMatch(/127\.0|elsewhere/);

    forum.clock.pass(61 * MINUTE);
    expect((await ask('somebody@elsewhere.example')).errors).toBeUndefined();
    forum.clock.pass(26 * 60 * MINUTE);
    await forum.api.get(Forgetting, { strict: false }).forget();
    expect(await count('sign_in_quota')).toBe(0);
    const aDayAgo = new Date(forum.clock.now().getTime() - 24 * 60 * MINUTE);
    expect(await count('sign_in_link WHERE expires_at < $1', [aDayAgo])).toBe(0);
    expect(await count('session WHERE revoked_at < $1', [aDayAgo])).toBe(0);
  });

  it('signs nobody in on the word of another site', async () => {
    const token = await linkFor('ada@ministry.example');
    const before = await count('session');
    const attacks: Record<string, string>[] = [
      { origin: 'https://attacker.example' },
      { origin: 'null' },
      { origin: 'http://forum.example', host: 'forum.example' },
      { origin: 'https://forum.example.attacker.example' },
      { origin: HOME, 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      {},
    ];
    for (const headers of attacks) {
      const answer = await press(token, headers);
      expect({ headers, status: answer.status }).toEqual({ headers, status: 403 });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.body).toContain('Rien n’a été fait.');
    }
    expect(await count('session')).toBe(before);
    expect((await press(token, { 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  });

  it('lets no other site act with a browser’s cookie', async () => {
    const cookie = `${COOKIE}=${cookieOf(await press(await linkFor('ada@ministry.example')))}`;
    const english = 'mutation { setLanguage(input: { language: EN }) { language } }';
    const language = async (): Promise<string> =>
      (await forum.anyone.ask(ME, {}, { cookie })).data.me.language;
    const json = JSON.stringify({ query: english });
    const post = (headers: Record<string, string>, body = json): Promise<RawAnswer> =>
      send(`${forum.url}/graphql`, { method: 'POST', headers: { cookie, ...headers }, body });
    const attacks: [string, () => Promise<RawAnswer>][] = [
      [
        'a form of plain text',
        () => post({ 'content-type': 'text/plain', origin: 'https://attacker.example' }),
      ],
      ['a form of plain text that hides where it comes from', () => post({ 'content-type': 'text/plain' })],
      [
        'an ordinary form',
        () =>
          post(
            { 'content-type': 'application/x-www-form-urlencoded' },
            new URLSearchParams({ query: english }).toString(),
          ),
      ],
      ['a form in several parts', () => post({ 'content-type': 'multipart/form-data; boundary=x' }, '--x--')],
      ['no type at all', () => post({})],
      [
        'a fetch from another origin',
        () => post({ 'content-type': 'application/json', origin: 'https://attacker.example' }),
      ],
      ['a fetch from a sandbox', () => post({ 'content-type': 'application/json', origin: 'null' })],
      [
        'a fetch from a neighbouring host',
        () =>
          post({
            'content-type': 'application/json',
            origin: 'https://blog.forum.example',
            'sec-fetch-site': 'same-site',
          }),
      ],
      [
        'a fetch that a browser calls cross-site',
        () => post({ 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }),
      ],
      [
        'a link',
        () => send(`${forum.url}/graphql?query=${encodeURIComponent(english)}`, { headers: { cookie } }),
      ],
      [
        'a link followed with the header that lets GET through',
        () =>
          send(`${forum.url}/graphql?query=${encodeURIComponent(english)}`, {
            headers: { cookie, 'apollo-require-preflight': '1', 'content-type': 'application/json' },
          }),
      ],
    ];
    for (const [name, attack] of attacks) {
      const { body } = await attack();
      expect({ name, done: body.includes('"language":"EN"') }).toEqual({ name, done: false });
      expect({ name, language: await language() }).toEqual({ name, language: 'FR' });
    }
    const own = await post({
      'content-type': 'application/json',
      origin: HOME,
      'sec-fetch-site': 'same-origin',
    });
    expect(own.body).toContain('"language":"EN"');
    expect(await language()).toBe('EN');
    await linkFor('ada@ministry.example');
    expect(server.received[0]?.subject).toBe('Your sign-in link – Open Government Forum');
  });

  it('shows and revokes one’s own sessions, and nobody else’s', async () => {
    const mine = '{ mySessions { id createdAt expiresAt current } }';
    const phone = await signIn('grace@association.example');
    const laptop = await signIn('grace@association.example');
    const other = await signIn('ada@ministry.example');
    const { mySessions } = await laptop.reads(mine);
    const current = mySessions.filter((session: { current: boolean }) => session.current);
    expect(current).toHaveLength(1);
    expect(new Date(current[0].expiresAt).getTime() - new Date(current[0].createdAt).getTime()).toBe(
      30 * 24 * 60 * MINUTE,
    );
    const [phoneSession] = (await phone.reads(mine)).mySessions.filter(
      (session: { current: boolean }) => session.current,
    );
    const revoke = 'mutation ($id: ID!) { revokeSession(input: { id: $id }) { revoked } }';
    for (const id of [phoneSession.id, '00000000-0000-4000-8000-000000000000']) {
      expect((await other.ask(revoke, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect((await other.ask(revoke, { id: 'mine' })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: expect.stringContaining('id'),
    });
    expect((await laptop.reads(revoke, { id: phoneSession.id })).revokeSession).toEqual({ revoked: 1 });
    expect((await phone.reads(ME)).me).toBeNull();
    expect((await phone.ask(mine)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await laptop.reads(ME)).me).not.toBeNull();

    const tablet = await signIn('grace@association.example');
    expect((await tablet.reads('mutation { signOut { revoked } }')).signOut).toEqual({ revoked: 1 });
    expect((await tablet.reads(ME)).me).toBeNull();

    const open = (await laptop.reads(mine)).mySessions.length;
    expect(open).toBeGreaterThan(0);
    expect((await laptop.reads('mutation { revokeAllSessions { revoked } }')).revokeAllSessions).toEqual({
      revoked: open,
    });
    expect((await laptop.reads(ME)).me).toBeNull();
    expect((await other.reads(ME)).me).not.toBeNull();
  });

  it('makes a browser forget a session that is over, and a program nothing', async () => {
    const mine = '{ mySessions { id current } }';
    const answer = async (query: string, headers: Record<string, string>) =>
      send(`${forum.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
    for (const end of [
      () => 'mutation { signOut { revoked } }',
      () => 'mutation { revokeAllSessions { revoked } }',
      (id: string) => `mutation { revokeSession(input: { id: "${id}" }) { revoked } }`,
    ]) {
      const token = cookieOf(await press(await linkFor('ada@ministry.example')));
      const cookie = { cookie: `${COOKIE}=${token}` };
      const { mySessions } = JSON.parse((await answer(mine, cookie)).body).data;
      const { id } = mySessions.find(({ current }: { current: boolean }) => current);
      const ended = await answer(end(id), cookie);
      expect(JSON.parse(ended.body).errors).toBeUndefined();
      const [taken] = ended.headers['set-cookie'] as string[];
      expect(taken?.split('; ').toSorted()).toEqual([
        'Expires=Thu, 01 Jan 1970 00:00:00 GMT',
        'HttpOnly',
        'Path=/',
        'SameSite=Lax',
        'Secure',
        `${COOKIE}=`,
      ]);
    }
    const { token } = await signIn('ada@ministry.example');
    const ended = await answer('mutation { signOut { revoked } }', { authorization: `Bearer ${token}` });
    expect(JSON.parse(ended.body).data.signOut).toEqual({ revoked: 1 });
    expect(ended.headers['set-cookie']).toBeUndefined();
  });

  it('answers a page that somebody read to nobody else, and does nothing for her in another’s name', async () => {
    const ada = await signIn('ada@ministry.example');
    const grace = await signIn('grace@association.example');
    const whose = '{ me { person { id } } }';
    const { person } = (await ada.reads(whose)).me;
    expect((await ada.ask(whose, {}, { 'Read-As': person.id })).data.me.person.id).toBe(person.id);
    for (const other of [grace, forum.anyone]) {
      for (const operation of [whose, 'mutation { signOut { revoked } }']) {
        const { data, errors } = await other.ask(operation, {}, { 'Read-As': person.id });
        expect([data, errors?.[0]?.extensions.code]).toEqual([undefined, 'UNAUTHENTICATED']);
      }
    }
    expect((await grace.reads(whose)).me).not.toBeNull();
  });

  it('refuses to the public what is for whoever signed in', async () => {
    for (const operation of [
      '{ mySessions { id } }',
      'mutation { signOut { revoked } }',
      'mutation { revokeAllSessions { revoked } }',
      'mutation { revokeSession(input: { id: "00000000-0000-4000-8000-000000000000" }) { revoked } }',
      'mutation { setLanguage(input: { language: EN }) { email } }',
    ]) {
      const { errors } = await forum.anyone.ask(operation);
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    expect((await forum.anyone.reads(ME)).me).toBeNull();
  });

  it('refuses what is no address', async () => {
    for (const email of [
      '',
      'ada',
      'a@b@c',
      'ada@ministry.example, grace@association.example',
      'a\0@b.example',
    ]) {
      const { errors } = await ask(email);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    const page = await send(`${forum.url}/sign-in/link`, form({ email: '<b>' }, { origin: HOME }));
    expect(page.status).toBe(400);
    expect(page.body).toContain('aria-describedby="mistake"');
    for (const body of ['', 'email[]=1&email[]=2', 'token[a]=b', 'token=']) {
      const answer = await send(`${forum.url}/sign-in`, { ...form({}, { origin: HOME }), body });
      expect(answer.status).toBe(401);
    }
  });

  it('lets the operator print a link for somebody new or known', async () => {
    const invite = (name: string) =>
      forum.api.get(Database).transaction((tx) =>
        inviteSignInLink(tx, {
          email: 'Secretary@Secretariat.example',
          name,
          language: 'en',
          at: forum.clock.now(),
        }),
      );
    const first = await invite('The secretary');
    const second = await invite('Another name');
    tokens.push(first.token, second.token);
    expect(second.personId).toBe(first.personId);
    expect(first.path).toBe(`/sign-in?token=${first.token}`);
    forum.clock.pass(23 * 60 * MINUTE);
    const voice = new Voice(forum.url, await bearer(first.token), null);
    expect((await voice.reads(ME)).me).toMatchObject({
      person: { id: first.personId, name: 'The secretary' },
      email: 'secretary@secretariat.example',
      language: 'EN',
    });
    forum.clock.pass(60 * MINUTE);
    expect((await press(second.token)).status).toBe(401);
  });

  it('writes sign-ins in the audit trail by the session, which can be forgotten, and not by the person', async () => {
    await signIn('ada@ministry.example');
    const [row] = await forum.database.query<{ actor_id: string | null; subject_id: string }>(
      `SELECT actor_id, subject_id FROM audit_row WHERE command = 'signIn' ORDER BY seq DESC LIMIT 1`,
    );
    expect(row?.actor_id).toBeNull();
    expect(await count('session WHERE id = $1', [row?.subject_id])).toBe(1);
    expect(await count(`audit_row WHERE command = 'requestSignInLink'`)).toBe(0);
  });

  it('keeps sessions across restarts, for thirty days', async () => {
    const token = await bearer(await linkFor('ada@ministry.example'));
    const restarted = await createApi(
      {
        ...demonstrationConfig(readSettings({}), { databaseUrl: forum.database.url, secretKey: 'another' }),
        smtpUrl: server.url,
        logLevel: 'error',
      },
      forum.clock,
    );
    await restarted.listen(0, '127.0.0.1');
    const voice = new Voice(await restarted.getUrl(), token, null);
    expect((await voice.reads(ME)).me).not.toBeNull();
    forum.clock.pass(30 * 24 * 60 * MINUTE - 1);
    expect((await voice.reads(ME)).me).not.toBeNull();
    forum.clock.pass(1);
    expect((await voice.reads(ME)).me).toBeNull();
    await restarted.close();
  });

  it('leaves no token in the database, and no token or address in the log', async () => {
    expect(tokens.filter((token) => token.length === 43).length).toBeGreaterThan(20);
    const tables = await forum.database.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables) {
      const rows = await forum.database.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      const everything = rows.map(({ row }) => row).join('\n');
      expect({ name, found: tokens.filter((token) => everything.includes(token)) }).toEqual({
        name,
        found: [],
      });
    }
    const log = logged.join('');
    expect(tokens.filter((token) => log.includes(token))).toEqual([]);
    expect(log).not.toMatch(/@ministry\.example|@association\.example|elsewhere\.example/);
  });
});
