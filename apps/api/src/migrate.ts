import 'reflect-metadata';
import { dataSourceOptions } from '@hemicycle/database';
import { DataSource } from 'typeorm';
import { PARTS } from './tables.js';

/**
 * Brings the database at `url` up to date, as the owner of its tables; gives the names of the migrations it ran.
 * Two at once wait for each other: the second finds nothing to do.
 */
export async function migrate(url: string): Promise<string[]> {
  const source = new DataSource(dataSourceOptions({ url, as: 'owner', poolSize: 2 }, PARTS));
  await source.initialize();
  const turn = source.createQueryRunner();
  try {
    await turn.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await turn.release();
    await source.destroy();
  }
}

/** Any number, the same in every process. */
const MIGRATION_LOCK = 7_364_002;
