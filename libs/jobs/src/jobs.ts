import { setTimeout as delay } from 'node:timers/promises';
import { Database, type Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import { addJob, addJobs, type JobOptions, type ManyJobsOptions } from './add-job.js';
import { DailyTasks } from './daily-tasks.js';
import type { DailyPayload, JobPayload, Task } from './task.js';
import { Tasks } from './tasks.js';

const BETWEEN_LOOKS = 10;

/** What is done after the commit: jobs, kept in the database with the change that asks for them, done by any process. */
@Injectable()
export class Jobs {
  constructor(
    private readonly database: Database,
    private readonly tasks: Tasks,
    private readonly dailyTasks: DailyTasks,
  ) {}

  /** Makes a task known; called once, when its room is made. */
  register(task: Task): void {
    this.tasks.register(task);
  }

  /** Makes a task known that has a job every day of the forum, from the morning on. */
  registerDaily(task: Task<DailyPayload>): void {
    this.tasks.register(task);
    this.dailyTasks.add(task.name);
  }

  /**
   * Adds a job in the transaction of the change that asks for it: it is done some moments after the commit, and never
   * without it.
   *
   * @throws Error when nobody registered the task.
   */
  async add<Payload extends JobPayload>(
    tx: Tx,
    task: Task<Payload>,
    payload: Payload,
    options: JobOptions = {},
  ): Promise<void> {
    this.tasks.check(task);
    await addJob(tx, task.name, payload, options);
  }

  /** {@link add} for many jobs of one task, in few statements. */
  async addMany<Payload extends JobPayload>(
    tx: Tx,
    task: Task<Payload>,
    payloads: readonly Payload[],
    options: ManyJobsOptions<Payload> = {},
  ): Promise<void> {
    this.tasks.check(task);
    await addJobs(tx, task.name, payloads, options);
  }

  /** Waits until nothing that is due by now is waiting or under way, in any process. Jobs must be run by one. */
  async settled(): Promise<void> {
    for (;;) {
      const [{ busy } = { busy: true }] = await this.database.reader.query<{ busy: boolean }[]>(
        `SELECT EXISTS (
           SELECT FROM graphile_worker.jobs
           WHERE locked_at IS NOT NULL OR (run_at <= now() AND attempts < max_attempts)
         ) AS busy`,
      );
      if (!busy) return;
      await delay(BETWEEN_LOOKS);
    }
  }
}
