import { Database, type Tx } from '@hemicycle/database';
import { Jobs, type Task } from '@hemicycle/jobs';
import { Clock } from '@hemicycle/kernel';
import { Arrivals } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { Convocations } from './convocations.js';
import { MeetingsRepository } from './meetings.repository.js';

/**
 * When somebody comes to take part in a body, and every day, sends the convocations that stand of its meetings to come to whoever
 * takes part in them by now and was sent none (charter C3-CONVOCATION): she counts in the quorum.
 */
@Injectable()
export class ConveneNewcomers implements Task {
  readonly name = 'convene-newcomers';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly meetings: MeetingsRepository,
    private readonly convocations: Convocations,
    jobs: Jobs,
    arrivals: Arrivals,
  ) {
    jobs.registerDaily(this);
    arrivals.follow((tx) => jobs.add(tx, this, {}));
  }

  async run(): Promise<void> {
    const at = this.clock.now();
    for (const id of await this.meetings.convenedAhead(this.database.reader, at)) {
      await this.database.transaction((tx: Tx) => this.send(tx, id, at));
    }
  }

  private async send(tx: Tx, id: string, at: Date): Promise<void> {
    const meeting = await this.meetings.hold(tx, id);
    // It may have been opened, cancelled or found without quorum since.
    if (meeting?.state === 'CONVENED') await this.convocations.sendToWhoeverLacksIt(tx, at, meeting);
  }
}
