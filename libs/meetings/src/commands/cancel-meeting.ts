import { Ledger } from '@hemicycle/audit';
import { cancelMeeting, judge, type Violation } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { MembersRepository } from '@hemicycle/members';
import { Inject, Injectable } from '@nestjs/common';
import { CANCELLATION_LETTER } from '../cancellation.letter.js';
import type { CancelMeetingInput } from '../graphql/meetings.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { MEETING_THING } from '../things.js';

/** Cancels a meeting that was not opened, and tells whoever it had been convened to. */
@Injectable()
export class CancelMeeting {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly members: MembersRepository,
    private readonly mail: Mail,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    mail.register(CANCELLATION_LETTER);
  }

  verdict(act: Act, { state }: Meeting): Violation[] {
    return judge(cancelMeeting, { state, bySecretariat: act.actor.roles.has('SECRETARIAT') });
  }

  execute(act: Act, { meetingId, reason }: CancelMeetingInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record<Meeting>(act, 'cancelMeeting', async (tx) => {
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const violations = this.verdict(act, meeting);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.meetings.cancel(tx, meetingId, reason);
      if (meeting.state === 'CONVENED') await this.tellMembers(tx, act, meeting, reason);
      return { ...meeting, state: 'CANCELLED', cancelReason: reason };
    });
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
