/** What a job is about: ids and days. Jobs rest in the database in clear, so no address, no text and no secret is in them. */
export type JobPayload = Readonly<Record<string, string>>;

/** One kind of work that is done after a commit, by any process. The room that does it registers it. */
export interface Task<Payload extends JobPayload = JobPayload> {
  /** The same for ever: jobs that wait are found by it. */
  readonly name: string;

  /**
   * Does the work. It may be called again for the same job, when a process died or the database was away: whatever it
   * does must be written down so that it is not done twice.
   *
   * @param stopping aborted when the process is told to stop: it waits for the job, which should not wait for others.
   * @throws to be called again, after pauses that grow, for some days.
   */
  run(payload: Payload, stopping: AbortSignal): Promise<void>;
}

/** What a daily task is told: the day of the forum, `YYYY-MM-DD`, for which it works, even when it comes to it later. */
export type DailyPayload = Readonly<{ on: string }>;
