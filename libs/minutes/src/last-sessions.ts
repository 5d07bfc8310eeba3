import { ElectionsRepository } from '@hemicycle/elections';
import {
  AgendasRepository,
  Bodies,
  DecisionsRepository,
  type Meeting,
  MeetingsRepository,
  PostponementsRepository,
  Sessions,
} from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LastSession } from './items-left.js';

/** What became of the session that a meeting follows. */
@Injectable()
export class LastSessions {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly decisions: DecisionsRepository,
    private readonly postponements: PostponementsRepository,
    private readonly elections: ElectionsRepository,
    private readonly sessions: Sessions,
    private readonly bodies: Bodies,
  ) {}

  /** The last session of its body, or of its group, held before a meeting; null: none was. */
  async before(reader: EntityManager, meeting: Meeting): Promise<LastSession | null> {
    const last = await this.meetings.lastHeldBefore(reader, meeting);
    if (last === null) return null;
    const agenda = await this.agendas.published(reader, last.id);
    return {
      number: last.number,
      ...(await this.bodies.named(reader, last)),
      on: this.sessions.dayOf(last),
      items: agenda?.items ?? [],
      decisions: await this.decisions.ofMeetings(reader, [last.id]),
      elections: await this.elections.ofMeetings(reader, [last.id]),
      postponements: await this.postponements.ofMeetings(reader, [last.id]),
    };
  }
}
