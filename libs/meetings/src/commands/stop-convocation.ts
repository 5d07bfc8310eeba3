import { Ledger } from '@hemicycle/audit';
import { judge, stopConvocation, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, FORUM_TIME_ZONE, newId } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Bodies } from '../bodies.js';
import { CONVOCATION_STOPPED_LETTER } from '../convocation-stopped.letter.js';
import { ConvocationStops } from '../convocation-stops.js';
import { ConvocationStopsRepository } from '../convocation-stops.repository.js';
import type { StopConvocationInput } from '../graphql/meetings.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { MEETING_THING } from '../things.js';

/** Stops a group’s convocation before it leaves by itself, by the secretariat, with a reason that its facilitators are told (charter C3-CONVOCATION). */
@Injectable()
export class StopConvocation {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly stops: ConvocationStopsRepository,
    private readonly stopping: ConvocationStops,
    private readonly bodies: Bodies,
    private readonly mail: Mail,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    mail.register(CONVOCATION_STOPPED_LETTER);
  }

  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[]> {
    return judge(stopConvocation, await this.stopping.facts(reader, act, meeting));
  }

  execute(act: Act, { meetingId, reason }: StopConvocationInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'stopConvocation', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const violations = await this.verdict(tx, act, meeting);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.stops.stop(tx, {
        id: newId(),
        meetingId,
        reason,
        stoppedById: personId,
        stoppedAt: act.at,
      });
      const named = await this.bodies.named(tx, meeting);
      for (const toId of await this.bodies.facilitatorPersons(tx, meeting, act.on)) {
        await this.mail.enqueue(tx, CONVOCATION_STOPPED_LETTER, {
          to: { personId: toId },
          at: act.at,
          parameters: {
            meetingId,
            meetingNumber: meeting.number,
            ...named,
            startsAt: meeting.startsAt.toISOString(),
            timeZone: this.zone,
            reason,
          },
        });
      }
      return meeting;
    });
  }
}
