import { ElectionsRepository } from '@hemicycle/elections';
import {
  AgendasRepository,
  Bodies,
  DecisionsRepository,
  type Meeting,
  MeetingsRepository,
  PlenaryRequestsRepository,
  PostponementsRepository,
  Sessions,
} from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LastSession } from './items-left.js';

/** How many sessions are looked back to: six years of plenaries, three of a group’s meetings. */
const MOST_SESSIONS = 12;

/** What became of the sessions that a meeting follows. */
@Injectable()
export class LastSessions {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly decisions: DecisionsRepository,
    private readonly postponements: PostponementsRepository,
    private readonly elections: ElectionsRepository,
    private readonly requests: PlenaryRequestsRepository,
    private readonly sessions: Sessions,
    private readonly bodies: Bodies,
  ) {}

  /**
   * The last sessions of its body, or of its group, held before a meeting, the earliest first. None before a plenary that members
   * required: its agenda is that of their request, and takes nothing over (charter EXTRAORDINARY).
   */
  async before(reader: EntityManager, meeting: Meeting): Promise<LastSession[]> {
    if (await this.requests.isRequested(reader, meeting.id)) return [];
    const held = (await this.meetings.lastHeldBefore(reader, meeting, MOST_SESSIONS)).toReversed();
    const ids = held.map(({ id }) => id);
    if (ids.length === 0) return [];
    const named = await this.bodies.named(reader, meeting);
    const agendas = await this.agendas.publishedOf(reader, ids);
    const decisions = await this.decisions.ofMeetings(reader, ids);
    const elections = await this.elections.ofMeetings(reader, ids);
    const postponements = await this.postponements.ofMeetings(reader, ids);
    const requests = await this.requests.ofMeetings(reader, ids);
    return held.map((session) => {
      const itsOwn = ({ meetingId }: { readonly meetingId: string | null }): boolean =>
        meetingId === session.id;
      return {
        number: session.number,
        ...named,
        on: this.sessions.dayOf(session),
        required: requests.some(itsOwn),
        items: agendas.find(itsOwn)?.items ?? [],
        decisions: decisions.filter(itsOwn),
        elections: elections.filter(itsOwn),
        postponements: postponements.filter(itsOwn),
      };
    });
  }
}
