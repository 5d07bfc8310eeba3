import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { AuditRepository, verifyChain } from '@hemicycle/audit';
import { Database } from '@hemicycle/database';
import { cursorOf, ERROR_CODES } from '@hemicycle/graphql';
import { newId } from '@hemicycle/kernel';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';
import type { Json, TestForum } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { proposed } from '../support/working-groups.js';

jest.setTimeout(900_000);

const OPERATIONS = 12_000;
const IN_FLIGHT = 8;
/** The same number makes the same operations again, but for the ids that the forum drew. */
const SEED = 20_240_620;

/** Mulberry32. */
let state = SEED;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const below = (bound: number): number => Math.floor(random() * bound);
const chance = (part: number): boolean => random() < part;
function oneOf<Item>(items: readonly Item[]): Item {
  return items[below(items.length)] as Item;
}

let log = '';
let plenary: Plenary;
let forum: TestForum;
let schema: GraphQLSchema;
let tables: string[];
/** The ids of each table. */
const ids = new Map<string, string[]>();
let everyId: string[] = [];

beforeAll(async () => {
  const destination = new Writable({
    write(chunk: Buffer, _, written) {
      log += chunk.toString();
      written();
    },
  });
  plenary = await Plenary.planned({ log: destination });
  forum = plenary.forum;
  const { secretary } = plenary;
  const elections = await plenary.convened();
  await plenary.stands(plenary.member('GOVERNMENT', 2), elections.GOVERNMENT);
  await plenary.stands(plenary.member('CIVIL_SOCIETY', 2), elections.CIVIL_SOCIETY);
  await plenary.opened();
  await plenary.vote(elections.GOVERNMENT);
  await plenary.another('2024-09-20');
  await proposed(plenary);
  await aGroupAtWork();
  const { errors, data } = await forum.anyone.ask(getIntrospectionQuery());
  expect(errors).toBeUndefined();
  schema = buildClientSchema(data);
  done(await secretary.does('registerSecretariatBody', { nameFr: 'Un autre', nameEn: 'Another' }));
  await gatherIds();
});
afterAll(() => forum?.close());

/** Set up straight in the tables, its seats of facilitators vacant: no plenary has decided on one yet. */
async function aGroupAtWork(): Promise<void> {
  await forum.database.query(
    `UPDATE working_group SET state = 'SET_UP', set_up_on = proposed_on WHERE id = $1`,
    [await proposed(plenary)],
  );
}

