import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { TestForum } from '../support/forum.js';
import { form, type RawAnswer, send } from '../support/http.js';

describe('the pages of a demonstration', () => {
  let forum: TestForum;
  let here: string;
  let port: number;
  const outbox = (headers: Record<string, string> = {}, url = `${here}/outbox`): Promise<RawAnswer> =>
    send(url, { headers });

  beforeAll(async () => {
    forum = await TestForum.on('2024-03-01');
    port = Number(new URL(forum.url).port);
    here = `http://localhost:${port}`;
    await forum.database.query(
      `INSERT INTO person (id, name, email, language, created_at)
       VALUES (gen_random_uuid(), 'Ada', 'ada@example.org', 'en', now())`,
    );
  });
  afterAll(() => forum.close());

  it('lead from asking for a link to a session without any script', async () => {
    const start = await send(`${here}/sign-in`, { headers: { 'accept-language': 'en' } });
    expect(start.body).toContain('<form method="post" action="/sign-in/link">');
    const asked = await send(
      `${here}/sign-in/link`,
      form({ email: 'ada@example.org' }, { origin: here, 'accept-language': 'en' }),
    );
    expect(asked.status).toBe(200);
    expect(asked.body).toContain('<h1>Check your mail</h1>');
    await forum.letters();
    const letters = await outbox({ 'accept-language': 'en' });
    expect(letters.status).toBe(200);
    expect(letters.body).toContain('Demonstration: what you read is invented.');
    const link = /href="([^"]+\/sign-in\?token=[^"]+)"/.exec(letters.body)?.[1];
    const token = new URL(link ?? '').searchParams.get('token') ?? '';
    const page = await send(`${here}/sign-in?token=${token}`);
    expect(page.body).toContain(`<input type="hidden" name="token" value="${token}" />`);
    const entered = await send(`${here}/sign-in`, form({ token }, { origin: here }));
    expect(entered.status).toBe(303);
    // In clear, on this machine: browsers would refuse the prefix and the flag.
    const [cookie] = entered.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/^hemicycle-session=/);
    expect(cookie).not.toContain('Secure');
    const me = await send(`${here}/graphql`, {
      method: 'POST',
      headers: {
        cookie: cookie?.split(';')[0] ?? '',
        origin: here,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: '{ me { email } }' }),
    });
    expect(me.body).toContain('ada@example.org');

    const session = { cookie: cookie?.split(';')[0] ?? '' };
    const whoAmI = async (): Promise<string> =>
      (
        await send(`${here}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...session },
          body: JSON.stringify({ query: '{ me { email } }' }),
        })
      ).body;
    const leaving = (origin: string): Promise<RawAnswer> =>
      send(`${here}/sign-out`, form({}, { origin, ...session }));
    expect((await leaving('https://elsewhere.example')).status).toBe(403);
    expect(await whoAmI()).toContain('ada@example.org');
    const left = await leaving(here);
    expect(left.status).toBe(303);
    expect((left.headers['set-cookie'] as string[])[0]).toMatch(
      /^hemicycle-session=;.*Expires=Thu, 01 Jan 1970/,
    );
    expect(await whoAmI()).toContain('"me":null');
    expect((await leaving(here)).status).toBe(303);
  });

  it.each([
    ['fr', 'fr', 'Connexion', 'Forum du gouvernement ouvert'],
    ['en-GB,en;q=0.9', 'en', 'Sign in', 'Open Government Forum'],
    ['de', 'fr', 'Connexion', 'Forum du gouvernement ouvert'],
  ])('speak the reader’s language: %s', async (accept, language, title, name) => {
    const page = await send(`${here}/sign-in?token=x`, { headers: { 'accept-language': accept } });
    expect(page.headers['content-language']).toBe(language);
    expect(page.headers['vary']).toContain('Accept-Language');
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(page.body).toContain(`<title>${title} – ${name}</title>`);
    expect(page.body).toContain('CESE');
  });

  it('run no script, load nothing, are framed by nobody, and show a token only as text', async () => {
    const nasty = `"><script>alert(1)</script>&'`;
    for (const page of [
      await send(`${here}/sign-in?token=${encodeURIComponent(nasty)}`),
      await send(`${here}/sign-in?token=a&token=b`),
      await outbox(),
    ]) {
      expect(page.status).toBe(200);
      expect(page.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
      const policy = String(page.headers['content-security-policy']);
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
      );
      const style = /<style>([\s\S]*?)<\/style>/.exec(page.body)?.[1] ?? '';
      expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
      expect(page.body).not.toMatch(/<script|\son\w+=|\sstyle=|src=|<link|@import|url\(/);
      expect(page.body).toContain('<meta name="viewport" content="width=device-width, initial-scale=1" />');
      expect(page.body).toMatch(/<h1>[^<]+<\/h1>/);
    }
  });

  it('show letters to nobody but whoever sits at this machine', async () => {
    const refused: [string, Record<string, string>][] = [
      ['a proxy', { 'x-forwarded-for': '127.0.0.1' }],
      ['another kind of proxy', { forwarded: 'for=127.0.0.1' }],
      ['a third', { 'x-real-ip': '127.0.0.1' }],
      ['a page that made its own name lead here', { host: `attacker.example:${port}` }],
      ['the same, by a name that looks right', { host: 'localhost.attacker.example' }],
    ];
    const unknown = await send(`${here}/no-such-page`);
    for (const [who, headers] of refused) {
      const answer = await outbox(headers);
      expect({ who, status: answer.status }).toEqual({ who, status: 404 });
      expect(answer.body).toBe(unknown.body.replaceAll('no-such-page', 'outbox'));
    }
    expect((await outbox({ host: `127.0.0.1:${port}` })).status).toBe(200);
  });

  it('show letters to nobody on another address of this machine', async () => {
    const address = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal)?.address;
    const open = await TestForum.on('2024-03-01');
    open.api.getHttpServer().close();
    if (address !== undefined) {
      const listening = open.api.getHttpServer().listen(0, '0.0.0.0');
      await new Promise((resolve) => listening.once('listening', resolve));
      const { port: everywhere } = listening.address() as { port: number };
      const answer = await send(`http://${address}:${everywhere}/outbox`, {
        headers: { host: `localhost:${everywhere}` },
      });
      expect(answer.status).toBe(404);
    }
    await open.close();
  });

  it('have no outbox in a real forum, or where letters really leave', async () => {
    for (const config of [
      { demonstration: false, smtpUrl: 'smtp://127.0.0.1:9' },
      { demonstration: true, smtpUrl: 'smtp://127.0.0.1:9' },
    ]) {
      const real = await TestForum.on('2024-03-01', config);
      expect((await send(`${real.url}/outbox`)).status).toBe(404);
      const page = await send(`${real.url}/sign-in`);
      expect(page.body.includes('class="demonstration"')).toBe(config.demonstration);
      await real.close();
    }
  });
});
