import { Ledger } from '@hemicycle/audit';
import { giveProxy, judge, type ProxyFacts, type ProxyMember, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttendanceRepository } from '../attendance.repository.js';
import { Bodies } from '../bodies.js';
import type { GiveProxyInput } from '../graphql/proxies.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { ProxiesRepository } from '../proxies.repository.js';
import { Sessions, takesPart } from '../sessions.js';
import { MEETING_THING, MEMBER_THING } from '../things.js';

/** Lends a member's vote to another of the same college, for one meeting, by her or by the secretariat (charter PROXY). */
@Injectable()
export class GiveProxy {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly attendance: AttendanceRepository,
    private readonly proxies: ProxiesRepository,
    private readonly sessions: Sessions,
    private readonly members: MembersRepository,
    private readonly procedure: ProcedureRepository,
    private readonly bodies: Bodies,
  ) {}

  /** The rules that refuse whoever acts to give hers, whomever she chooses. */
  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[]> {
    const { personId } = act.actor;
    const own =
      personId === null
        ? null
        : await this.members.memberOfPerson(reader, personId, this.sessions.dayOf(meeting));
    return judge(giveProxy, await this.facts(reader, act, meeting, own?.id ?? null, null));
  }

  private async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    giverId: string | null,
    holderId: string | null,
  ): Promise<ProxyFacts> {
    const meetingOn = this.sessions.dayOf(meeting);
    const { rules } = await this.procedure.editionOn(reader, act.on);
    const seated = new Set((await this.bodies.membersOf(reader, meeting)).map((one) => one.id));
    const known = [giverId, holderId].filter((id) => id !== null);
    const members = await this.members.onDay(reader, known, meetingOn);
    const member = (id: string | null): ProxyMember | null => {
      if (id === null) return null;
      const found = members.find((one) => one.id === id);
      if (found === undefined) throw new NotFound(MEMBER_THING, id);
      return { id, name: found.personName, college: found.college, isMember: seated.has(id) };
    };
    const standing = await this.proxies.standing(reader, meeting.id);
    const given = standing.find((proxy) => proxy.giverId === giverId);
    const [holderBefore] =
      given === undefined ? [] : await this.members.onDay(reader, [given.holderId], meetingOn);
    const attendance = await this.attendance.latest(reader, [meeting.id]);
    return {
      state: meeting.state,
      rules,
      body: meeting.body,
      meetingOn,
      byGiver: members.some(({ id, personId }) => id === giverId && personId === act.actor.personId),
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
      giver: member(giverId),
      giverIsThere: attendance.some((row) => row.memberId === giverId && takesPart(row)),
      givenTo: holderBefore?.personName ?? null,
      holder: member(holderId),
      held: standing.filter((proxy) => proxy.holderId === holderId).length,
    };
  }

  execute(act: Act, { meetingId, memberId, holderId }: GiveProxyInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'giveProxy', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const violations = judge(giveProxy, await this.facts(tx, act, meeting, memberId, holderId));
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.proxies.give(tx, {
        id: newId(),
        meetingId,
        giverId: memberId,
        holderId,
        recordedById: personId,
        givenAt: act.at,
      });
      return meeting;
    });
  }
}
