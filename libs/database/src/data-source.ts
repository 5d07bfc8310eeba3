import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { SqlNames } from './naming.js';

/** The role as which the application acts; the owner of the tables grants it what it may do, table by table. */
export const APPLICATION_ROLE = 'hemicycle_app';

const DATE = 1082;
// A date has no hour and no zone: left as text it cannot move to the day before.
pg.types.setTypeParser(DATE, (text) => text);

/**
 * A pool that listens to each connection from its beginning. A server that ends a connection in the same breath in
 * which it opened it would otherwise be heard by nobody, between the pool and TypeORM, and end the process.
 */
class AttentivePool extends pg.Pool {
  constructor(options?: pg.PoolConfig) {
    super(options);
    // Whoever uses the connection is told by the failure of what it asks.
    this.on('connect', (client) => client.on('error', () => undefined));
  }
}
const DRIVER: unknown = Object.create(pg, { Pool: { value: AttentivePool } });

export interface Connection {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** `application` acts as {@link APPLICATION_ROLE}; `owner` migrates. */
  readonly as: 'application' | 'owner';
  /** How many connections at most. */
  readonly poolSize?: number;
}

/** Settings of a TypeORM data source; entities and migrations come from the application that composes the rooms. */
export function dataSourceOptions(
  { url, as, poolSize = 10 }: Connection,
  parts: Pick<DataSourceOptions, 'entities' | 'migrations'>,
): DataSourceOptions & { type: 'postgres' } {
  const session = [
    ...(as === 'application' ? [`-c role=${APPLICATION_ROLE}`] : []),
    '-c timezone=UTC',
    // A statement or a lock that lasts longer is a bug or an attack; migrations may take what they need.
    ...(as === 'application'
      ? ['-c statement_timeout=15s', '-c lock_timeout=10s', '-c idle_in_transaction_session_timeout=30s']
      : []),
  ];
  return {
    type: 'postgres',
    driver: DRIVER,
    url,
    ...parts,
    poolSize,
    // As long as for a lock: also what a request waits for when all connections are taken.
    connectTimeoutMS: 10_000,
    synchronize: false,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SqlNames(),
    applicationName: `hemicycle ${as}`,
    extra: { options: session.join(' ') },
    logging: false,
  };
}
