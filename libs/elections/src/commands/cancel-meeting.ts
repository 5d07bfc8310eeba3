import { Ledger } from '@hemicycle/audit';
import { cancelMeeting, judge, seatInWords, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Bodies, Cancellations, type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import { ElectionsRepository, isUnderWay } from '../elections.repository.js';
import { MEETING_THING } from '../things.js';

/** Cancels a meeting that was not opened, with its reason, and with it the elections called for it: one letter tells of both. */
@Injectable()
export class CancelMeeting {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly cancellations: Cancellations,
    private readonly bodies: Bodies,
  ) {}

  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[]> {
    return judge(cancelMeeting, {
      state: meeting.state,
      ...(await this.bodies.of(reader, act, meeting)),
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
    });
  }

  execute(
    act: Act,
    { meetingId, reason }: { readonly meetingId: string; readonly reason: string },
  ): Promise<Meeting | RuleRefusal> {
    return this.ledger.record<Meeting>(act, 'cancelMeeting', async (tx) => {
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const elections = await this.elections.lockOfMeeting(tx, meetingId);
      const violations = await this.verdict(tx, act, meeting);
      if (violations.length > 0) return new RuleRefusal(violations);
      const underWay = elections.filter(isUnderWay);
      for (const { id } of underWay) {
        await this.elections.change(tx, id, {
          state: 'CANCELLED',
          cancelReason: reason,
          concludedAt: act.at,
          concludedById: actingPerson(act),
        });
      }
      return this.cancellations.write(tx, act, meeting, reason, underWay.map(seatInWords));
    });
  }
}
