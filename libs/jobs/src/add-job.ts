import type { Tx } from '@hemicycle/database';
import type { JobPayload } from './task.js';

export interface JobOptions {
  /** A job of the same key that still waits is replaced by this one. */
  readonly key?: string;
  /** Milliseconds before which it is not done. */
  readonly after?: number;
  /** Jobs of a lower number go first; 0 unless told. */
  readonly priority?: number;
}

/** Writes a job down. Its time is the database's own, with which every process compares. */
export async function addJob(
  tx: Tx,
  task: string,
  payload: JobPayload,
  { key, after = 0, priority = 0 }: JobOptions = {},
): Promise<void> {
  await tx.query(
    `SELECT id FROM graphile_worker.add_job(
       $1, $2::json, run_at := now() + make_interval(secs => $3), job_key := $4, priority := $5)`,
    [task, JSON.stringify(payload), after / 1_000, key ?? null, priority],
  );
}
