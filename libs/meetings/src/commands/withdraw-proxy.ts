import { Ledger } from '@hemicycle/audit';
import { judge, type Violation, withdrawProxy } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WithdrawProxyInput } from '../graphql/proxies.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { ProxiesRepository } from '../proxies.repository.js';
import { Sessions } from '../sessions.js';
import { MEETING_THING, MEMBER_THING } from '../things.js';

/** Takes back a proxy that still stands, by whoever gave it or by the secretariat. */
@Injectable()
export class WithdrawProxy {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly proxies: ProxiesRepository,
    private readonly sessions: Sessions,
    private readonly members: MembersRepository,
  ) {}

  /** @param memberId whose proxy; null: that of whoever acts. */
  async verdict(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    memberId: string | null = null,
  ): Promise<Violation[]> {
    const { personId, roles } = act.actor;
    const on = this.sessions.dayOf(meeting);
    const own = personId === null ? null : await this.members.memberOfPerson(reader, personId, on);
    const giverId = memberId ?? own?.id ?? null;
    const standing = await this.proxies.standing(reader, meeting.id);
    return judge(withdrawProxy, {
      state: meeting.state,
      byGiver: own !== null && own.id === giverId,
      bySecretariat: roles.has('SECRETARIAT'),
      given: standing.some((proxy) => proxy.giverId === giverId),
    });
  }

  execute(act: Act, { meetingId, memberId }: WithdrawProxyInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'withdrawProxy', async (tx) => {
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const [member] = await this.members.onDay(tx, [memberId], this.sessions.dayOf(meeting));
      if (member === undefined) throw new NotFound(MEMBER_THING, memberId);
      const violations = await this.verdict(tx, act, meeting, memberId);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.proxies.end(tx, meetingId, [memberId], { at: act.at, ending: 'WITHDRAWN' });
      return meeting;
    });
  }
}