async function gatherIds(): Promise<void> {
  const columns = await forum.database.query<{ table: string }>(
    `SELECT table_name AS table FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid' ORDER BY 1`,
  );
  for (const { table } of columns) {
    const rows = await forum.database.query<{ id: string }>(`SELECT id FROM ${table} LIMIT 200`);
    if (rows.length > 0)
      ids.set(
        table,
        rows.map(({ id }) => id),
      );
  }
  everyId = [...ids.values()].flat();
  const names = await forum.database.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname LIKE '%\\_%'`,
  );
  tables = names.map(({ name }) => name);
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An id that exists, usually of what the name speaks of. */
function idFor(name: string): string {
  const word = snake(name.replace(/Ids?$/, ''));
  const kind = chance(0.9)
    ? [...ids.keys()].filter((table) => table === word || table.endsWith(`_${word}`))
    : [];
  return oneOf(ids.get(kind[0] ?? '') ?? everyId);
}

const deep = (levels: number): unknown => {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { input: value };
  return value;
};

// None of these holds a word that the answers are searched for: GraphQL quotes what it refuses.
const NASTY: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  -(2 ** 63),
  1e308,
  -1e308,
  1e-320,
  '',
  ' ',
  '\t\r\n',
  '\0',
  'a\0b',
  '\u0001\u001b[31m',
  '\ud800',
  'a\udc00b',
  '\udc00\ud800',
  '\ufffe\uffff',
  '\ufeff',
  '\u202eabc\u202c',
  'مرحبا بالعالم',
  'שלום',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'e\u0301'.repeat(50),
  'Z̷̢͝a̴l̵g̶o̸',
  '\u200b',
  'ﷺ'.repeat(100),
  'x'.repeat(300),
  'x'.repeat(20_000),
  '🏛️'.repeat(5_000),
  '\\',
  '\\u0000',
  '%',
  '_',
  '%_%',
  '$1',
  '?',
  ':id',
  "'",
  '"',
  '`',
  `'; DROP TABLE members; --`,
  `' OR '1'='1`,
  `1); DELETE FROM members; --`,
  `"; VACUUM; --`,
  `' || version() || '`,
  '{{7*7}}',
  '${7*7}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e400',
  '0x10',
  '2147483648',
  '2024-02-30',
  '0000-01-01',
  '0000-00-00',
  '-000001-01-01',
  '+275760-09-13',
  '9999-12-31',
  '10000-01-01',
  '1582-10-10',
  '2024-06-20T25:00:00Z',
  '+275760-09-14T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00Z',
  '2024-06-20',
  '20240620',
  '2024-W01',
  '24:00',
  'today',
  'now',
  'infinity',
  'epoch',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{9b2f6a4e-0c1d-4f5e-8a7b-1c2d3e4f5a6b}',
  '9b2f6a4e0c1d4f5e8a7b1c2d3e4f5a6b',
  '9B2F6A4E-0C1D-4F5E-8A7B-1C2D3E4F5A6B',
  '9b2f6a4e-0c1d-4f5e-8a7b-1c2d3e4f5a6',
  'GOVERNMENT',
  'government',
  'EN',
  'a@b',
  '"a\\"b"@example.org',
  'a@example.org\r\nBcc: b@example.org',
  `${'a'.repeat(64)}@${'b.'.repeat(90)}org`,
  'javascript:alert(1)',
  'data:text/html,x',
  'http://[::1',
  'https://example.org/\0',
  [],
  [[]],
  [null],
  ['a', 1, null],
  {},
  { id: null },
  { length: -1 },
  { toString: 'x' },
  { constructor: { prototype: 1 } },
  JSON.parse('{"__proto__": {"admin": true}}'),
  deep(5),
  deep(200),
  Array.from({ length: 500 }, () => 'x'),
];

const CURSOR_PARTS: readonly unknown[] = [
  '',
  'a',
  '\0',
  '\ud800',
  0,
  -1,
  1,
  1.5,
  2 ** 53,
  1e308,
  null,
  true,
  {},
  [],
  '2024-06-20',
  '9999-12-31',
  '2024-02-30',
  '0000-01-01',
  '2024-06-20T12:00:00.000Z',
  '0001-01-01T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '2024-06-20T24:00:00.000Z',
];
function cursor(): string {
  const id = chance(0.5) ? oneOf(everyId) : newId();
  return oneOf<() => string>([
    () => cursorOf([oneOf(CURSOR_PARTS), id] as string[]),
    () => cursorOf([oneOf(CURSOR_PARTS), oneOf(CURSOR_PARTS), id] as string[]),
    () => cursorOf(Array.from({ length: below(5) }, () => oneOf(CURSOR_PARTS)) as string[]),
    () => cursorOf([id]),
    () => Buffer.from('{"a":').toString('base64url'),
    () => Buffer.from([0xff, 0xfe, 0, below(256)]).toString('base64url'),
    () => '',
    () => '====',
  ])();
}

/** A value of the type, of good form; what it means is another matter. */
function good(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return good(type.ofType, name);
  if (isListType(type)) return Array.from({ length: below(4) }, () => good(type.ofType, name));
  if (isEnumType(type)) return oneOf(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) || chance(0.5),
    );
    return Object.fromEntries(fields.map((field) => [field.name, good(field.type, field.name)]));
  }
  switch (type.name) {
    case 'ID':
      return chance(0.95) ? idFor(name) : newId();
    case 'Int':
      return oneOf([0, 1, 1, 2, 3, 10, 30, 100]);
    case 'Float':
      return random();
    case 'Boolean':
      return chance(0.5);
    case 'Day':
      return oneOf([
        '2024-06-19',
        '2024-06-20',
        '2024-06-21',
        '2024-07-15',
        '2025-01-01',
        '1999-12-31',
        '9999-12-31',
      ]);
    case 'DateTime':
      return oneOf([
        '2024-06-20T12:00:00.000Z',
        '2024-07-15T14:00:00+02:00',
        '2030-01-01T00:00:00Z',
        '1999-12-31T23:59:59.999Z',
      ]);
    default:
      return words(name);
  }
}

