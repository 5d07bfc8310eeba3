import { Ledger } from '@hemicycle/audit';
import { judge, openSession, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OpenSessionInput } from '../graphql/meetings.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { Sessions } from '../sessions.js';
import { MEETING_THING } from '../things.js';

/** Opens the session, by whoever presides, on the day and from the hour for which the members were convened. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly sessions: Sessions,
  ) {}

  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[]> {
    return judge(openSession, await this.sessions.facts(reader, act, meeting));
  }

  execute(act: Act, { meetingId }: OpenSessionInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record<Meeting>(act, 'openSession', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const facts = await this.sessions.facts(tx, act, meeting);
      const violations = judge(openSession, facts);
      if (violations.length > 0) return new RuleRefusal(violations);
      const { memberId } = facts.designation;
      // A working group’s session opens without one: it is tested when a vote opens.
      if (meeting.groupId === null) await this.meetings.keepQuorum(tx, meetingId, act.at, facts.quorum);
      await this.meetings.open(tx, meetingId, act.at, {
        memberId,
        secretaryId: memberId === null ? personId : null,
      });
      return { ...meeting, state: 'IN_SESSION', openedAt: act.at };
    });
  }
}
