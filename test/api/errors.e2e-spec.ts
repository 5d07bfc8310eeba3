import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '@hemicycle/graphql';
import { newId } from '@hemicycle/kernel';
import { getMetadataStorage } from 'class-validator';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { inputProblem } from '../../apps/api/src/input-problem.js';
import { type Json, TestForum, type Voice } from '../support/forum.js';

const CODES = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'INTERNAL_SERVER_ERROR',
];

let forum: TestForum;
let secretariat: Voice;
let log = '';

beforeAll(async () => {
  const destination = new Writable({
    write(chunk: Buffer, _, done) {
      log += chunk.toString();
      done();
    },
  });
  forum = await TestForum.on('2024-02-12', { logLevel: 'debug' }, destination);
  secretariat = await forum.secretary();
});
afterAll(() => forum.close());

const JSON_TYPE = { 'content-type': 'application/json' };

async function send(
  init: RequestInit,
  path = '/graphql',
): Promise<{ status: number; headers: Headers; body: Json }> {
  const response = await fetch(`${forum.url}${path}`, init);
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}
const post = (body: unknown, headers: Record<string, string> = JSON_TYPE) =>
  send({ method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('what a client does wrong is told with one of six codes, and never as a failure of the server', () => {
  const query = '{ organisations { nodes { id } } }';

  it('tells a connection on which nothing came in time that it was too late, as browsers expect', async () => {
    const server = forum.api.getHttpServer();
    server.once('connection', (socket: Socket) =>
      server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket),
    );
    const { hostname, port } = new URL(forum.url);
    const opened = connect(Number(port), hostname);
    const [answer] = (await once(opened, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 408 [^]*Connection: close/);
    opened.destroy();
  });

  it('tells an address too long to be read as a request', async () => {
    const headers = { 'apollo-require-preflight': '1' };
    const { status, body } = await send({ headers }, `/graphql?query=${'a'.repeat(20_000)}`);
    expect([status, body.errors[0].extensions.code]).toEqual([431, 'BAD_USER_INPUT']);
    expect(body.errors[0].message).toContain('16 kB');
  });

  it.each<[string, RequestInit, string, number]>([
    ['a body that is not JSON', { method: 'POST', headers: JSON_TYPE, body: '{"query":' }, '', 400],
    ['a JSON text', { method: 'POST', headers: JSON_TYPE, body: '"query"' }, '', 400],
    ['an empty body', { method: 'POST', headers: JSON_TYPE, body: '' }, '', 400],
    ['an empty object', { method: 'POST', headers: JSON_TYPE, body: '{}' }, '', 400],
    [
      'a body in no known encoding',
      { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': 'rot13' }, body: '{}' },
      '',
      415,
    ],
    [
      'a body in an unknown alphabet',
      { method: 'POST', headers: { 'content-type': 'application/json; charset=x-klingon' }, body: '{}' },
      '',
      415,
    ],
    [
      'a form',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={}' },
      '',
      400,
    ],
    [
      'plain text, as another site could send',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query }) },
      '',
      400,
    ],
    [
      'another type',
      { method: 'POST', headers: { 'content-type': 'application/xml' }, body: '<query/>' },
      '',
      400,
    ],
    [
      'several operations at once',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify([{ query }, { query }]) },
      '',
      400,
    ],
    [
      'a query that is not a text',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query: { kind: 'Document' } }) },
      '',
      400,
    ],
    [
      'variables in a list',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query, variables: [] }) },
      '',
      400,
    ],
    [
      'a number as name',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query, operationName: 1 }) },
      '',
      400,
    ],
    [
      'an unknown operation name',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query, operationName: 'Nobody' }) },
      '',
      400,
    ],
    [
      'two operations and no name',
      {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ query: `query a ${query} query b ${query}` }),
      },
      '',
      400,
    ],
    [
      'a stored operation',
      {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
      },
      '',
      200,
    ],
    [
      'a syntax error',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query: '{ organisations(' }) },
      '',
      400,
    ],
    [
      'an unknown field',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query: '{ nothing }' }) },
      '',
      400,
    ],
    [
      'a missing variable',
      {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ query: 'query ($on: Day!) { auditHead(on: $on) { seq } }' }),
      },
      '',
      400,
    ],
    ['a GET that another site could send', { method: 'GET' }, `?query=${encodeURIComponent(query)}`, 400],
    [
      'a GET that would change something',
      { method: 'GET', headers: { 'apollo-require-preflight': '1' } },
      `?query=${encodeURIComponent('mutation { __typename }')}`,
      405,
    ],
    [
      'a GET with twice the same parameter',
      { method: 'GET', headers: { 'apollo-require-preflight': '1' } },
      '?query={a}&query={b}',
      400,
    ],
    [
      'a GET whose variables are not JSON',
      { method: 'GET', headers: { 'apollo-require-preflight': '1' } },
      '?query={a}&variables={',
      400,
    ],
    ['another method', { method: 'PUT', headers: JSON_TYPE, body: JSON.stringify({ query }) }, '', 405],
    [
      'an answer that it cannot give',
      { method: 'POST', headers: { ...JSON_TYPE, accept: 'image/png' }, body: JSON.stringify({ query }) },
      '',
      406,
    ],
  ])('%s', async (_, init, search, status) => {
    const { status: given, body } = await send(init, `/graphql${search}`);
    expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(body.errors[0].message).toMatch(/\S/);
    expect(JSON.stringify(body)).not.toMatch(/node_modules|stack| at /);
    expect(given).toBe(status);
  });

  it('a body that is too large, with the limit', async () => {
    const { status, body } = await post({ query: `{ a(x: "${'x'.repeat(LIMITS.body)}") }` });
    expect(status).toBe(413);
    expect(body.errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', limit: 'body', most: LIMITS.body });
  });

  it('a document, a depth, a cost beyond the limits', async () => {
    const limit = async (query_: string): Promise<unknown> =>
      (await post({ query: query_ })).body.errors.map((error: Json) => [
        error.extensions.code,
        error.extensions.limit,
      ]);
    const nested = (n: number): string => `${'{ a '.repeat(n)}${'}'.repeat(n)}`;
    expect(await limit(nested(LIMITS.depth + 1))).toEqual([['BAD_USER_INPUT', 'depth']]);
    const aliases = Array.from({ length: 40 }, (_, i) => `a${i}: id`).join(' ');
    expect(await limit(`{ organisations { nodes { ${aliases} } } }`)).toEqual([
      ['BAD_USER_INPUT', 'aliases'],
    ]);
    const many = Array.from(
      { length: 6 },
      (_, i) => `a${i}: organisations(first: 100) { nodes { ${'id name '.repeat(10)} } }`,
    );
    expect(await limit(`{ ${many.join(' ')} }`)).toEqual([['BAD_USER_INPUT', 'cost']]);
    expect((await post({ query: `{ ${many.join(' ')} }` })).status).toBe(400);
    // Judging every act on a hundred meetings takes a hundred times what one command does.
    const judged = 'meetings(first: 100) { nodes { permitted { action } } }';
    expect(await limit(`{ ${judged} }`)).toEqual([['BAD_USER_INPUT', 'cost']]);
    expect(await limit(`{ ${judged.replace('permitted { action }', 'quorum { met }')} }`)).toEqual([
      ['BAD_USER_INPUT', 'cost'],
    ]);
    const { body } = await post({ query: `{ ${'id '.repeat(LIMITS.tokens)} }` });
    expect(body.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(body.errors[0].message).toContain(String(LIMITS.tokens));
  });

  it('text that cannot be kept', async () => {
    for (const nameFr of ['a\0b', 'a\uD800b', '\uDC00']) {
      expect(
        await secretariat.does('registerOrganisation', { nameFr, nameEn: 'x', college: 'GOVERNMENT' }),
      ).toMatchObject({
        code: 'BAD_USER_INPUT',
        message: '`nameFr` holds a character that cannot be kept (a NUL or half a character).',
      });
    }
    for (const nameFr of ['Ligue des droits\u202Eetnaifnoc', 'Deux\u2028lignes', 'Une\nautre']) {
      expect(
        await secretariat.does('registerOrganisation', { nameFr, nameEn: 'x', college: 'GOVERNMENT' }),
      ).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('must be one line') });
    }
    for (const nameFr of ['', ' \u00a0', '\u200b', '\u00ad \u2060', '\u3164']) {
      expect(
        await secretariat.does('registerOrganisation', { nameFr, nameEn: 'x', college: 'GOVERNMENT' }),
      ).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const whole = await secretariat.does(
      'registerOrganisation',
      { nameFr: 'Ministère 🏛️', nameEn: 'Ministry 🏛️', college: 'GOVERNMENT' },
      '... on Organisation { name(language: FR) }',
    );
    expect(whole).toMatchObject({ name: 'Ministère 🏛️' });
  });
});

