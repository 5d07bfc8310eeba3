import { Ledger } from '@hemicycle/audit';
import { judge, publishAgenda, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { AgendaPublications, AgendasRepository, type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnnouncedElections } from '../announced-elections.js';
import { ElectionsRepository } from '../elections.repository.js';
import { MEETING_THING } from '../things.js';

/**
 * Publishes an agenda changed after the convocation, by the secretariat, once both keys are turned on it: whoever was
 * convened is told what changed, and the nominations of the elections that it adds open (charter C3-AGENDA, ELIGIBILITY).
 */
@Injectable()
export class PublishAgenda {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly announced: AnnouncedElections,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly publications: AgendaPublications,
    private readonly procedure: ProcedureRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  async verdict(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    urgencyReason: string | null,
  ): Promise<Violation[]> {
    const facts = await this.publications.facts(reader, act, meeting, urgencyReason);
    const agenda = await this.agendas.latest(reader, meeting.id);
    const { rules } = await this.procedure.editionOn(reader, act.on);
    return judge(publishAgenda, {
      ...facts,
      rules,
      isFirstPlenary: await this.meetings.isFirstPlenary(reader, meeting),
      ...(await this.announced.facts(reader, act, agenda, {
        meetingId: meeting.id,
        plenaryOn: facts.meetingOn,
        rules,
      })),
    });
  }

  execute(
    act: Act,
    input: { readonly meetingId: string; readonly urgencyReason?: string | null },
  ): Promise<Meeting | RuleRefusal> {
    return this.ledger.record<Meeting>(act, 'publishAgenda', async (tx) => {
      const { meetingId } = input;
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      await this.elections.lockOfMeeting(tx, meetingId);
      const urgencyReason = input.urgencyReason ?? null;
      const violations = await this.verdict(tx, act, meeting, urgencyReason);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.publications.publish(tx, act, meeting, urgencyReason);
      await this.announced.open(tx, act, { meetingId, plenaryOn: dayOf(meeting.startsAt, this.zone) });
      return meeting;
    });
  }
}
