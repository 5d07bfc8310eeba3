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

/** Those of {@link JobOptions} that many jobs of one task share. */
export interface ManyJobsOptions<Payload extends JobPayload> extends Pick<JobOptions, 'after' | 'priority'> {
  /** The key of each, where they have one. */
  readonly keyOf?: (payload: Payload) => string;
}

/** Jobs to a statement: it takes a fraction of a second. */
const JOBS = 1_000;

/** Writes a job down. */
export async function addJob(
  tx: Tx,
  task: string,
  payload: JobPayload,
  { key, ...options }: JobOptions = {},
): Promise<void> {
  await addJobs(tx, task, [payload], { ...options, ...(key === undefined ? {} : { keyOf: () => key }) });
}

/** Writes jobs of a task down, in few statements. Their time is the database's own, with which every process compares. */
export async function addJobs<Payload extends JobPayload>(
  tx: Tx,
  task: string,
  payloads: readonly Payload[],
  { keyOf, after = 0, priority = 0 }: ManyJobsOptions<Payload> = {},
): Promise<void> {
  for (let from = 0; from < payloads.length; from += JOBS) {
    const some = payloads.slice(from, from + JOBS);
    await tx.query(
      `SELECT graphile_worker.add_job(
         $1, job.payload, run_at := now() + make_interval(secs => $2), job_key := job.key, priority := $3)
       FROM unnest($4::json[], $5::text[]) AS job (payload, key)`,
      [
        task,
        after / 1_000,
        priority,
        some.map((payload) => JSON.stringify(payload)),
        some.map((payload) => keyOf?.(payload) ?? null),
      ],
    );
  }
}
