import type { Tx } from '@hemicycle/database';
import { type Act, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { MembersRepository } from '@hemicycle/members';
import { Inject, Injectable } from '@nestjs/common';
import { CANCELLATION_LETTER } from './cancellation.letter.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';

/** What cancelling a meeting writes, for the command that also cancels its elections, in a later room. */
@Injectable()
export class Cancellations {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly members: MembersRepository,
    private readonly mail: Mail,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    mail.register(CANCELLATION_LETTER);
  }

  /** Cancels the meeting, and tells whoever it had been convened to. */
  async write(tx: Tx, act: Act, meeting: Meeting, reason: string): Promise<Meeting> {
    await this.meetings.cancel(tx, meeting.id, reason);
    if (meeting.state === 'CONVENED') await this.tellMembers(tx, act, meeting, reason);
    return { ...meeting, state: 'CANCELLED', cancelReason: reason };
  }

  private async tellMembers(tx: Tx, act: Act, { number, startsAt }: Meeting, reason: string): Promise<void> {
    for (const { personId } of await this.members.inForce(tx, dayOf(startsAt, this.zone))) {
      await this.mail.enqueue(tx, CANCELLATION_LETTER, {
        to: { personId },
        at: act.at,
        parameters: { meetingNumber: number, startsAt: startsAt.toISOString(), timeZone: this.zone, reason },
      });
    }
  }
}
