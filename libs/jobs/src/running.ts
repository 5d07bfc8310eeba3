import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { parseCronItems, run, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { DailyTasks } from './daily-tasks.js';
import type { JobPayload, Task } from './task.js';
import { Tasks } from './tasks.js';
import { WORKER_LOG } from './worker-log.js';

export interface JobSettings {
  /** Whether the forum's days begin by the clock on the wall; otherwise whoever turns the forum's clock begins them. */
  readonly byTheWallClock: boolean;
}
export const JOB_SETTINGS = Symbol('the settings of jobs');

/** How many jobs one process does at once. */
const AT_ONCE = 4;
/** One connection listens; the others take jobs up and put them away, each its own. What the jobs themselves do goes elsewhere. */
const CONNECTIONS = 1 + AT_ONCE;
/** How often jobs whose time has come are looked for, in milliseconds: those that are due at once are told. */
const LOOKS_EVERY = 2_000;
const BETWEEN_STARTS = 1_000;
/** A sign of life every so often, in milliseconds. */
const SEEN_EVERY = 5_000;
/** Who gave none for so long is lost, and its jobs are freed: longer than a network or a garbage collection hesitates. */
const LOST_AFTER = '30 seconds';
/** The days begin when the first quarter of an hour after their morning does, whatever the time zone. */
const QUARTERS = '*/15 * * * *';

/** Does jobs, in each process, for as long as it lives. */
@Injectable()
export class Running implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('jobs');
  private readonly stopping = new AbortController();
  private everRunning: Promise<void> = Promise.resolve();
  private runner: Runner | null = null;
  /** How this process signs the jobs that it holds; null while it runs none. */
  private id: string | null = null;
  private lastSign: Promise<void> = Promise.resolve();
  private readonly pool: pg.Pool;
  private signs: NodeJS.Timeout | undefined;

  constructor(
    source: DataSource,
    private readonly tasks: Tasks,
    private readonly daily: DailyTasks,
    @Inject(JOB_SETTINGS) private readonly settings: JobSettings,
  ) {
    const { url, extra } = source.options as DataSourceOptions & { type: 'postgres' };
    this.pool = new pg.Pool({
      connectionString: url,
      options: (extra as { options: string }).options,
      application_name: 'hemicycle jobs',
      max: CONNECTIONS,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    // Whoever uses a connection is told by the failure of what it asks.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  onApplicationBootstrap(): void {
    this.everRunning = this.runForEver();
    this.signs = setInterval(() => {
      this.lastSign = this.giveSign();
    }, SEEN_EVERY);
  }

  /** Before the database is let go: the jobs under way are finished, the others wait for another process. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.signs);
    await this.runner?.stop().catch(() => undefined);
    await this.everRunning;
    await this.lastSign;
    await this.pool.query('DELETE FROM job_runner WHERE id = $1', [this.id]).catch(() => undefined);
    await this.pool.end();
  }

  private async runForEver(): Promise<void> {
    const { signal } = this.stopping;
    let said = false;
    while (!signal.aborted) {
      try {
        await this.runOnce();
        said = false;
      } catch (error) {
        // Said once: it is the same loss until it works again.
        if (!said && !signal.aborted) this.logger.error({ event: 'jobs wait', code: codeOf(error) });
        said = true;
      }
      await delay(BETWEEN_STARTS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Runs jobs until told to stop, or until the database is lost. */
  private async runOnce(): Promise<void> {
    const events = new EventEmitter();
    events.once('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
      this.id = workerPool.id;
      this.lastSign = this.giveSign();
    });
    const { beginDay } = this.daily;
    const runner = await run({
      pgPool: this.pool,
      events,
      logger: WORKER_LOG,
      concurrency: AT_ONCE,
      pollInterval: LOOKS_EVERY,
      noHandleSignals: true,
      // One by one the worker awaits nobody's failure to put a job away, and a lost database would end the process; in
      // batches, of which none waits for the next, it ends the run.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      taskList: Object.fromEntries(this.tasks.all.map((task) => [task.name, this.called(task)])),
      parsedCronItems: this.settings.byTheWallClock
        ? parseCronItems([
            {
              task: beginDay.name,
              match: QUARTERS,
              options: { backfillPeriod: 0, maxAttempts: 1, jobKey: beginDay.name },
            },
          ])
        : [],
    });
    this.runner = runner;
    if (this.stopping.signal.aborted) await runner.stop();
    await runner.promise;
  }

  /** Of a failure the code is kept, in the log and with the job, never the words, which may quote what people wrote. */
  private called(task: Task): TaskList[string] {
    return async (payload) => {
      try {
        await task.run(payload as JobPayload, this.stopping.signal);
      } catch (error) {
        const code = codeOf(error);
        this.logger.error({ task: task.name, outcome: 'failed', code });
        throw Object.assign(new Error(code), { stack: code });
      }
    };
  }

  /** Says that this process lives, and frees the jobs of those that do not any more. */
  private async giveSign(): Promise<void> {
    try {
      await this.pool.query(
        `INSERT INTO job_runner (id, last_seen_at) VALUES ($1, now())
         ON CONFLICT (id) DO UPDATE SET last_seen_at = now()`,
        [this.id],
      );
      const { rows } = await this.pool.query<{ id: string }>(
        `SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs
         WHERE locked_at < now() - $1::interval AND NOT EXISTS (
           SELECT FROM job_runner WHERE id = locked_by AND last_seen_at > now() - $1::interval)`,
        [LOST_AFTER],
      );
      if (rows.length === 0) return;
      const lost = rows.map(({ id }) => id);
      await this.pool.query('SELECT graphile_worker.force_unlock_workers($1)', [lost]);
      await this.pool.query('DELETE FROM job_runner WHERE id = ANY($1)', [lost]);
      this.logger.warn({ event: 'jobs of lost processes freed', processes: lost.length });
    } catch {
      // The database is away; the next sign is given in some seconds.
    }
  }
}

/** What went wrong, in a word. */
function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as Partial<Record<string, unknown>>;
  return [code, name].find((word) => typeof word === 'string') ?? 'UNEXPECTED';
}
