import { SessionsRepository } from '@hemicycle/accounts';
import { Database } from '@hemicycle/database';
import type { ApiContext } from '@hemicycle/graphql';
import {
  type Act,
  type Actor,
  Clock,
  type Day,
  day,
  dayOf,
  instantAt,
  newId,
  type Role,
} from '@hemicycle/kernel';
import { Jobs } from '@hemicycle/jobs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { graphql } from 'graphql';
import { type Config, demonstrationConfig, readSettings } from '../../../api/src/config.js';
import { createApi } from '../../../api/src/create-api.js';
import { Standing } from '../../../api/src/standing.js';

/** The demonstration is told in French, the language of the plan. */
export const ZONE = 'Europe/Paris';

/** Whoever did not sign in; the operator too is nobody of the forum. */
const PUBLIC: Actor = { personId: null, sessionId: null, roles: new Set<Role>(['ANYONE']) };

/** Where the story happens. */
export interface StoryPlace {
  /** The forum’s database, migrated and empty. */
  readonly url: string;
  readonly secretKey: string;
  /** Where people will reach the forum: minutes link to its files, for ever. */
  readonly publicUrl: string;
}

/** A clock that the story turns, forwards only, and never beyond the instant at which it is told. */
class StoryClock extends Clock {
  private instant = instantAt(day('2024-01-01'), '09:00', ZONE);

  constructor(private readonly told: Date) {
    super();
  }

  now(): Date {
    return this.instant;
  }

  goTo(instant: Date): void {
    if (instant < this.instant || instant > this.told) {
      const [from, to] = [this.instant, instant].map((one) => one.toISOString());
      throw new RangeError(`The story does not go from ${from} to ${to}.`);
    }
    this.instant = instant;
  }

  pass(minutes: number): void {
    this.instant = new Date(Math.min(this.instant.getTime() + minutes * 60_000, this.told.getTime()));
  }
}

/**
 * The past of the demonstration, acted out: every act goes through the API’s own operations, with their permissions,
 * forms and laws, on the day on which the story places it. Only the clock is not that of the wall.
 */
export class Story {
  /** What is to be acted out once the clock comes to it, the earliest first. */
  private readonly diary: { readonly at: Date; readonly act: () => Promise<void> }[] = [];
  /** Of whoever is signed in. */
  private readonly sessionIds = new Map<string, string>();

  private constructor(
    readonly api: NestExpressApplication,
    private readonly clock: StoryClock,
  ) {}

  /**
   * @param told the instant at which the story is told: none of it is later
   */
  static async on({ url, secretKey, publicUrl }: StoryPlace, told: Date): Promise<Story> {
    const clock = new StoryClock(told);
    const config: Config = {
      ...demonstrationConfig(readSettings({}), { databaseUrl: url, secretKey }),
      publicUrl,
      timeZone: ZONE,
      logLevel: 'error',
      // The story’s own machine has nobody to keep away.
      proofOfWorkCost: 1,
    };
    const api = await createApi(config, clock);
    await api.init();
    return new Story(api, clock);
  }

  /** The day that it is in the story. */
  get today(): Day {
    return dayOf(this.clock.now(), ZONE);
  }

  /** Turns the clock to a time of a day, in the forum's zone. */
  async goTo(on: Day | string, time = '09:00'): Promise<void> {
    await this.goToInstant(instantAt(day(on), time, ZONE));
  }

  /** What the diary holds until then is acted out on the way, in the order of time. */
  async goToInstant(instant: Date): Promise<void> {
    let acted = false;
    for (let next = this.diary[0]; next !== undefined && next.at <= instant; next = this.diary[0]) {
      this.diary.shift();
      if (next.at > this.clock.now()) this.clock.goTo(next.at);
      await next.act();
      acted = true;
    }
    // The last of it may have ended later.
    if (!acted || this.clock.now() < instant) this.clock.goTo(instant);
  }

  /** Writes into the diary what is to be acted out at an instant, if the story comes to it. */
  note(at: Date, act: () => Promise<void>): void {
    this.diary.push({ at, act });
    this.diary.sort((one, other) => one.at.getTime() - other.at.getTime());
  }

