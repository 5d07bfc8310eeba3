import { Ledger } from '@hemicycle/audit';
import { castDecisionVote, type CastingFacts, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttendanceRepository } from '../attendance.repository.js';
import type { Decision } from '../decision.entity.js';
import { DecisionsRepository, type ListedDecision } from '../decisions.repository.js';
import type { CastDecisionVoteInput } from '../graphql/decisions.inputs.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { ProxiesRepository } from '../proxies.repository.js';
import { RecusalsRepository } from '../recusals.repository.js';
import { takesPart } from '../sessions.js';
import { DECISION_THING } from '../things.js';

/** Gives a seat's answer in a recorded vote, by whoever holds its vote; again if she likes, until it is closed. */
@Injectable()
export class CastDecisionVote {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly attendance: AttendanceRepository,
    private readonly proxies: ProxiesRepository,
    private readonly recusals: RecusalsRepository,
    private readonly members: MembersRepository,
  ) {}

  /** @param memberId the seat; null: one whose vote whoever acts holds, or else her own. */
  async verdict(
    reader: EntityManager,
    act: Act,
    decision: Decision,
    memberId: string | null = null,
  ): Promise<Violation[]> {
    return judge(castDecisionVote, {
      state: decision.state,
      vote: await this.vote(reader, act, decision, memberId ?? (await this.anySeat(reader, act, decision))),
    });
  }

  private async anySeat(
    reader: EntityManager,
    { actor: { personId }, on }: Act,
    { id }: Decision,
  ): Promise<string | null> {
    if (personId === null) return null;
    const [held] = await this.decisions.seatsHeldBy(reader, id, personId);
    return held?.memberId ?? (await this.members.memberOfPerson(reader, personId, on))?.id ?? null;
  }

  private async vote(
    reader: EntityManager,
    { actor: { personId }, on }: Act,
    { id, meetingId, itemId }: Decision,
    memberId: string | null,
  ): Promise<CastingFacts['vote']> {
    const recused = await this.recusals.inItem(reader, meetingId, itemId);
    if (recused.some((one) => one.memberId === memberId)) return 'RECUSED';
    const seat = memberId === null ? null : await this.decisions.seat(reader, id, memberId);
    if (seat === null || personId === null) return 'NOT_HELD';
    const [member] = await this.members.onDay(reader, [seat.memberId], on);
    const proxies = await this.proxies.standing(reader, meetingId);
    if (seat.capacity === 'PROXY' && !proxies.some(({ giverId }) => giverId === seat.memberId)) {
      if (seat.personId === personId) return 'PROXY_ENDED';
      const attendance = await this.attendance.latest(reader, [meetingId]);
      const arrived = attendance.find((row) => row.memberId === seat.memberId && takesPart(row));
      if (arrived === undefined) return 'NOT_HELD';
      return (arrived.alternateId ?? member?.personId) === personId ? 'HELD' : 'NOT_HELD';
    }
    if (seat.personId === personId) return 'HELD';
    return seat.capacity === 'ALTERNATE' && member?.personId === personId ? 'ALTERNATE_SITS_IN' : 'NOT_HELD';
  }

  execute(
    act: Act,
    { decisionId, memberId, choice }: CastDecisionVoteInput,
  ): Promise<ListedDecision | RuleRefusal> {
    return this.ledger.record(act, 'castDecisionVote', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const known = await this.decisions.byId(tx, decisionId);
      if (known !== null) await this.meetings.lock(tx, known.meetingId);
      const decision = await this.decisions.lock(tx, decisionId);
      if (decision === null) throw new NotFound(DECISION_THING, decisionId);
      const violations = await this.verdict(tx, act, decision, memberId);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.decisions.cast(tx, {
        decisionId,
        memberId,
        choice,
        castById: personId,
        castAt: act.at,
      });
      return this.decisions.known(tx, decisionId);
    });
  }
}
