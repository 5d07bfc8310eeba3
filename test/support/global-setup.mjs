import { execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const migrateCommand = new URL('../../dist/apps/cli/src/main.js', import.meta.url);

/**
 * One embedded PostgreSQL for the whole run, of the newest version or of that in TEST_POSTGRES, and in it one migrated
 * template that every test file clones. What is imported here is the built product: `npm test` builds first.
 */
export default async function setUp() {
  const { startEmbeddedPostgres } = await import('../../dist/libs/embedded-postgres/src/index.js');
  const folder = await mkdtemp(join(tmpdir(), 'hemicycle-test-'));
  const version = Number(process.env.TEST_POSTGRES ?? 18);
  const postgres = await startEmbeddedPostgres({ folder, database: 'template', version, durable: false });
  // In a process of its own: Nest's GraphQL metadata, loaded here, would be found again by the tests' own copy of Nest.
  execFileSync(process.execPath, [fileURLToPath(migrateCommand), 'migrate'], {
    env: { ...process.env, DATABASE_URL: postgres.url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  globalThis.hemicycleTest = { postgres, folder };
  // As `hemicycle start` does: what is tested is what runs.
  process.env.NODE_ENV = 'production';
  process.env.HEMICYCLE_TEST_TEMPLATE = postgres.url;
}
