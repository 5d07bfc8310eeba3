import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One embedded PostgreSQL for the whole run (or the server of TEST_DATABASE_URL), and in it one migrated template
 * that every test file clones. What is imported here is the built product: `npm test` builds first.
 */
export default async function setUp() {
  const { startEmbeddedPostgres } = await import('../../dist/libs/embedded-postgres/src/index.js');
  const { migrate } = await import('../../dist/apps/api/src/migrate.js');
  const folder = await mkdtemp(join(tmpdir(), 'hemicycle-test-'));
  const version = Number(process.env.TEST_POSTGRES ?? 18);
  const postgres = await startEmbeddedPostgres({ folder, database: 'template', version, durable: false });
  await migrate(postgres.url);
  globalThis.hemicycleTest = { postgres, folder };
  process.env.HEMICYCLE_TEST_TEMPLATE = postgres.url;
}