  /** Lets minutes pass, as far as it is not later by then than when the story is told. */
  pass(minutes: number): void {
    this.clock.pass(minutes);
  }

  /**
   * Has a person (null: somebody who did not sign in) call a mutation of one `input`.
   *
   * @param type of the thing made, when its id is wanted.
   * @param file what goes with it, for an act that takes one.
   * @throws Error when the act is refused: then the story contradicts the charter, and one of the two must change.
   */
  async does(
    personId: string | null,
    mutation: string,
    input: Readonly<Record<string, unknown>>,
    type?: string,
    file: Buffer | null = null,
  ): Promise<{ readonly id: string }> {
    const inputType = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const { result } = (await this.asks(
      personId,
      `mutation ($input: ${inputType}!) { result: ${mutation}(input: $input) {
         __typename ... on RuleRefusal { violations { rule { id } reason } }
         ${type === undefined ? '' : `... on ${type} { id }`} } }`,
      { input },
      file,
    )) as { result: { readonly __typename: string; readonly id: string } };
    if (result.__typename === 'RuleRefusal') {
      throw new Error(`On ${this.today} the story cannot ${mutation}: ${JSON.stringify(result)}`);
    }
    return result;
  }

  /** Answers a query, or a mutation of another form. @throws Error with what the API said. */
  asks(
    personId: string | null,
    source: string,
    variableValues: Readonly<Record<string, unknown>> = {},
    file: Buffer | null = null,
  ): Promise<Readonly<Record<string, unknown>>> {
    return this.database.sharingReads(() => this.answers(personId, source, variableValues, file));
  }

  private async answers(
    personId: string | null,
    source: string,
    variableValues: Readonly<Record<string, unknown>>,
    file: Buffer | null,
  ): Promise<Readonly<Record<string, unknown>>> {
    const at = this.clock.now();
    const act = { actor: await this.actor(personId), at, on: this.today, requestId: newId() };
    const contextValue: ApiContext = {
      act,
      language: 'fr',
      loaders: new Map(),
      callerAddress: '127.0.0.1',
      inAddress: false,
      file: file === null ? null : () => Promise.resolve({ content: file, act }),
      forgetSession: () => undefined,
    };
    const { schema } = this.get(GraphQLSchemaHost);
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    if (errors !== undefined || data === undefined || data === null) {
      throw new Error(`On ${this.today} the story stops: ${errors?.map(({ message }) => message).join(' ')}`);
    }
    return data;
  }

  /** Does what asks for a fresh sign-in (charter REGISTER, MINUTES): signs a person in, and out when it is done. */
  async signedIn<Result>(personId: string, work: () => Promise<Result>): Promise<Result> {
    const sessions = this.get(SessionsRepository);
    const { id } = await this.database.transaction((tx) => sessions.open(tx, personId, this.clock.now()));
    this.sessionIds.set(personId, id);
    try {
      return await work();
    } finally {
      this.sessionIds.delete(personId);
      await this.database.transaction((tx) => sessions.revoke(tx, { id, personId }, this.clock.now()));
    }
  }

  private async actor(personId: string | null): Promise<Actor> {
    if (personId === null) return PUBLIC;
    const roles = await this.get(Standing).rolesOf(personId, this.today);
    return {
      personId,
      sessionId: this.sessionIds.get(personId) ?? null,
      roles: new Set<Role>(['ANYONE', 'PERSON', ...roles]),
    };
  }

  /** An act of nobody of the forum: of the operator, for what no operation of the API does, or of whoever reads files. */
  get operator(): Act {
    return { actor: PUBLIC, at: this.clock.now(), on: this.today, requestId: newId() };
  }

  /** A provider of the application that acts the story out. */
  get<Provider>(provider: Type<Provider>): Provider {
    return this.api.get(provider, { strict: false });
  }

  get database(): Database {
    return this.get(Database);
  }

  /** Sends the letters of the story to an outbox that nobody opens, so that none of them is waiting, and closes. */
  async end(): Promise<void> {
    await this.get(Jobs).settled();
    await this.api.close();
  }
}
