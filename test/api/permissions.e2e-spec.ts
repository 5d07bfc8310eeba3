import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EDITION_0 } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { newId, type Role, ROLES } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  parse,
  printSchema,
  subscribe,
} from 'graphql';
import { PERMISSIONS } from '../../apps/api/src/permissions.js';
import { composeSchema } from '../../apps/api/src/schema.js';
import { done } from '../support/plenary.js';
import { EventStream } from '../support/event-stream.js';
import { type Answer, TestForum, type Voice } from '../support/forum.js';

type RootField = GraphQLField<unknown, unknown>;

/** A query, a mutation or a subscription, by the name that it has in the permission table. */
interface Operation {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly field: RootField;
}

interface Somebody {
  readonly voice: Voice;
  readonly roles: readonly Role[];
}

const REFUSALS: readonly unknown[] = ['UNAUTHENTICATED', 'FORBIDDEN'];

let forum: TestForum;
let schema: GraphQLSchema;
let operations: readonly Operation[];
let people: Readonly<Record<string, Somebody>>;

beforeAll(async () => {
  forum = await TestForum.on('2024-05-31');
  schema = buildClientSchema(await forum.anyone.reads(getIntrospectionQuery()));
  operations = [
    ...fieldsOf(schema.getQueryType(), 'query', 'Query'),
    ...fieldsOf(schema.getMutationType(), 'mutation', 'Mutation'),
    ...fieldsOf(schema.getSubscriptionType(), 'subscription', 'Subscription'),
  ];
  people = await everyRole();
});
afterAll(() => forum.close());

function fieldsOf(
  type: ReturnType<GraphQLSchema['getQueryType']>,
  kind: Operation['kind'],
  root: string,
): Operation[] {
  return Object.values(type?.getFields() ?? {}).map((field) => ({
    name: `${root}.${field.name}`,
    kind,
    field,
  }));
}

/** One person for each standing that the forum knows, with the roles that her dated rows give her. */
async function everyRole(): Promise<Record<string, Somebody>> {
  const secretary = await forum.secretary();
  const founder = await forum.founder('GOVERNMENT');
  const government = await forum.member({ college: 'GOVERNMENT' });
  const civilSociety = await forum.member({ college: 'CIVIL_SOCIETY' });
  const coChair = await forum.member({ college: 'GOVERNMENT' });
  const committeeMember = await forum.member({ college: 'CIVIL_SOCIETY' });
  const facilitator = await forum.member({ college: 'CIVIL_SOCIETY' });
  const named = async (email: string): Promise<Voice> => {
    const [person] = await forum.database.query<{ id: string }>(`SELECT id FROM person WHERE email = $1`, [
      email,
    ]);
    if (person === undefined) throw new Error(`Nobody at ${email}`);
    return forum.voiceOf(person.id);
  };
  const alternate = { name: 'Alternate', email: 'alternate@example.org', language: 'FR' };
  const { memberId, organisationId } = government;
  done(await secretary.does('nameAlternate', { memberId, organisationId, ...alternate }));
  const correspondent = { name: 'Correspondent', email: 'correspondent@example.org', language: 'FR' };
  done(await secretary.does('nameCorrespondent', { organisationId, ...correspondent }));
  await forum.api.get(Database).transaction((tx) =>
    forum.api.get(MandatesRepository, { strict: false }).begin(tx, {
      memberId: coChair.memberId,
      office: 'CO_CHAIR',
      seat: 1,
      college: 'GOVERNMENT',
      proclaimedOn: forum.today,
      electionId: newId(),
      rules: EDITION_0,
    }),
  );
  await forum.database.query(
    `INSERT INTO mandate (id, member_id, office, college, seat, from_on, term_until_on, election_id)
     VALUES ($1, $2, 'COMMITTEE_MEMBER', 'CIVIL_SOCIETY', 1, $3, $3::date + 365, $4)`,
    [newId(), committeeMember.memberId, forum.today, newId()],
  );
  await forum.database.query(
    `INSERT INTO facilitator_mandate (id, member_id, group_id, college, seat, from_on, decision_id)
     VALUES ($1, $2, $3, 'CIVIL_SOCIETY', 1, $4, $5)`,
    [newId(), facilitator.memberId, newId(), forum.today, newId()],
  );
  return {
    'the public': { voice: forum.anyone, roles: ['ANYONE'] },
    'a person without role': { voice: await forum.person('Nobody yet'), roles: ['ANYONE', 'PERSON'] },
    'a member, government': { voice: government, roles: ['ANYONE', 'PERSON', 'MEMBER'] },
    'a member, civil society': { voice: civilSociety, roles: ['ANYONE', 'PERSON', 'MEMBER'] },
    'an alternate': { voice: await named(alternate.email), roles: ['ANYONE', 'PERSON', 'ALTERNATE'] },
    'a founder': { voice: founder, roles: ['ANYONE', 'PERSON', 'FOUNDING_GROUP'] },
    'a correspondent': {
      voice: await named(correspondent.email),
      roles: ['ANYONE', 'PERSON', 'CORRESPONDENT'],
    },
    'a facilitator': { voice: facilitator, roles: ['ANYONE', 'PERSON', 'MEMBER', 'FACILITATOR'] },
    'a committee member': {
      voice: committeeMember,
      roles: ['ANYONE', 'PERSON', 'MEMBER', 'COMMITTEE_MEMBER'],
    },
    'a co-chair': { voice: coChair, roles: ['ANYONE', 'PERSON', 'MEMBER', 'CO_CHAIR'] },
    'a secretary': { voice: secretary, roles: ['ANYONE', 'PERSON', 'SECRETARIAT'] },
  };
}

