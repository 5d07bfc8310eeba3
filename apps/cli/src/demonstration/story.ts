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
import { MailDispatcher } from '@hemicycle/mail';
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

/** A clock that the story turns, forwards only. */
class StoryClock extends Clock {
  private instant = instantAt(day('2024-01-01'), '09:00', ZONE);

  now(): Date {
    return this.instant;
  }

  goTo(on: Day, time: string): void {
    const instant = instantAt(on, time, ZONE);
    if (instant < this.instant) throw new RangeError(`The story does not go back to ${on}, ${time}.`);
    this.instant = instant;
  }

  pass(minutes: number): void {
    this.instant = new Date(this.instant.getTime() + minutes * 60_000);
  }
}

/**
 * The past of the demonstration, acted out: every act goes through the API’s own operations, with their permissions,
 * forms and laws, on the day on which the story places it. Only the clock is not that of the wall.
 */
export class Story {
  private constructor(
    readonly api: NestExpressApplication,
    private readonly clock: StoryClock,
  ) {}

  /** @param url the forum's database, migrated. */
  static async on(url: string, secretKey: string): Promise<Story> {
    const clock = new StoryClock();
    const config: Config = {
      ...demonstrationConfig(readSettings({}), { databaseUrl: url, secretKey }),
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
  goTo(on: Day | string, time = '09:00'): void {
    this.clock.goTo(day(on), time);
  }

  /** Lets minutes pass. */
  pass(minutes: number): void {
    this.clock.pass(minutes);
  }

  /**
   * Has a person (null: somebody who did not sign in) call a mutation of one `input`.
   *
   * @param type of the thing made, when its id is wanted.
   * @throws Error when the act is refused: then the story contradicts the charter, and one of the two must change.
   */
  async does(
    personId: string | null,
    mutation: string,
    input: Readonly<Record<string, unknown>>,
    type?: string,
  ): Promise<{ readonly id: string }> {
    const inputType = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const { result } = (await this.asks(
      personId,
      `mutation ($input: ${inputType}!) { result: ${mutation}(input: $input) {
         __typename ... on RuleRefusal { violations { rule { id } reason } }
         ${type === undefined ? '' : `... on ${type} { id }`} } }`,
      { input },
    )) as { result: { readonly __typename: string; readonly id: string } };
    if (result.__typename === 'RuleRefusal') {
      throw new Error(`On ${this.today} the story cannot ${mutation}: ${JSON.stringify(result)}`);
    }
    return result;
  }

  /** Answers a query, or a mutation of another form. @throws Error with what the API said. */
  async asks(
    personId: string | null,
    source: string,
    variableValues: Readonly<Record<string, unknown>> = {},
  ): Promise<Readonly<Record<string, unknown>>> {
    const at = this.clock.now();
    const contextValue: ApiContext = {
      act: { actor: await this.actor(personId), at, on: this.today, requestId: newId() },
      language: 'fr',
      loaders: new Map(),
      callerAddress: '127.0.0.1',
      forgetSession: () => undefined,
    };
    const { schema } = this.get(GraphQLSchemaHost);
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    if (errors !== undefined || data === undefined || data === null) {
      throw new Error(`On ${this.today} the story stops: ${errors?.map(({ message }) => message).join(' ')}`);
    }
    return data;
  }

  private async actor(personId: string | null): Promise<Actor> {
    if (personId === null) return PUBLIC;
    const roles = await this.get(Standing).rolesOf(personId, this.today);
    return { personId, sessionId: null, roles: new Set<Role>(['ANYONE', 'PERSON', ...roles]) };
  }

  /** An act of the operator, for what no operation of the API does. */
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
    await this.get(MailDispatcher).sendDue();
    await this.api.close();
  }
}
