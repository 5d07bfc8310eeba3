import { migrateJobs } from '@hemicycle/jobs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the application may do with the worker's tables: take jobs up, put them away, add new ones. */
const WORKER_TABLES = ['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'];

export class Jobs1767225600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The worker makes its schema itself, over a connection of its own; made twice, it stays as it is.
    await migrateJobs((runner.connection.options as { url: string }).url);
    await runner.query(`GRANT USAGE ON SCHEMA graphile_worker TO hemicycle_app`);
    await runner.query(`GRANT SELECT ON graphile_worker.migrations, graphile_worker.jobs TO hemicycle_app`);
    for (const table of WORKER_TABLES) {
      await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON graphile_worker.${table} TO hemicycle_app`);
      // The worker has row level security on, with no policy: only the owner sees a row.
      await runner.query(`DROP POLICY IF EXISTS application ON graphile_worker.${table}`);
      await runner.query(
        `CREATE POLICY application ON graphile_worker.${table} TO hemicycle_app USING (true) WITH CHECK (true)`,
      );
    }
    await runner.query(`
      CREATE TABLE begun_day (
        day date NOT NULL,
        begun_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT begun_day_key PRIMARY KEY (day)
      )`);
    await runner.query(`GRANT SELECT, INSERT ON begun_day TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE job_runner (
        id text NOT NULL,
        last_seen_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT job_runner_key PRIMARY KEY (id)
      )`);
    // A process that ends, or is lost, leaves no row.
    await runner.query(`GRANT SELECT, INSERT, DELETE ON job_runner TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (last_seen_at) ON job_runner TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE job_runner`);
    await runner.query(`DROP TABLE begun_day`);
    await runner.query(`DROP SCHEMA graphile_worker CASCADE`);
  }
}