/** The least that has the form of an input: ids that name nothing, the first of the values of a list. */
function least(type: GraphQLInputType, name: string): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [least(bare.ofType, name)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) {
    return Object.fromEntries(
      Object.values(bare.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, least(field.type, field.name)]),
    );
  }
  switch (String(bare)) {
    case 'ID':
      return newId();
    case 'Day':
      return '2024-06-20';
    case 'DateTime':
      return '2024-06-20T12:00:00Z';
    case 'Int':
      return 1;
    case 'Boolean':
      return true;
    case 'String':
      return name === 'email' ? `${newId()}@example.org` : 'x';
    default:
      throw new Error(`No value known for ${String(type)}`);
  }
}

async function call(voice: Voice, { kind, field }: Operation): Promise<Answer> {
  const required = field.args.filter(isRequiredArgument);
  const declared = required.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = required.map(({ name }) => `${name}: $${name}`).join(', ');
  const within = (list: string): string => (list === '' ? '' : `(${list})`);
  const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
  const document = `${kind} ${within(declared)} { ${field.name}${within(passed)} ${selection} }`;
  const variables = Object.fromEntries(required.map(({ name, type }) => [name, least(type, name)]));
  if (kind !== 'subscription') return voice.ask(document, variables);
  const stream = await EventStream.of(forum.url, document, { variables, token: voice.token });
  const first = await stream.next();
  stream.leave();
  if (first === null) throw new Error(`${field.name} told nothing.`);
  return first;
}

const codeOf = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions.code;

/** Acts on whoever asks, without saying on what: it may end the session that asks. */
const actsOnTheCaller = ({ kind, field }: Operation): boolean =>
  kind === 'mutation' && field.args.length === 0;

const allows = ({ name }: Operation, roles: readonly Role[]): boolean =>
  PERMISSIONS[name]?.some((role) => roles.includes(role)) ?? false;

/** The answers that are not as expected, of everybody at once, each person asking in turn. */
async function unexpected(
  which: (operation: Operation, roles: readonly Role[]) => boolean,
  problem: (answer: Answer, roles: readonly Role[]) => boolean,
): Promise<{ asked: number; problems: string[] }> {
  const problems: string[] = [];
  let asked = 0;
  await Promise.all(
    Object.entries(people).map(async ([who, { voice, roles }]) => {
      for (const operation of operations.filter((one) => which(one, roles))) {
        const caller =
          actsOnTheCaller(operation) && voice.personId !== null ? await forum.voiceOf(voice.personId) : voice;
        const answer = await call(caller, operation);
        asked += 1;
        if (problem(answer, roles)) problems.push(`${who}: ${operation.name}: ${JSON.stringify(answer)}`);
      }
    }),
  );
  return { asked, problems };
}

