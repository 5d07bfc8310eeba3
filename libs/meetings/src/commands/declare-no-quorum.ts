import { Ledger } from '@hemicycle/audit';
import { declareNoQuorum, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclareNoQuorumInput } from '../graphql/meetings.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { Sessions } from '../sessions.js';
import { MEETING_THING } from '../things.js';

/**
 * Records that the quorum was missed at the opening, by whoever presides: nothing else takes place, and a second
 * convocation may follow. An act of its own: an attendance list that is not complete yet must not end a meeting.
 */
@Injectable()
export class DeclareNoQuorum {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly sessions: Sessions,
  ) {}

  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[]> {
    return judge(declareNoQuorum, await this.sessions.facts(reader, act, meeting));
  }

  execute(act: Act, { meetingId }: DeclareNoQuorumInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record<Meeting>(act, 'declareNoQuorum', async (tx) => {
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const facts = await this.sessions.facts(tx, act, meeting);
      const violations = judge(declareNoQuorum, facts);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.meetings.keepQuorum(tx, meetingId, act.at, facts.quorum);
      await this.meetings.lackQuorum(tx, meetingId);
      return { ...meeting, state: 'WITHOUT_QUORUM' };
    });
  }
}
