import { Ledger } from '@hemicycle/audit';
import { type ClosingFacts, closeSession, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, type College } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import {
  DecisionsRepository,
  type Meeting,
  MeetingsRepository,
  type Presiding,
  Sessions,
} from '@hemicycle/meetings';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ElectionsRepository, isUnderWay } from '../elections.repository.js';
import { MEETING_THING } from '../things.js';

/**
 * Closes a session, by whoever presides over it: the meeting was held. With the first plenary, the founding group's role
 * ends, and with it its edition of the rules of procedure unless that plenary ratified it (charter C3-FIRST-PLENARY, POLL, RULES-ADOPTION).
 */
@Injectable()
export class CloseSession {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly sessions: Sessions,
    private readonly decisions: DecisionsRepository,
    private readonly mandates: MandatesRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[]> {
    return judge(closeSession, await this.facts(reader, act, meeting));
  }

  private async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
  ): Promise<ClosingFacts & Pick<Presiding, 'memberId'>> {
    const elections = await this.elections.ofMeetings(reader, [meeting.id]);
    const rounds = await this.elections.rounds(
      reader,
      elections.map(({ id }) => id),
    );
    const decisions = await this.decisions.ofMeetings(reader, [meeting.id]);
    const holders = await this.mandates.holdersOn(reader, act.on);
    const outcome = (college: College): ClosingFacts['coChairs'][College] => {
      if (holders.some((held) => held.office === 'CO_CHAIR' && held.college === college)) return 'FILLED';
      const put = elections.filter(
        (election) => election.office === 'CO_CHAIR' && election.college === college,
      );
      return put.length > 0 && !put.some(isUnderWay) ? 'FAILURE_RECORDED' : 'PENDING';
    };
    return {
      state: meeting.state,
      // A co-chair proclaimed in this session presides from then on.
      ...(await this.sessions.presidency(reader, act, meeting)),
      isFirstPlenary: await this.meetings.isFirstPlenary(reader, meeting),
      coChairs: { GOVERNMENT: outcome('GOVERNMENT'), CIVIL_SOCIETY: outcome('CIVIL_SOCIETY') },
      elections: elections.map(({ id, office, college, state }) => ({
        seat: { office, college },
        state,
        outlivesSession: (rounds.findLast(({ electionId }) => electionId === id)?.closesAt ?? null) !== null,
      })),
      votesUnderWay: decisions.filter(({ state }) => state === 'VOTING').map(({ title }) => title),
    };
  }

  execute(act: Act, { meetingId }: { readonly meetingId: string }): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'closeSession', async (tx) => {
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      await this.elections.lockOfMeeting(tx, meetingId);
      const facts = await this.facts(tx, act, meeting);
      const violations = judge(closeSession, facts);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.decisions.carryOver(tx, meetingId);
      await this.sessions.preside(tx, act, meetingId, facts.memberId, null);
      await this.meetings.close(tx, meetingId, act.at);
      if (facts.isFirstPlenary) await this.procedure.endFoundingGroup(tx, act.on);
      const held: Meeting = { ...meeting, state: 'HELD', closedAt: act.at };
      return held;
    });
  }
}
