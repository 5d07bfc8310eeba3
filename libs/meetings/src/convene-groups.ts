import { Ledger } from '@hemicycle/audit';
import { conveneMeeting, judge } from '@hemicycle/charter';
import { Database, type Tx } from '@hemicycle/database';
import { RuleRefusal } from '@hemicycle/graphql';
import { type DailyPayload, Jobs, type Task } from '@hemicycle/jobs';
import { type Act, Clock, dayOf, FORUM_TIME_ZONE, newId } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ConvocationStops } from './convocation-stops.js';
import { Convocations } from './convocations.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';

/** Whoever acts when a convocation leaves by itself: nobody. */
const NOBODY: Act['actor'] = { personId: null, sessionId: null, roles: new Set() };

/**
 * Every day, and when an agenda is set late, convenes the working groups whose convocation leaves by itself: from the day
 * on which it does, while its notice is long enough, unless the secretariat stopped it (charter C3-CONVOCATION, NOTICE).
 */
@Injectable()
export class ConveneGroups implements Task<DailyPayload> {
  readonly name = 'convene-groups';

  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly meetings: MeetingsRepository,
    private readonly convocations: Convocations,
    private readonly stops: ConvocationStops,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    jobs.registerDaily(this);
  }

  /** Has what is due convened some moments after the commit: of a meeting of a group, whose day of leaving may have come. */
  async soon(tx: Tx, { on }: Act, { groupId, state }: Pick<Meeting, 'groupId' | 'state'>): Promise<void> {
    if (groupId !== null && state === 'PLANNED') await this.jobs.add(tx, this, { on });
  }

  async run(): Promise<void> {
    const at = this.clock.now();
    const act: Act = { actor: NOBODY, at, on: dayOf(at, this.zone), requestId: newId() };
    const { reader } = this.database;
    for (const meeting of await this.meetings.groupsToConvene(reader, at)) {
      const leavesOn = await this.stops.leavesOn(reader, meeting, act.on);
      if (leavesOn !== null && leavesOn <= act.on) await this.convene(act, meeting.id);
    }
  }

  /** Convenes a meeting, unless something refuses it by now: it was stopped or cancelled, or its notice has become too short. */
  private async convene(act: Act, meetingId: string): Promise<void> {
    await this.ledger.record<Meeting>(act, 'conveneMeeting', async (tx) => {
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new RangeError(`No meeting ${meetingId}`);
      const calling = { startsAt: meeting.startsAt, urgencyReason: null, byItself: true };
      const facts = await this.convocations.facts(tx, act, meeting, calling);
      const violations = judge(conveneMeeting, { ...facts, announced: [], called: [] });
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.convocations.send(tx, act, meeting, calling);
      return meeting;
    });
  }
}
