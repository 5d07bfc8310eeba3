import { Ledger } from '@hemicycle/audit';
import { agreeToMove, judge, partHeld, type TurningFacts, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act, Day } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgendasRepository } from '../agendas.repository.js';
import type { AgreeToMoveInput } from '../graphql/meetings.inputs.js';
import { KeyedAgendas } from '../keyed-agendas.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { MEETING_THING } from '../things.js';

/**
 * Agrees that a convened plenary be moved to some day at short notice, by a holder of the second key, for the part of it that she
 * holds: it serves for the next move to another day, if it is to that one (charter NOTICE).
 */
@Injectable()
export class AgreeToMove {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly keyed: KeyedAgendas,
  ) {}

  /** @param forDay null: some day to come, to which nobody agreed yet. */
  async verdict(reader: EntityManager, act: Act, meeting: Meeting, forDay: Day | null): Promise<Violation[]> {
    return judge(agreeToMove, await this.facts(reader, act, meeting, forDay));
  }

  /** The first day to come to which others agreed, and that waits for the part of whoever acts; null: none does. */
  async waitsFor(reader: EntityManager, act: Act, meeting: Meeting): Promise<Day | null> {
    const agenda = await this.agendas.published(reader, meeting.id);
    const days = agenda === null ? [] : await this.keyed.daysAgreedTo(reader, agenda, act.on);
    for (const one of days) {
      if ((await this.verdict(reader, act, meeting, one)).length === 0) return one;
    }
    return null;
  }

  execute(act: Act, { meetingId, version, forDay }: AgreeToMoveInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'agreeToMove', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const facts = await this.facts(tx, act, meeting, forDay, version);
      const violations = judge(agreeToMove, facts);
      const held = partHeld(facts.key, facts.secondKey, facts.holder);
      if (violations.length > 0 || held === null) return new RuleRefusal(violations);
      await this.agendas.turn(tx, {
        meetingId,
        version,
        key: facts.key,
        move: await this.keyed.nextMove(tx, meetingId),
        forDay,
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
    forDay: Day | null,
    version?: number,
  ): Promise<TurningFacts> {
    const agenda = await this.agendas.published(reader, meeting.id);
    return this.keyed.turning(reader, act, meeting, {
      key: 'URGENCY',
      forDay,
      version: version ?? agenda?.version ?? 0,
      agenda: agenda === null ? null : await this.keyed.keyedForMove(reader, agenda, forDay),
    });
  }
}
