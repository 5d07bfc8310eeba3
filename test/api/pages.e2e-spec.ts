import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Json, TestForum } from '../support/forum.js';
import { send } from '../support/http.js';

let forum: TestForum;
beforeAll(async () => {
  forum = await TestForum.on('2024-02-12');
});
afterAll(() => forum.close());

const ask = (path: string, headers: Record<string, string> = {}) => send(`${forum.url}${path}`, { headers });

describe('the first page', () => {
  it('says in the reader’s language whose forum it is and who hosts it, even without scripts', async () => {
    const french = await ask('/', { 'accept-language': 'fr' });
    expect(french.status).toBe(200);
    expect(french.headers['content-type']).toContain('text/html');
    expect(french.headers['cache-control']).toBe('no-cache');
    expect(french.body).toContain('<html lang="fr">');
    const without = /<noscript>([\s\S]*)<\/noscript>/.exec(french.body)?.[1] ?? '';
    expect(without).toContain('Hébergé par le Conseil économique, social et environnemental');
    expect(without).toContain('JavaScript');
    const english = await ask('/', { 'accept-language': 'en' });
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('Hosted by the Economic, Social and Environmental Council');
    const chosen = await ask('/', { 'accept-language': 'en', cookie: 'hemicycle-language=fr' });
    expect(chosen.body).toContain('<html lang="fr">');
    expect(chosen.headers['vary']).toContain('Cookie');
  });

  it('says its place in the Open Government Partnership, as every page does (C3-HOST)', async () => {
    for (const path of ['/', '/sign-in', '/graphiql', '/no-such-page']) {
      const french = await ask(path, { 'accept-language': 'fr', accept: 'text/html' });
      expect(french.body).toContain('<html lang="fr">');
      expect(french.body).toContain('Hébergé par le Conseil économique, social et environnemental');
      expect(french.body).toContain('Espace de gouvernance de la France dans le Partenariat');
      expect(french.body).toContain('Démonstration : ce que vous lisez est inventé.');
      const english = await ask(path, { 'accept-language': 'en', accept: 'text/html' });
      expect(english.body).toContain('<html lang="en">');
      expect(english.body).toContain('France’s space for governance in the Open Government Partnership');
      expect(english.body).toContain('Demonstration: what you read is invented.');
    }
  });

  it('may run and load nothing but its own files', async () => {
    const { headers, body } = await ask('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`style-src 'self';`);
    expect(policy).toContain(`require-trusted-types-for 'script'; trusted-types sealed-ballot`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(body).not.toMatch(/\bstyle=|<style|\son\w+=|<script>/);
  });

  it('has files that are kept for a year and sent small', async () => {
    const { body } = await ask('/');
    const script = /<script type="module"[^>]* src="(\/assets\/[^"]+)"/.exec(body)?.[1] ?? '';
    const small = await ask(script, { 'accept-encoding': 'br' });
    expect(small.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(small.headers['content-encoding']).toBe('br');
    const plain = await ask(script);
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(Number(small.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 2);
    expect((await ask('/assets/../index.html')).status).toBe(404);
    expect((await ask('/assets/unknown.js')).status).toBe(404);
  });

  it('is found at every address of the application, and says 404 where there is nothing', async () => {
    const page = (path: string) => ask(path, { accept: 'text/html' });
    for (const path of ['/meetings', '/members', '/calls', '/charter', '/needs-me', '/desk', '/account']) {
      expect((await page(path)).status).toBe(200);
    }
    const organisation = await forum.organisation({ college: 'GOVERNMENT' });
    const { memberId } = await forum.member({ college: 'GOVERNMENT', organisation });
    expect((await page(`/members/${memberId}`)).status).toBe(200);
    for (const path of ['/nowhere', '/members/nobody', `/members/${organisation}`, '/meetings/1/2']) {
      const { status, body } = await page(path);
      expect(status).toBe(404);
      expect(body).toContain('<div id="application">');
    }
    const told = await ask('/nowhere', { 'accept-language': 'fr' });
    expect(told.status).toBe(404);
    expect(JSON.parse(told.body)).toEqual({
      errors: [{ message: 'Il n’y a rien à cette adresse.', extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it('travels encrypted in a real forum', async () => {
    const real = await TestForum.on('2024-02-12', {
      demonstration: false,
      publicUrl: 'https://forum.example.org',
      smtpUrl: 'smtp://127.0.0.1:9',
    });
    const page = await send(`${real.url}/`, { headers: { 'accept-language': 'fr' } });
    await real.close();
    expect(page.body).toContain('Hébergé par');
    expect(page.headers['strict-transport-security']).toContain('max-age=');
  });
});

describe('GraphiQL', () => {
  it('loads nothing from anywhere: no address to fetch from, and a policy that would refuse', async () => {
    const { status, headers, body } = await ask('/graphiql');
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`connect-src 'self'`);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
    const script = /<script>([\s\S]*)<\/script>/.exec(body)?.[1] ?? '';
    expect(script.length).toBeGreaterThan(1_000_000);
    expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    // What a browser would fetch by itself, outside of the one script.
    const outside = body.replace(script, '');
    expect(outside).not.toMatch(/<(script|link|img|iframe)\b[^>]*\b(src|href)="(?!data:)/);
    expect(outside).not.toMatch(/url\(\s*['"]?(?!data:|#)[^)'"]*\/\//);
    expect(script).not.toMatch(/(unpkg\.com|jsdelivr\.net|cdnjs|esm\.sh|fonts\.googleapis)/);
    expect(script).toContain('"endpoint":"/graphql"');
  });

  it('is sent small, and once', async () => {
    const first = await ask('/graphiql', { 'accept-encoding': 'br' });
    expect(first.headers['content-encoding']).toBe('br');
    expect(Number(first.headers['content-length'])).toBeLessThan(3_000_000);
    const again = await ask('/graphiql', { 'if-none-match': String(first.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.body).toBe('');
  });
});

describe('the server’s health', () => {
  it('is told without detail', async () => {
    expect(await ask('/health/live')).toMatchObject({ status: 200, body: '{"status":"live"}' });
    expect(await ask('/health/ready')).toMatchObject({ status: 200, body: '{"status":"ready"}' });
  });

  it('costs the database one question, however many ask at once', async () => {
    const holder = new pg.Client({ connectionString: forum.database.url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE migration IN ACCESS EXCLUSIVE MODE');
    const answers: number[] = [];
    const sent = await forum.statements(async () => {
      const asked = Array.from({ length: 20 }, () => ask('/health/ready'));
      answers.push(...(await Promise.all(asked)).map(({ status }) => status));
    });
    await holder.end();
    expect(new Set(answers)).toEqual(new Set([503]));
    expect(sent.length).toBeLessThan(5);
  });

  it('is not ready while a migration is to come', async () => {
    const [last] = await forum.database.query<{ id: number; name: string; timestamp: string }>(
      `DELETE FROM migration WHERE id = (SELECT max(id) FROM migration) RETURNING *`,
    );
    expect(await ask('/health/ready')).toMatchObject({ status: 503, body: '{"status":"not ready"}' });
    expect((await ask('/health/live')).status).toBe(200);
    await forum.database.query('INSERT INTO migration (id, name, timestamp) VALUES ($1, $2, $3)', [
      last?.id,
      last?.name,
      last?.timestamp,
    ]);
    expect((await ask('/health/ready')).status).toBe(200);
  });
});

describe('the rate of requests', () => {
  it('is limited by address, and says when to come back', async () => {
    const small = await TestForum.on('2024-02-12', { requestsPerMinute: 5, trustedProxies: ['loopback'] });
    const from = (address: string, path = '/graphql') =>
      send(`${small.url}${path}`, { headers: { 'x-forwarded-for': address, 'accept-language': 'fr' } });
    for (let i = 0; i < 5; i += 1) expect((await from('198.51.100.7')).status).not.toBe(429);
    const refused = await from('198.51.100.7');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const [error] = JSON.parse(refused.body).errors;
    expect(error.extensions).toEqual({
      code: 'FORBIDDEN',
      retryAfter: Number(refused.headers['retry-after']),
    });
    expect(error.message).toContain('5 par minute');
    // Another caller, and whoever watches over the server, are not concerned.
    expect((await from('198.51.100.8')).status).not.toBe(429);
    expect((await from('198.51.100.7', '/health/live')).status).toBe(200);
    // One household has a whole block of IPv6.
    for (let i = 0; i < 5; i += 1) await from(`2001:db8:1:2::${i}`);
    expect((await from('2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await from('2001:db8:1:3::1')).status).not.toBe(429);
    await small.close();
  });

  it('counts what is costly several times', async () => {
    const small = await TestForum.on('2024-02-12', { requestsPerMinute: 10 });
    const costly =
      '{ organisations(first: 100) { nodes { id name college registeredOn leftOn } } a: organisations(first: 100) { nodes { id name college registeredOn leftOn } } }';
    expect(await small.anyone.reads('{ organisations { nodes { id } } }')).toBeDefined();
    const refused: Json[] = [];
    for (let i = 0; i < 5; i += 1) refused.push((await small.anyone.ask(costly)).errors?.[0]);
    await small.close();
    // One for asking, two for what it costs.
    expect(refused.map((error) => error?.extensions.code)).toEqual([
      undefined,
      undefined,
      undefined,
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    expect(refused[4].extensions.retryAfter).toBeGreaterThan(0);
  });

  it('does not believe a header that no trusted proxy wrote', async () => {
    const direct = await TestForum.on('2024-02-12', { requestsPerMinute: 3 });
    const statuses: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const { status } = await send(`${direct.url}/`, { headers: { 'x-forwarded-for': `203.0.113.${i}` } });
      statuses.push(status);
    }
    await direct.close();
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });
});
