import { Ledger } from '@hemicycle/audit';
import {
  type AgendaKeyName,
  judge,
  partHeld,
  turnKey,
  type TurningFacts,
  type Violation,
} from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgendasRepository } from '../agendas.repository.js';
import type { TurnKeyInput } from '../graphql/meetings.inputs.js';
import { KeyedAgendas } from '../keyed-agendas.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { MEETING_THING } from '../things.js';

/** Turns a key of an agenda, or the half of it that whoever acts holds, on one version. */
@Injectable()
export class TurnKey {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly keyed: KeyedAgendas,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** The rules that refuse it on the version that stands: the secretariat's key for a secretary, else the second. */
  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[]> {
    const key = act.actor.roles.has('SECRETARIAT') ? 'SECRETARIAT' : 'COMMITTEE';
    return judge(turnKey, await this.facts(reader, act, meeting, key));
  }

  execute(act: Act, { meetingId, version, key, basedOnMove }: TurnKeyInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'turnKey', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      await this.meetings.notMovedSince(tx, meetingId, basedOnMove ?? null);
      const facts = await this.facts(tx, act, meeting, key, version);
      const violations = judge(turnKey, facts);
      const held = partHeld(key, facts.secondKey, facts.holder);
      if (violations.length > 0 || held === null) return new RuleRefusal(violations);
      await this.agendas.turn(tx, {
        meetingId,
        version,
        key,
        move: key === 'URGENCY' ? await this.keyed.urgencyOfTheAgenda(tx, meetingId) : 0,
        forDay: dayOf(meeting.startsAt, this.zone),
        ...held,
        turnedById: personId,
        turnedAt: act.at,
      });
      return meeting;
    });
  }

  private async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    key: AgendaKeyName,
    version?: number,
  ): Promise<TurningFacts> {
    const agenda = await this.agendas.latest(reader, meeting.id);
    return this.keyed.turning(reader, act, meeting, {
      key,
      forDay: dayOf(meeting.startsAt, this.zone),
      version: version ?? agenda?.version ?? 0,
      agenda: agenda === null ? null : await this.keyed.keyed(reader, agenda),
    });
  }
}