function words(name: string): string {
  if (name === 'after') return cursor();
  if (/mail/i.test(name)) return `somebody-${below(500)}@example.org`;
  if (/url|website|link/i.test(name)) return `https://example.org/${below(100)}`;
  return oneOf([
    `Nom ${below(400)}`,
    'Conseil d’État',
    '👩‍👩‍👧‍👦',
    'مرحبا',
    'שלום',
    `l'Assemblée "nationale" \\ 100 %`,
    'Ligne\nautre',
  ]);
}

/** The value with one of its parts, at any depth, made nasty. */
function spoilt(value: unknown): unknown {
  const parts = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (parts.length === 0 || chance(0.1)) return chance(0.1) ? cursor() : oneOf(NASTY);
  const part = oneOf(parts);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === part ? spoilt(item) : item));
  const spoiled: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  switch (below(12)) {
    case 0:
      delete spoiled[part];
      break;
    case 1:
      spoiled[`${part}x`] = oneOf(NASTY);
      break;
    default:
      spoiled[part] = spoilt(spoiled[part]);
  }
  return spoiled;
}

/** A value as it is written in a document. */
function literal(value: unknown, type: GraphQLInputType | null): string {
  const named = type === null ? null : getNamedType(type);
  if (typeof value === 'string' && isEnumType(named) && /^\w+$/.test(value)) return value;
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, type)).join(' ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields: Record<string, { type: GraphQLInputType }> = isInputObjectType(named)
      ? named.getFields()
      : {};
    const inner = (name: string): GraphQLInputType | null =>
      Object.hasOwn(fields, name) ? (fields[name]?.type ?? null) : null;
    return `{${Object.entries(value)
      .map(([name, part]) => `${name}: ${literal(part, inner(name))}`)
      .join(' ')}}`;
  }
  return typeof value === 'string' && chance(0.1) && !value.includes('"')
    ? `"""${value}"""`
    : JSON.stringify(value);
}

function argumentsOf(args: readonly GraphQLArgument[]): string {
  const given = args.filter((arg) => isRequiredArgument(arg) || chance(0.2));
  if (given.length === 0) return '';
  return `(${given.map(({ name, type }) => `${name}: ${literal(chance(0.9) ? good(type, name) : oneOf(NASTY), type)}`).join(' ')})`;
}

