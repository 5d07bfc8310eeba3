import { Database } from '@hemicycle/database';
import { type DailyPayload, Jobs, type Task } from '@hemicycle/jobs';
import { addYears, Clock, day, FORUM_TIME_ZONE, startOfDay } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ApplicationsRepository } from './applications.repository.js';

/** For how long what applicants sent is kept once their call is decided: as long as somebody may ask why. */
const KEPT_YEARS = 1;

/** Every day, erases what was sent to the calls that were decided long ago. */
@Injectable()
export class ForgetApplications implements Task<DailyPayload> {
  readonly name = 'forget-applications';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly applications: ApplicationsRepository,
    jobs: Jobs,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    jobs.registerDaily(this);
  }

  async run({ on }: DailyPayload): Promise<void> {
    const decidedBefore = startOfDay(addYears(day(on), -KEPT_YEARS), this.zone);
    const at = this.clock.now();
    await this.database.transaction((tx) => this.applications.forget(tx, { decidedBefore, at }));
  }
}
