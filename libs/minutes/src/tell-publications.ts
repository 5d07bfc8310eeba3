import { Database } from '@hemicycle/database';
import { type DailyPayload, Jobs, type Task } from '@hemicycle/jobs';
import { Clock, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { MinutesRepository } from './minutes.repository.js';
import { TellMembers } from './tell-members.js';

/** What was published longer ago is news to nobody. In milliseconds. */
const NEWS_FOR = 7 * 24 * 3_600_000;

/**
 * Every morning, writes to the members of the minutes that the end of a delay published without anybody’s act (charter
 * MINUTES): each once.
 */
@Injectable()
export class TellPublications implements Task<DailyPayload> {
  readonly name = 'tell-publications';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly minutes: MinutesRepository,
    private readonly members: TellMembers,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
    jobs: Jobs,
  ) {
    jobs.registerDaily(this);
  }

  async run(): Promise<void> {
    const at = this.clock.now();
    const on = dayOf(at, this.zone);
    const after = new Date(at.getTime() - NEWS_FOR);
    for (const { id } of await this.minutes.untold(this.database.reader, { after, until: at })) {
      await this.database.transaction(async (tx) => {
        const minutes = await this.minutes.lock(tx, id);
        if (minutes?.publicationToldAt === null) await this.members.published(tx, { at, on }, minutes);
      });
    }
  }
}
