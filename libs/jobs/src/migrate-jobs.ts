import { runMigrations } from 'graphile-worker';
import { WORKER_LOG } from './worker-log.js';

/** Makes the worker's own schema, `graphile_worker`, or brings it up to date, as the owner of the tables. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, maxPoolSize: 1, logger: WORKER_LOG });
}
