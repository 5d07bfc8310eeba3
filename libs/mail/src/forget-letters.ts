import { Database } from '@hemicycle/database';
import { type DailyPayload, Jobs, type Task } from '@hemicycle/jobs';
import { addDays, day, FORUM_TIME_ZONE, startOfDay } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';

/** For how many days a letter is kept once it was written down: to see what left, and what a mail server refused for good. */
export const LETTERS_KEPT_DAYS = 90;

/** Every day, forgets the letters that are over and old: to whom, of what, and in which words. */
@Injectable()
export class ForgetLetters implements Task<DailyPayload> {
  readonly name = 'forget-letters';

  constructor(
    private readonly database: Database,
    private readonly mails: OutgoingMailRepository,
    jobs: Jobs,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    jobs.registerDaily(this);
  }

  async run({ on }: DailyPayload): Promise<void> {
    const before = startOfDay(addDays(day(on), -LETTERS_KEPT_DAYS), this.zone);
    await this.mails.forget(this.database.reader, before);
  }
}
