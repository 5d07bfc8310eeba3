import type { AddressInfo } from 'node:net';
import { SessionsRepository } from '@hemicycle/accounts';
import { Database } from '@hemicycle/database';
import { Jobs } from '@hemicycle/jobs';
import { MailTransport, type Message, Outbox } from '@hemicycle/mail';
import { type College, type Day, dayOf, newId } from '@hemicycle/kernel';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { DataSource } from 'typeorm';
import type { DestinationStream } from 'pino';
import { type Config, demonstrationConfig, readSettings } from '../../apps/api/src/config.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { TestClock } from './clock.js';
import { aDatabase, type TestDatabase } from './database.js';

/** An answer of the API as JSON: tests read into it freely, a wrong path fails the test. */
// oxlint-disable-next-line no-explicit-any
export type Json = any;

export interface Answer {
  readonly data: Json;
  readonly errors?: readonly { message: string; extensions: { code: string; field?: string } }[];
}

/** Somebody at the API: the public, or a person with a session. Every request goes over HTTP. */
export class Voice {
  constructor(
    private readonly url: string,
    readonly token: string | null,
    readonly personId: string | null,
  ) {}

  /** Sends one operation and gives the whole answer, errors included. */
  async ask(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }

  /** Sends a query and gives its data. @throws when the answer carries an error. */
  async reads(query: string, variables: Record<string, unknown> = {}): Promise<Json> {
    const { data, errors } = await this.ask(query, variables);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /**
   * Calls a mutation of one `input` and gives its result: the thing (with `fields`), or the RuleRefusal, to be
   * told apart by `__typename`. An error is given as `{ __typename: 'Error', code }`.
   *
   * @param fields what to select, such as `... on Organisation { name }`; nothing for the id alone.
   */
  async does(mutation: string, input: Record<string, unknown>, fields = ''): Promise<Json> {
    const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await this.ask(
      `mutation ($input: ${name}!) { result: ${mutation}(input: $input) {
         __typename ... on RuleRefusal { violations { rule { id } reason } } ${fields} } }`,
      { input },
    );
    if (errors !== undefined) {
      return { __typename: 'Error', code: errors[0]?.extensions.code, message: errors[0]?.message, errors };
    }
    return data.result;
  }
}

/** A member at the API. */
export class MemberVoice extends Voice {
  constructor(
    url: string,
    token: string,
    override readonly personId: string,
    readonly memberId: string,
    readonly number: number,
    readonly organisationId: string,
  ) {
    super(url, token, personId);
  }
}

/** A forum with its server, its database and its clock, for one test file. */
export class TestForum {
  private constructor(
    readonly api: NestExpressApplication,
    readonly url: string,
    readonly database: TestDatabase,
    readonly clock: TestClock,
    readonly timeZone: string,
    /** Anybody, without signing in. */
    readonly anyone: Voice,
  ) {}