describe('who may call what', () => {
  it('knows a person for each role', async () => {
    const known = new Set(Object.values(people).flatMap(({ roles }) => roles));
    expect([...known].toSorted()).toEqual([...ROLES].toSorted());
    for (const [who, { voice, roles }] of Object.entries(people)) {
      const { me } = await voice.reads('{ me { roles } }');
      const held: string[] = me === null ? ['ANYONE'] : ['ANYONE', ...me.roles];
      expect([who, [...new Set(held)].toSorted()]).toEqual([who, [...roles].toSorted()]);
    }
  });

  it('lists every operation in the table, and nothing else', () => {
    expect(operations.map(({ name }) => name).toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted());
  });

  it('refuses whoever the table does not name, before anything is written', async () => {
    const written = `SELECT count(*)::int AS rows FROM audit_row`;
    const before = await forum.database.query(written);
    const { asked, problems } = await unexpected(
      (operation, roles) => !allows(operation, roles),
      (answer, roles) =>
        codeOf(answer) !== (roles.includes('PERSON') ? 'FORBIDDEN' : 'UNAUTHENTICATED') ||
        Object.values(answer.data ?? {}).some((value) => value !== null),
    );
    expect(problems).toEqual([]);
    expect(asked).toBeGreaterThan(operations.length);
    expect(await forum.database.query(written)).toEqual(before);
  });

  it('lets through whoever the table names, and answers without failing', async () => {
    const letThrough = (answer: Answer): boolean => {
      const code = codeOf(answer);
      // The link that nobody was sent: `signIn` ran, and says so with the same code.
      if (answer.errors?.[0]?.message.startsWith('This link is no longer valid')) return true;
      return !REFUSALS.includes(code) && code !== 'INTERNAL_SERVER_ERROR';
    };
    // What acts on the caller goes last: `revokeAllSessions` ends her every session.
    for (const last of [false, true]) {
      const { asked, problems } = await unexpected(
        (operation, roles) => allows(operation, roles) && actsOnTheCaller(operation) === last,
        (answer) => !letThrough(answer),
      );
      expect(problems).toEqual([]);
      expect(asked).toBeGreaterThan(0);
    }
  });
});

describe('what the table opens', () => {
  it('lets the public write nothing but what somebody without an account must', () => {
    const open = operations.filter(
      ({ kind, name }) => kind === 'mutation' && PERMISSIONS[name]?.includes('ANYONE'),
    );
    expect(open.map(({ field }) => field.name).toSorted()).toEqual([
      'applyToCall',
      'cancelEventPlace',
      'confirmEventPlace',
      'requestEventPlace',
      'requestSignInLink',
      'signIn',
      'withdrawApplication',
      'writeToSecretariat',
    ]);
  });

  it('keeps from the public no reading but of applications, of one’s own sessions, letters and calendar, of what needs oneself, of a trustee’s and a voter’s own things, and the check of an open box', () => {
    const kept = operations.filter(
      ({ kind, name }) => kind === 'query' && !PERMISSIONS[name]?.includes('ANYONE'),
    );
    expect(kept.map(({ field }) => field.name).toSorted()).toEqual([
      'applications',
      'boxIntegrity',
      'myCalendar',
      'myMailPreferences',
      'myParity',
      'mySessions',
      'trusteeWork',
      'votingCredential',
      'whatNeedsMe',
    ]);
  });
});

describe('a schema and a table that do not agree', () => {
  const sdl = (): string => printSchema(schema);

  it('compose when they do', () => {
    expect(() => composeSchema(buildSchema(sdl()))).not.toThrow();
  });

  it.each(['Query', 'Mutation', 'Subscription'])('stop the start for a %s without entry', (root) => {
    expect(() => composeSchema(buildSchema(`${sdl()} extend type ${root} { unlisted: Int }`))).toThrow(
      `${root}.unlisted has no entry in the permission table.`,
    );
  });

  it('open no subscription to whoever the table does not name', async () => {
    const nobody = { act: { actor: { personId: null, roles: new Set() } } };
    const answer = await subscribe({
      schema: composeSchema(buildSchema(sdl())),
      document: parse(`subscription { changed(ids: ["${newId()}"]) }`),
      contextValue: nobody,
      rootValue: {
        changed: () => {
          throw new Error('It was opened.');
        },
      },
    });
    expect(answer).toMatchObject({ errors: [{ message: 'Sign in first.' }] });
  });

  it('stop the start for an entry without operation', () => {
    const without = mapSchema(schema, {
      [MapperKind.ROOT_FIELD]: (field, name) => (name === 'signOut' ? null : field),
    });
    expect(() => composeSchema(without)).toThrow(
      'The permission table names what does not exist: Mutation.signOut.',
    );
  });
});

/**
 * What is private and yet leads from an operation open to others than the secretariat. An operation that is not
 * here leads to nothing private; one that is here must.
 */