describe('an instant', () => {
  it.each(['-271821-04-20T00:00:00Z', '0000-12-31T00:00:00Z', '+010000-01-01T00:00:00Z'])(
    'of a year that no day has is not of its form: %s',
    async (instant) => {
      const nobody = await forum.person('Nobody yet');
      const id = newId();
      const acts: [string, Record<string, unknown>][] = [
        ['planMeeting', { startsAt: instant, place: 'Here' }],
        ['conveneMeeting', { meetingId: id, startsAt: instant }],
        ['openVoting', { electionId: id, closesAt: instant }],
      ];
      for (const [act, input] of acts) {
        const voice = act === 'openVoting' ? secretariat : nobody;
        expect(await voice.does(act, input)).toMatchObject({
          code: 'BAD_USER_INPUT',
          message: expect.stringContaining('must fall in the years 1 to 9999'),
        });
      }
    },
  );
});

it('has a sentence in both languages for every form that an input asks for', () => {
  // Its one list of them is not public.
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: Map<unknown, { type: string; name?: string }[]>;
  };
  const forms = new Set(
    [...validationMetadatas.values()]
      .flat()
      .filter(({ type }) => type === 'customValidation')
      .map(({ name = '' }) => name),
  );
  expect(forms.size).toBeGreaterThan(10);
  const without = inputProblem([{ property: 'field', constraints: { none: '' } }]);
  for (const form of forms) {
    const { text } = inputProblem([{ property: 'field', constraints: { [form]: 'field 3' } }]);
    expect([form, text.fr]).not.toEqual([form, without.text.fr]);
    expect([form, text.en]).not.toEqual([form, without.text.en]);
  }
});

