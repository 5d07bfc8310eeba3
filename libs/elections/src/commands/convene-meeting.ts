import { Ledger } from '@hemicycle/audit';
import { conveneMeeting, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import {
  AgendasRepository,
  type Calling,
  Convocations,
  type Meeting,
  MeetingsRepository,
} from '@hemicycle/meetings';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnnouncedElections } from '../announced-elections.js';
import { ElectionsRepository } from '../elections.repository.js';
import { MEETING_THING } from '../things.js';

/**
 * Convenes a plenary, by the secretariat: the convocation leaves with the agenda, and the nominations of its elections
 * open (charter C3-CONVOCATION, C3-AGENDA, NOTICE, ELIGIBILITY).
 */
@Injectable()
export class ConveneMeeting {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly announced: AnnouncedElections,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly convocations: Convocations,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  async verdict(reader: EntityManager, act: Act, meeting: Meeting, calling: Calling): Promise<Violation[]> {
    const facts = await this.convocations.facts(reader, act, meeting, calling);
    const agenda = await this.agendas.toConveneOn(reader, meeting.id);
    return judge(conveneMeeting, {
      ...facts,
      ...(await this.announced.facts(reader, act, agenda, {
        meetingId: meeting.id,
        plenaryOn: facts.meetingOn,
        rules: facts.rules,
      })),
    });
  }

  execute(
    act: Act,
    input: {
      readonly meetingId: string;
      readonly startsAt?: Date | null;
      readonly urgencyReason?: string | null;
      readonly basedOnMove?: number | null;
    },
  ): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'conveneMeeting', async (tx) => {
      const { meetingId } = input;
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      await this.meetings.notMovedSince(tx, meetingId, input.basedOnMove ?? null);
      const calling = {
        startsAt: input.startsAt ?? meeting.startsAt,
        urgencyReason: input.urgencyReason ?? null,
      };
      await this.elections.lockOfMeeting(tx, meetingId);
      const violations = await this.verdict(tx, act, meeting, calling);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.convocations.send(tx, act, meeting, calling);
      await this.announced.open(tx, act, { meetingId, plenaryOn: dayOf(calling.startsAt, this.zone) });
      return (await this.meetings.byId(tx, meetingId)) ?? meeting;
    });
  }
}
