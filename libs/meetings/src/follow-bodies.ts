import { Database, type Tx } from '@hemicycle/database';
import { Jobs, type Task } from '@hemicycle/jobs';
import { Clock } from '@hemicycle/kernel';
import { ComingsAndGoings } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { Convocations } from './convocations.js';
import { MeetingsRepository } from './meetings.repository.js';

/**
 * When somebody comes to take part in a body or takes part in it no more, and every day: sends the convocations that stand of the
 * meetings to come to whoever takes part in them by now and was sent none (charter C3-CONVOCATION), as she counts in the quorum; and
 * frees the calendars of those who were convened and take part no more.
 */
@Injectable()
export class FollowBodies implements Task {
  readonly name = 'follow-bodies';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly meetings: MeetingsRepository,
    private readonly convocations: Convocations,
    jobs: Jobs,
    comings: ComingsAndGoings,
  ) {
    jobs.registerDaily(this);
    comings.follow((tx) => jobs.add(tx, this, {}));
  }

  async run(): Promise<void> {
    const at = this.clock.now();
    for (const id of await this.meetings.convenedAhead(this.database.reader, at)) {
      await this.database.transaction((tx: Tx) => this.follow(tx, id, at));
    }
  }

  private async follow(tx: Tx, id: string, at: Date): Promise<void> {
    const meeting = await this.meetings.hold(tx, id);
    // It may have been opened, cancelled or found without quorum since.
    if (meeting?.state !== 'CONVENED') return;
    await this.convocations.sendToWhoeverLacksIt(tx, at, meeting);
    await this.convocations.tellWhoeverLeft(tx, at, meeting);
  }
}