describe('the language of an error', () => {
  const said = async (language: string, query: string, variables = {}): Promise<string> => {
    const { body } = await post({ query, variables }, { ...JSON_TYPE, 'accept-language': language });
    return body.errors[0].message;
  };

  it('is the reader’s', async () => {
    const register =
      'mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { __typename } }';
    const input = { nameFr: 'a', nameEn: 'a', college: 'GOVERNMENT' };
    expect(await said('fr', register, { input })).toBe('Connectez-vous d’abord.');
    expect(await said('en-GB,fr;q=0.5', register, { input })).toBe('Sign in first.');
    expect(await said('fr', '{ organisations(first: 101) { nodes { id } } }')).toBe(
      '« first » doit valoir au plus 100.',
    );
    expect(await said('en', '{ organisations(first: 101) { nodes { id } } }')).toBe(
      '`first` must be at most 100.',
    );
    expect(await said('fr', '{ nothing }')).toMatch(/^Requête refusée : /);
    expect(await said('fr', '{ a{a{a{a{a{a{a{a{a{a{a{a{a}}}}}}}}}}}} }')).toMatch(
      /^Requête trop grande : 12 niveaux au plus/,
    );
    const { body } = await send({
      method: 'POST',
      headers: { ...JSON_TYPE, 'accept-language': 'fr' },
      body: '{',
    });
    expect(body.errors[0].message).toContain('JSON');
  });
});

it('asks whoever finds no connection to the database free to try again, and logs no bug', async () => {
  const source = forum.api.get(DataSource);
  const pool = (source.driver as unknown as { master: pg.Pool }).master;
  const name = 'Ligue de demain';
  const input = { nameFr: name, nameEn: name, college: 'CIVIL_SOCIETY' };
  const { max, connectionTimeoutMillis: patience } = pool.options;
  const taken = await Promise.all(Array.from({ length: max }, () => pool.connect()));
  // Nobody gives a connection back meanwhile: there is nothing to wait for.
  pool.options.connectionTimeoutMillis = 50;
  log = '';
  try {
    const act = await secretariat.does('registerOrganisation', input);
    expect(act).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Try again') });
    const { data, errors } = await forum.anyone.ask('{ organisations(first: 1) { nodes { id } } }');
    expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'CONFLICT']);
    const file = `/polls/${'1'.repeat(14)}.bel`;
    const { status, body } = await send({ headers: { authorization: `Bearer ${secretariat.token}` } }, file);
    expect([status, body.errors[0].extensions.code]).toEqual([409, 'CONFLICT']);
    expect(log).not.toContain('timeout exceeded');
  } finally {
    pool.options.connectionTimeoutMillis = patience;
    for (const connection of taken) connection.release();
  }
  expect((await secretariat.does('registerOrganisation', input)).__typename).toBe('Organisation');
});

describe('a bug', () => {
  it('is hidden from the client, who gets the number under which the log tells it', async () => {
    await forum.database.query('ALTER TABLE organisation_name RENAME COLUMN name_fr TO lost');
    try {
      log = '';
      const secret = 'Ligue des secrets';
      const { errors } = await secretariat.ask(
        'mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { __typename } }',
        { input: { nameFr: secret, nameEn: secret, college: 'GOVERNMENT' } },
      );
      const [error] = errors as Json;
      expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) });
      expect(error.message).toMatch(/^Internal error/);
      expect(JSON.stringify(error)).not.toMatch(/lost|name_fr|organisation_name|SELECT/);

      const lines: Json[] = log
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const told = lines.filter((line) => line.level === 'error');
      expect(told).toHaveLength(1);
      expect(told[0]).toMatchObject({ requestId: error.extensions.requestId, err: { code: '42703' } });
      expect(log).not.toContain(secret);
      expect(log).not.toMatch(/Bearer/);
    } finally {
      await forum.database.query('ALTER TABLE organisation_name RENAME COLUMN lost TO name_fr');
    }
  });

  it('leaves nothing personal of a broken constraint in the log', async () => {
    log = '';
    await secretariat.does('registerOrganisation', {
      nameFr: 'Une fois',
      nameEn: 'Once',
      college: 'GOVERNMENT',
    });
    expect(log).toContain('"command":"registerOrganisation"');
    expect(log).not.toContain('Une fois');
  });
});

it('answers with the request’s number and strict headers', async () => {
  const { headers } = await post({ query: '{ __typename }' });
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
  const codes: string[] = (await post({ query: '{ nothing }' })).body.errors.map(
    (e: Json) => e.extensions.code,
  );
  expect(codes.every((code) => CODES.includes(code))).toBe(true);
});