const OPEN_PRIVATE: readonly { what: string; from: readonly string[]; because: string }[] = [
  {
    what: 'Account',
    from: ['Mutation.setLanguage', 'Query.me'],
    because: 'the account is of whoever asks: neither operation takes the id of a person',
  },
  {
    what: 'Account.email',
    from: ['Mutation.setLanguage', 'Query.me'],
    because: 'her own address',
  },
  {
    what: 'ApplicationReceipt',
    from: ['Mutation.applyToCall'],
    because: 'two dates, the same for a first application and for a second one',
  },
  {
    what: 'MadePersonalCalendar.address',
    from: ['Mutation.makePersonalCalendar'],
    because: 'where whoever asks reads her own calendar',
  },
  {
    what: 'OwnParity.gender',
    from: ['Mutation.declareForParity', 'Query.myParity'],
    because: 'what whoever asks declared of herself',
  },
  {
    what: 'Session',
    from: ['Query.mySessions'],
    because: 'the sessions of whoever asks',
  },
  {
    what: 'SignInResult.token',
    from: ['Mutation.signIn'],
    because: 'the session just opened by the link that its owner received',
  },
];

const PRIVATE_TYPES = /^(Application(?!s$)|Applicant|Account|Session$)/;
const PRIVATE_FIELDS =
  /e-?mail|address|applicant|motivation|phone|birth|gender|token|secret(?!ar|rec|Asked)|password|hash$/i;
/** Public by their nature, whatever their name. */
const PUBLIC_FIELDS: ReadonlySet<string> = new Set(['AuditHead.hash', 'SealedPoll.boothHash']);

/** The types and fields to which an operation leads, however deep. */
function reachedFrom({ field }: Operation): Set<string> {
  const reached = new Set<string>();
  const waiting = [getNamedType(field.type)];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (reached.has(type.name)) continue;
    reached.add(type.name);
    if (isUnionType(type) || isInterfaceType(type)) waiting.push(...schema.getPossibleTypes(type));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const inner of Object.values(type.getFields())) {
      reached.add(`${type.name}.${inner.name}`);
      waiting.push(getNamedType(inner.type));
    }
  }
  return reached;
}

function isPrivate(what: string): boolean {
  const [type = '', field] = what.split('.');
  if (field === undefined) return isObjectType(schema.getType(type)) && PRIVATE_TYPES.test(type);
  return PRIVATE_FIELDS.test(field) && !PUBLIC_FIELDS.has(what);
}

/** What operations of one's own take; the others take nothing. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'Mutation.setLanguage': ['language'],
  'Mutation.declareForParity': ['gender'],
};

describe('what is private', () => {
  /** What is private, with the operations that lead to it among those chosen. */
  const leading = (chosen: readonly Operation[]): Record<string, string[]> => {
    const from: Record<string, string[]> = {};
    for (const operation of chosen) {
      for (const what of reachedFrom(operation))
        if (isPrivate(what)) (from[what] ??= []).push(operation.name);
    }
    return Object.fromEntries(Object.entries(from).map(([what, names]) => [what, names.toSorted()]));
  };
  const forTheSecretariatAlone = ({ name }: Operation): boolean =>
    PERMISSIONS[name]?.every((role) => role === 'SECRETARIAT') ?? false;

  it('is reached from the operations of the secretariat alone, but for what is said above', () => {
    const open = operations.filter((operation) => !forTheSecretariatAlone(operation));
    expect(leading(open)).toEqual(Object.fromEntries(OPEN_PRIVATE.map(({ what, from }) => [what, from])));
  });

  it('is recognised: the operations of the secretariat do lead to applications and addresses', () => {
    const kept = leading(operations.filter(forTheSecretariatAlone));
    const readers = ['Mutation.admitApplicant', 'Mutation.declineApplication', 'Query.applications'];
    for (const what of ['Application', 'Application.email', 'Application.motivation']) {
      expect([what, kept[what]]).toEqual([what, readers]);
    }
  });

  it('is one’s own where it is open: such an operation takes no id of a person', () => {
    for (const name of [
      'Query.me',
      'Query.mySessions',
      'Mutation.setLanguage',
      'Mutation.makePersonalCalendar',
      'Query.myParity',
      'Mutation.declareForParity',
    ]) {
      const field = operations.find((one) => one.name === name)?.field;
      const asked = field?.args.flatMap(({ type }) => {
        const input = getNamedType(type);
        return isInputObjectType(input) ? Object.keys(input.getFields()) : [name];
      });
      expect([name, asked]).toEqual([name, ASKED[name] ?? []]);
    }
  });
});