  /** @param before what to do to the server before it starts. */
  static async on(
    today: string,
    config: Partial<Config> = {},
    log?: DestinationStream,
    before: (api: NestExpressApplication) => void = () => undefined,
  ): Promise<TestForum> {
    const database = await aDatabase();
    const clock = new TestClock(today);
    const timeZone = config.timeZone ?? 'Europe/Paris';
    const api = await createApi(
      {
        ...demonstrationConfig(readSettings({}), {
          databaseUrl: database.url,
          secretKey: 'a key for tests only',
        }),
        requestsPerMinute: 1_000_000,
        proofOfWorkCost: 1,
        logLevel: 'error',
        ...config,
        timeZone,
      },
      clock,
      log,
    );
    before(api);
    await api.listen(0, '127.0.0.1');
    const url = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}`;
    return new TestForum(api, url, database, clock, timeZone, new Voice(url, null, null));
  }

  /** Lets what is to be done after commits be done. */
  settled(): Promise<void> {
    return this.api.get(Jobs, { strict: false }).settled();
  }

  /** Lets time pass, for the clock and for the jobs that wait for theirs. */
  async pass(milliseconds: number): Promise<void> {
    this.clock.pass(milliseconds);
    await this.database.query(
      `UPDATE graphile_worker._private_jobs SET run_at = run_at - make_interval(secs => $1) WHERE locked_at IS NULL`,
      [milliseconds / 1_000],
    );
    await this.database.query(`SELECT pg_notify('jobs:insert', '{"count": 4}')`);
  }

  /** Sends what waits, and gives the last letters sent, the latest first. Not for a forum with a mail server. */
  async letters(): Promise<readonly Message[]> {
    await this.settled();
    const outbox = this.api.get<MailTransport>(MailTransport, { strict: false });
    if (!(outbox instanceof Outbox)) throw new Error('The letters went to a mail server.');
    return outbox.letters;
  }

  /**
   * The statements that the server sends to PostgreSQL while `work` runs, in order; what earlier acts left to be done after
   * them is done before, and letters that leave meanwhile are not counted.
   */
  async statements(work: () => Promise<unknown>): Promise<string[]> {
    return (await this.statementsAndValues(work)).map(({ statement }) => statement);
  }

  /** The same, with the values that each statement takes. */
  async statementsAndValues(
    work: () => Promise<unknown>,
  ): Promise<{ readonly statement: string; readonly values: unknown[] | undefined }[]> {
    await this.settled();
    const source = this.api.get(DataSource);
    const { logger } = source;
    const sent: { statement: string; values: unknown[] | undefined }[] = [];
    source.logger = Object.create(logger, {
      logQuery: {
        value: (statement: string, values?: unknown[]) => {
          if (!/^(SELECT|UPDATE).*outgoing_mail/s.test(statement)) sent.push({ statement, values });
        },
      },
    }) as typeof logger;
    await work().finally(() => {
      source.logger = logger;
    });
    return sent;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.database.drop();
  }

  /** A person with a session and no role yet. */
  async person(name: string): Promise<Voice> {
    const personId = newId();
    await this.database.query(
      `INSERT INTO person (id, name, email, language, created_at) VALUES ($1, $2, $3, 'en', $4)`,
      [personId, name, `${personId}@example.org`, this.clock.now()],
    );
    return this.voiceOf(personId);
  }

  /** A person of the secretariat from today on, appointed by the only body that tests need. */
  async secretary(name = 'Secretary'): Promise<Voice> {
    const voice = await this.person(name);
    await this.database.query(
      `INSERT INTO secretariat_body (id, name_fr, name_en, registered_on)
       VALUES ($1, 'Conseil économique, social et environnemental', 'Economic, Social and Environmental Council', $2)
       ON CONFLICT DO NOTHING`,
      [newId(), this.today],
    );
    await this.database.query(
      `INSERT INTO secretariat_appointment (id, person_id, body_id, from_on)
       SELECT $1, $2, id, $3 FROM secretariat_body ORDER BY name_fr LIMIT 1`,
      [newId(), voice.personId, this.today],
    );
    return voice;
  }

  /** A person of the founding working group from today on. */
  async founder(college: College, name = `Founder, ${college}`): Promise<Voice> {
    const voice = await this.person(name);
    await this.database.query(
      `INSERT INTO founding_group_membership (id, person_id, college, from_on) VALUES ($1, $2, $3, $4)`,
      [newId(), voice.personId, college, this.today],
    );
    return voice;
  }

  /** An organisation registered today, by its id. */
  async organisation({ name, college }: { name?: string; college: College }): Promise<string> {
    const given = name ?? `Organisation ${newId().slice(0, 8)}`;
    const done = await (
      await this.anySecretary()
    ).does('registerOrganisation', { nameFr: given, nameEn: given, college }, '... on Organisation { id }');
    return idOf(done);
  }

  /** The solution of a new challenge for a call, or for an event, as a browser would work it out. */
  async proofOfWork(id: string, of: 'application' | 'event' = 'application'): Promise<string> {
    const asked = of === 'application' ? 'applicationChallenge(callId: $id)' : 'eventChallenge(eventId: $id)';
    const { given } = await this.anyone.reads(`query ($id: ID!) { given: ${asked} { challenge } }`, { id });
    return this.solved(given);
  }

  /** The same for a message to the secretariat. */
  async proofOfWorkToWrite(): Promise<string> {
    return this.solved((await this.anyone.reads('{ given: secretariatChallenge { challenge } }')).given);
  }

  private async solved(given: { challenge: string }): Promise<string> {
    const challenge = JSON.parse(given.challenge) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  }

  /** A member admitted today, for the organisation given or for a new one: convened, or appointed for a need. */
  async member({
    college,
    organisation,
    name,
  }: {
    college: College;
    organisation?: string;
    name?: string;
  }): Promise<MemberVoice> {
    const organisationId = organisation ?? (await this.organisation({ college }));
    const key = newId();
    const person = { name: name ?? `Member ${key.slice(0, 8)}`, email: `${key}@example.org`, language: 'EN' };
    const secretary = await this.anySecretary();
    const admitted =
      college === 'GOVERNMENT'
        ? await secretary.does('conveneMember', { organisationId, ...person }, '... on Member { id }')
        : await secretary.does(
            'appointDirectly',
            { organisationId, needId: await this.anyNeed(), ...person },
            '... on Member { id }',
          );
    const memberId = idOf(admitted);
    const { member } = await this.anyone.reads(
      'query ($id: ID!) { member(id: $id) { number person { id } } }',
      { id: memberId },
    );
    const { token } = await this.signIn(member.person.id);
    return new MemberVoice(this.url, token, member.person.id, memberId, member.number, organisationId);
  }

  private secretaryOnCall: Promise<Voice> | undefined;

  /** The one whom the builders ask, signed in afresh: a test may jump over the months that a session lasts. */
  private async anySecretary(): Promise<Voice> {
    const { personId } = await (this.secretaryOnCall ??= this.secretary());
    return this.voiceOf(personId ?? '');
  }

  private needOnRecord: Promise<string> | undefined;

  /** The need for which the builders appoint. */
  private anyNeed(): Promise<string> {
    return (this.needOnRecord ??= this.founder('CIVIL_SOCIETY')
      .then((founder) =>
        founder.does(
          'stateNeed',
          { statementFr: 'Une expertise qui manque', statementEn: 'Expertise that is lacking' },
          '... on Need { id }',
        ),
      )
      .then(idOf));
  }

  /** The day it is in the forum. */
  get today(): Day {
    return dayOf(this.clock.now(), this.timeZone);
  }

  /** Signs a known person in, as her link would. */
  async voiceOf(personId: string): Promise<Voice> {
    const { token } = await this.signIn(personId);
    return new Voice(this.url, token, personId);
  }

  private signIn(personId: string): Promise<{ token: string }> {
    return this.api
      .get(Database)
      .transaction((tx) =>
        this.api.get(SessionsRepository, { strict: false }).open(tx, personId, this.clock.now()),
      );
  }
}

/** The id of what a mutation made. @throws when it made nothing. */
export function idOf(result: Json): string {
  if (typeof result?.id !== 'string') throw new Error(`Nothing was made: ${JSON.stringify(result)}`);
  return result.id;
}
