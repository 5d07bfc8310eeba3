import { Ledger } from '@hemicycle/audit';
import { type DenialFacts, denyInterest, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DecisionsRepository } from '../decisions.repository.js';
import type { DenyInterestInput } from '../graphql/decisions.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { type ListedRecusal, RecusalsRepository } from '../recusals.repository.js';
import { Sessions } from '../sessions.js';
import { MEETING_THING } from '../things.js';

/**
 * Says that one has no interest in an item, where whoever presided recorded one: one's seat takes part in it again
 * (charter RECUSAL: an interest is declared by whoever has it).
 */
@Injectable()
export class DenyInterest {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly recusals: RecusalsRepository,
    private readonly sessions: Sessions,
    private readonly members: MembersRepository,
  ) {}

  async verdict(reader: EntityManager, act: Act, meeting: Meeting, itemId: string): Promise<Violation[]> {
    const own = await this.own(reader, act, meeting, itemId);
    return judge(denyInterest, await this.facts(reader, act, meeting, itemId, own));
  }

  /** The interest recorded for the seat of whoever acts; null: none. */
  private async own(
    reader: EntityManager,
    { actor: { personId } }: Act,
    meeting: Meeting,
    itemId: string,
  ): Promise<ListedRecusal | null> {
    const on = this.sessions.dayOf(meeting);
    const member = personId === null ? null : await this.members.memberOfPerson(reader, personId, on);
    const recused = await this.recusals.inItem(reader, meeting.id, itemId);
    return recused.find(({ memberId }) => memberId === member?.id) ?? null;
  }

  private async facts(
    reader: EntityManager,
    { actor: { personId } }: Act,
    meeting: Meeting,
    itemId: string,
    own: ListedRecusal | null,
  ): Promise<DenialFacts> {
    const put = await this.decisions.onItem(reader, meeting.id, itemId);
    return {
      state: meeting.state,
      put: put?.state ?? null,
      recorded: own === null ? null : own.declaredBy.id === personId ? 'BY_HERSELF' : 'BY_ANOTHER',
    };
  }

  execute(act: Act, { meetingId, itemId }: DenyInterestInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'denyInterest', async (tx) => {
      if (act.actor.personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const own = await this.own(tx, act, meeting, itemId);
      const violations = judge(denyInterest, await this.facts(tx, act, meeting, itemId, own));
      if (violations.length > 0 || own === null) return new RuleRefusal(violations);
      const { memberId, number } = own;
      await this.recusals.deny(tx, { meetingId, itemId, memberId, number, deniedAt: act.at });
      return meeting;
    });
  }
}