function selection(type: GraphQLOutputType, levels: number): string {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    const members = named.getTypes().map((member) => `... on ${member.name} ${selection(member, levels)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter((field) => chance(0.4) && leadsOn(field, levels));
  return `{ __typename ${fields.map((field) => `${chance(0.03) ? 'other: ' : ''}${field.name}${argumentsOf(field.args)} ${selection(field.type, levels - 1)}`).join(' ')} }`;
}
const leadsOn = ({ type }: GraphQLField<unknown, unknown>, levels: number): boolean =>
  levels > 0 || (!isObjectType(getNamedType(type)) && !isUnionType(getNamedType(type)));

interface Request {
  query: unknown;
  variables?: unknown;
  operationName?: unknown;
}

/** An operation on one field of the root, its arguments in variables or written out; of good form unless told otherwise. */
function operation(
  form: 'variables' | 'literals',
  change: (value: unknown) => unknown = (value) => value,
): Request {
  const root = chance(0.75) ? schema.getMutationType() : schema.getQueryType();
  const field = oneOf(Object.values(root?.getFields() ?? {}));
  const kind = root === schema.getMutationType() ? 'mutation' : 'query';
  const args = field.args.filter((arg) => isRequiredArgument(arg) || chance(0.7));
  const list = (text: readonly string[]): string => (text.length === 0 ? '' : `(${text.join(' ')})`);
  const values = change(Object.fromEntries(args.map((arg) => [arg.name, good(arg.type, arg.name)]))) as Json;
  const inside = `__typename ${selection(field.type, below(3)).replace(/^\{ __typename/, '')}`;
  const body =
    getNamedType(field.type) && selection(field.type, 0) === '' ? '' : `{ ${inside.replace(/\}\s*$/, '')} }`;
  if (form === 'variables') {
    const declared = list(args.map(({ name, type }) => `$${name}: ${String(type)}`));
    const passed = list(args.map(({ name }) => `${name}: $${name}`));
    return { query: `${kind} Fuzz${declared} { result: ${field.name}${passed} ${body} }`, variables: values };
  }
  const written = list(
    Object.entries(values ?? {}).map(
      ([name, value]) => `${name}: ${literal(value, args.find((arg) => arg.name === name)?.type ?? null)}`,
    ),
  );
  return { query: `${kind} { result: ${field.name}${written} ${body} }` };
}

/** The text with something wrong at a random place. */
function broken(text: string): string {
  const at = below(text.length);
  const signs = [
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '$',
    '@',
    '!',
    ':',
    '"',
    '"""',
    '...',
    '#',
    '\\',
    '\0',
    '\ud800',
    '\u202e',
    '🏛️',
    ',',
    '&',
    '|',
    '0',
    '-',
    'on',
    'null',
    '%00',
  ];
  return oneOf([
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.slice(0, at) + oneOf(signs) + text.slice(at),
    () => text.slice(0, at) + oneOf(signs) + text.slice(at + 1 + below(5)),
    () => text.slice(0, at) + text.slice(at + 1 + below(10)),
    () => text.slice(0, at) + text.slice(below(text.length)),
  ])();
}

const ABUSES: readonly ((query: string) => string)[] = [
  (query) => query.replace('__typename', '...Nobody'),
  (query) =>
    `${query.replace('__typename', '...A')} fragment A on Organisation { ...B } fragment B on Organisation { ...A }`,
  (query) => `${query} fragment A on Query { me { id } } fragment A on Query { me { id } }`,
  (query) => `${query} fragment A on Nothing { id }`,
  (query) => `${query} fragment A on College { id }`,
  (query) => `${query} fragment on on Query { __typename }`,
  (query) => `${query} ${query}`,
  (query) => `${query} { __typename }`,
  (query) => `${query} subscription { x }`,
  (query) => `${query} extend type Query { x: Int } scalar X`,
  (query) => query.replace('__typename', '__typename @skip'),
  (query) => query.replace('__typename', '__typename @skip(if: null) @include(if: "x")'),
  (query) => query.replace('__typename', '__typename @skip(if: true) @skip(if: false)'),
  (query) => query.replace('__typename', '__typename @nothing(x: {a: [1]})'),
  (query) => query.replace('__typename', '__typename @deprecated @oneOf @specifiedBy(url: 1)'),
  (query) => query.replace('__typename', '... @include(if: $unknown) { __typename }'),
  (query) => query.replace('__typename', '... { ... { ... { __typename } } }'),
  (query) => query.replace('__typename', '__typename: __typename x: __typename x: nothing'),
  (query) => query.replace('result:', '__proto__:'),
  (query) => query.replace('result:', 'constructor:'),
  (query) => query.replace('{', '@skip(if: true) {'),
  (query) => query.replace('(', '($twice: ID! $twice: [Int!]! = 1 '),
  (query) => query.replace('(', '(language: FR language: EN '),
  (query) => query.replace('Input!', 'Output!'),
  (query) => query.replace('!', ''),
  (query) => query.replace('mutation', 'query'),
  (query) =>
    query.replace(
      'result:',
      'other: __schema { types { name fields { name type { name ofType { name } } } } } result:',
    ),
  (query) => query.replace('result:', 'other: __type(name: "__proto__") { name } result:'),
];

const rename = (query: string): string => {
  const names = [...query.matchAll(/\b[a-zA-Z]\w+\b/g)];
  const { index, 0: name } = oneOf(names);
  return (
    query.slice(0, index) +
    oneOf([`${name}x`, name.slice(1), name.toUpperCase(), '__proto__', 'toString', '_']) +
    query.slice(index + name.length)
  );
};

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly search: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Buffer<ArrayBuffer>;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const asJson = (body: unknown): Sent => ({
  method: 'POST',
  search: '',
  headers: JSON_TYPE,
  body: JSON.stringify(body),
});

const WRONG_BODIES: readonly ((request: Request) => Sent)[] = [
  (request) => ({ ...asJson(request), body: broken(JSON.stringify(request)) }),
  (request) => ({ ...asJson(request), body: broken(JSON.stringify(request)) }),
  () => asJson(oneOf(NASTY)),
  (request) => asJson([request, request]),
  (request) => asJson({ ...request, query: oneOf(NASTY) }),
  (request) => asJson({ ...request, variables: oneOf(NASTY) }),
  (request) => asJson({ ...request, variables: JSON.stringify(request.variables) }),
  (request) => asJson({ ...request, operationName: oneOf(NASTY) }),
  (request) => asJson({ ...request, extensions: oneOf(NASTY) }),
  (request) => asJson({ ...request, extensions: { persistedQuery: oneOf(NASTY) } }),
  (request) =>
    asJson({ ...request, extensions: { persistedQuery: { version: 1, sha256Hash: oneOf(NASTY) } } }),
  (request) => asJson({ variables: request.variables }),
  (request) => asJson({ data: request }),
  (request) => ({
    ...asJson(request),
    headers: {
      'content-type': oneOf([
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'application/graphql',
        'application/json; charset=utf-16',
        'application/json; charset=x',
        '/',
        'json',
      ]),
    },
  }),
  (request) => ({
    ...asJson(request),
    headers: { ...JSON_TYPE, 'content-encoding': oneOf(['gzip', 'br', 'deflate', 'identity, gzip', 'x']) },
  }),
  (request) => {
    const body = Buffer.from(JSON.stringify(request));
    for (let times = 0; times < 3; times += 1) body[below(body.length)] = below(256);
    return { ...asJson(request), body };
  },
  (request) => ({
    method: 'GET',
    search: `?query=${encodeURIComponent(String(request.query))}&variables=${encodeURIComponent(JSON.stringify(oneOf([request.variables ?? {}, oneOf(NASTY)])) ?? '')}`,
    headers: { [oneOf(['apollo-require-preflight', 'apollo-require-preflight', 'x-nothing'])]: '1' },
  }),
  () => ({
    method: 'GET',
    search: oneOf([
      '?query=%',
      '?query[]=a',
      '?query=%00',
      '?%ff=%fe',
      '?query={me{id}}&query={me{id}}',
      '?variables={',
      '?extensions={}',
      '?',
    ]),
    headers: { 'apollo-require-preflight': '1' },
  }),
];

/** One operation of ten thousand. */
function anOperation(): Sent {
  const kind = random();
  const form = chance(0.7) ? 'variables' : 'literals';
  if (kind < 0.25) return asJson(operation(form));
  if (kind < 0.55) return asJson(operation(form, spoilt));
  if (kind < 0.62)
    return asJson(
      operation('variables', () =>
        Object.fromEntries(
          ['input', 'id', 'on', 'first', 'after', 'callId'].map((name) => [name, oneOf(NASTY)]),
        ),
      ),
    );
  if (kind < 0.7) {
    const request = operation(form);
    return asJson({ ...request, query: rename(String(request.query)) });
  }
  if (kind < 0.8) {
    const request = operation(form);
    return asJson({ ...request, query: broken(String(request.query)) });
  }
  if (kind < 0.88) {
    const request = operation(form);
    const named = chance(0.2) ? { operationName: oneOf(['Fuzz', 'Nobody', '']) } : {};
    return asJson({ ...request, ...named, query: oneOf(ABUSES)(String(request.query)) });
  }
  if (kind < 0.91) {
    const levels = oneOf([5, 13, 100, 700]);
    const [open, close] = oneOf([
      ['{ me ', '}'],
      ['{ ... ', '}'],
      ['{ me(x: [', '])}'],
      ['{ me(x: {a: ', '})}'],
      ['[', ']'],
    ]) as [string, string];
    return asJson({ query: `${open.repeat(levels)}${close.repeat(levels)}`, variables: { x: deep(levels) } });
  }
  return oneOf(WRONG_BODIES)(operation(form));
}

/** Names under which only the server's inside is known; those of tables are added. */
const INSIDE =
  /node_modules|\.[cm]?[jt]s:\d|\\n\s+at |\bat (?:async )?[\w.<>]+ \((?:file:|node:|\/)|file:\/\/|\/(?:work|tmp|home|usr|app|srv)\/|stacktrace|\bSELECT |INSERT INTO|\bUPDATE "?\w+"? SET|QueryFailedError|driverError|TypeError|RangeError|ReferenceError|Cannot read prop|is not a function|is not iterable|violates|duplicate key|null value in column|relation "|column "|syntax error at or near|invalid input (?:syntax|value)|invalid byte|out of range for type|could not determine|pg_|ECONN|hemicycle_app/;

it(`answers ${OPERATIONS} malformed operations without failing and without telling its inside`, async () => {
  const inside = new RegExp(`${INSIDE.source}|\\b(?:${tables.join('|')})\\b`);
  const problems: string[] = [];
  const entered = new Map<string, { done: number; refused: number }>();
  const codes: Record<string, number> = {};
  let voices: (string | null)[] = [];
  const languages = ['en', 'fr', '', '*', 'xx-YY;q=9', ';;;,,,', 'en;q=NaN', 'fr-'.repeat(200)];

  const tell = (why: string, { method, search, headers, body }: Sent, answer: string): void => {
    if (problems.length > 20) return;
    problems.push(
      `${why}\n${method} ${search} ${JSON.stringify(headers)}\n${String(body).slice(0, 2_000)}\n→ ${answer.slice(0, 1_000)}`,
    );
  };

  async function judgeOne(sent: Sent, authorization: string | null, language: string): Promise<void> {
    const response = await fetch(`${forum.url}/graphql${sent.search}`, {
      method: sent.method,
      headers: {
        ...sent.headers,
        'accept-language': language,
        ...(authorization === null ? {} : { authorization }),
      },
      ...(sent.body === undefined ? {} : { body: sent.body }),
    });
    const text = await response.text();
    if (response.status >= 500) tell(`status ${response.status}`, sent, text);
    const leak = inside.exec(text);
    if (leak !== null) tell(`says “${leak[0]}”`, sent, text);
    let answer: Json;
    try {
      answer = JSON.parse(text);
    } catch {
      return tell('is no JSON', sent, text);
    }
    for (const error of answer.errors ?? []) {
      const code = error.extensions?.code;
      codes[code] = (codes[code] ?? 0) + 1;
      if (!ERROR_CODES.includes(code) || code === 'INTERNAL_SERVER_ERROR') tell(`code ${code}`, sent, text);
    }
    if (answer.errors === undefined && answer.data === undefined) tell('is no answer', sent, text);
    const mutation = /mutation.*? result: (\w+)/.exec(typeof sent.body === 'string' ? sent.body : '')?.[1];
    const typename = answer.data?.result?.__typename;
    if (mutation !== undefined && typename !== undefined) {
      const count = entered.get(mutation) ?? { done: 0, refused: 0 };
      count[typename === 'RuleRefusal' ? 'refused' : 'done'] += 1;
      entered.set(mutation, count);
    }
  }

  /** Sessions and appointments do not outlive what the operations do to them. */
  async function freshVoices(): Promise<void> {
    const people: (string | null)[] = [
      (await forum.secretary()).personId,
      plenary.founder.personId,
      plenary.member('GOVERNMENT', 1).personId,
      plenary.member('GOVERNMENT', 2).personId,
      plenary.member('CIVIL_SOCIETY', 3).personId,
    ];
    const tokens: string[] = [];
    for (const personId of people) tokens.push(`Bearer ${(await forum.voiceOf(personId ?? '')).token}`);
    const secretary = tokens[0] as string;
    voices = [
      ...tokens,
      secretary,
      secretary,
      secretary,
      null,
      null,
      'Bearer nobody',
      'Bearer \u00ff',
      `Basic ${'x'.repeat(500)}`,
    ];
  }

  const ROUND = 500;
  for (let begun = 0; begun < OPERATIONS; begun += ROUND) {
    await freshVoices();
    const waiting = Array.from({ length: ROUND }, () => ({
      sent: anOperation(),
      voice: oneOf(voices),
      language: oneOf(languages),
    }));
    const lane = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        await judgeOne(next.sent, next.voice, next.language);
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
    await gatherIds();
  }

  expect(problems.join('\n\n')).toBe('');
  expect(log).toBe('');
  const trail = await verifyChain(new AuditRepository().rows(forum.api.get(Database).reader));
  expect(trail.flaws).toEqual([]);
  // They reached the commands, and did not all stop at the door.
  const counts = [...entered.values()];
  expect(entered.size).toBeGreaterThan(30);
  expect(counts.reduce((sum, count) => sum + count.done, 0)).toBeGreaterThan(100);
  expect(counts.reduce((sum, count) => sum + count.refused, 0)).toBeGreaterThan(100);
  expect(Object.keys(codes)).toEqual(
    expect.arrayContaining(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']),
  );
});
