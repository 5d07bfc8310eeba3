import { Database } from '@hemicycle/database';
import { type DailyPayload, Jobs, type Task } from '@hemicycle/jobs';
import { addYears, day, FORUM_TIME_ZONE, startOfDay } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AttendeesRepository } from './attendees.repository.js';

/** For how long whoever attended without a seat is known once the session was closed, where no minutes were ever sent. */
const KEPT_YEARS = 1;

/** Every day, erases who attended without a seat the sessions of long ago whose minutes the members never got: they would name them. */
@Injectable()
export class ForgetAttendees implements Task<DailyPayload> {
  readonly name = 'forget-attendees';

  constructor(
    private readonly database: Database,
    private readonly attendees: AttendeesRepository,
    jobs: Jobs,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    jobs.registerDaily(this);
  }

  async run({ on }: DailyPayload): Promise<void> {
    const closedBefore = startOfDay(addYears(day(on), -KEPT_YEARS), this.zone);
    await this.database.transaction((tx) => this.attendees.forgetUnsent(tx, closedBefore));
  }
}
