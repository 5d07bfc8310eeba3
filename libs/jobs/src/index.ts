import { BegunDay } from './begun-day.entity.js';
import { JobRunner } from './job-runner.entity.js';

export type { JobOptions } from './add-job.js';
export { DailyTasks } from './daily-tasks.js';
export { JobsModule } from './jobs.module.js';
export { Jobs } from './jobs.js';
export { migrateJobs } from './migrate-jobs.js';
export type { DailyPayload, JobPayload, Task } from './task.js';

/** The tables of this room; the worker keeps its own in a schema of its own. */
export const JOBS_TABLES = [BegunDay, JobRunner];
