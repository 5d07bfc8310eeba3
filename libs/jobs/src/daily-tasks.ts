import { Database } from '@hemicycle/database';
import { Clock, dayOf, FORUM_TIME_ZONE, instantAt } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { addJob } from './add-job.js';
import { BegunDay } from './begun-day.entity.js';
import type { Task } from './task.js';
import { Tasks } from './tasks.js';

/** From when on the tasks of a day are done, in the forum's time zone: people are written to in the morning. */
const MORNING = '07:00';

/** Looks whether a day of the forum has begun; asked often, by the worker's own timetable, which knows UTC alone. */
@Injectable()
export class DailyTasks {
  private readonly names: string[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    tasks: Tasks,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    tasks.register(this.beginDay);
  }

  readonly beginDay: Task = { name: 'begin-day', run: () => this.begin() };

  add(name: string): void {
    this.names.push(name);
  }

  /**
   * Adds the jobs of the day that it is in the forum, once it is morning there and unless they were added already, by
   * whichever process. A day on which no process ran is left out: tasks look at everything that is due by their day.
   */
  async begin(): Promise<void> {
    const at = this.clock.now();
    const on = dayOf(at, this.zone);
    if (at < instantAt(on, MORNING, this.zone)) return;
    await this.database.transaction(async (tx) => {
      const { raw } = await tx
        .createQueryBuilder()
        .insert()
        .into(BegunDay)
        .values({ day: on, begunAt: at })
        .orIgnore()
        .returning('day')
        .execute();
      if ((raw as unknown[]).length === 0) return;
      for (const name of this.names) await addJob(tx, name, { on });
    });
  }
}
