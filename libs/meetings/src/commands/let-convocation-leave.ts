import { Ledger } from '@hemicycle/audit';
import { judge, letConvocationLeave, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConveneGroups } from '../convene-groups.js';
import { ConvocationStops } from '../convocation-stops.js';
import { ConvocationStopsRepository } from '../convocation-stops.repository.js';
import type { LetConvocationLeaveInput } from '../graphql/meetings.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { MEETING_THING } from '../things.js';

/** Lets a group’s convocation leave by itself again, by the secretariat that stopped it (charter C3-CONVOCATION). */
@Injectable()
export class LetConvocationLeave {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly stops: ConvocationStopsRepository,
    private readonly stopping: ConvocationStops,
    private readonly convening: ConveneGroups,
  ) {}

  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[]> {
    return judge(letConvocationLeave, await this.stopping.facts(reader, act, meeting));
  }

  execute(act: Act, { meetingId }: LetConvocationLeaveInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'letConvocationLeave', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const violations = await this.verdict(tx, act, meeting);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.stops.end(tx, meetingId, personId, act.at);
      await this.convening.soon(tx, act, meeting);
      return meeting;
    });
  }
}
