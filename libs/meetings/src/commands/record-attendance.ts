import { Ledger } from '@hemicycle/audit';
import { type AttendanceFacts, judge, recordAttendance, type Violation } from '@hemicycle/charter';
import { BadUserInput, Forbidden, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { type MemberOnDay, MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttendanceRepository } from '../attendance.repository.js';
import { Bodies } from '../bodies.js';
import type { AttendanceEntryInput, RecordAttendanceInput } from '../graphql/meetings.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { ProxiesRepository } from '../proxies.repository.js';
import { Sessions, takesPart } from '../sessions.js';
import { MEETING_THING, MEMBER_THING } from '../things.js';

/**
 * Records who takes part, and how; what was recorded before is kept and no longer holds. The proxy of whoever arrives
 * lapses (charter PROXY).
 */
@Injectable()
export class RecordAttendance {
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

  /** The rules that refuse to record anything at all now; null: it is for others to record. */
  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[] | null> {
    if (!(await this.keepsAttendance(reader, act, meeting))) return null;
    return judge(recordAttendance, await this.facts(reader, act, meeting, [], []));
  }

  /** Whether whoever acts keeps the attendance of this meeting: the secretariat, or in a working group its facilitators, in the committee a co-chair. */
  private async keepsAttendance(reader: EntityManager, act: Act, meeting: Meeting): Promise<boolean> {
    return act.actor.roles.has('SECRETARIAT') || this.bodies.keeps(reader, act, meeting);
  }

  execute(act: Act, { meetingId, entries }: RecordAttendanceInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'recordAttendance', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      if (!(await this.keepsAttendance(tx, act, meeting))) throw new Forbidden();
      const ids = entries.map(({ memberId }) => memberId);
      if (new Set(ids).size < ids.length) throw new BadUserInput('entries', ONE_ENTRY_A_MEMBER);
      const members = await this.members.onDay(tx, ids, this.sessions.dayOf(meeting));
      const violations = judge(recordAttendance, await this.facts(tx, act, meeting, entries, members));
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.attendance.record(
        tx,
        entries.map(({ memberId, mode, byAlternate }) => ({
          meetingId,
          memberId,
          mode,
          alternateId: byAlternate ? memberOf(members, memberId).alternatePersonId : null,
          recordedById: personId,
          recordedAt: act.at,
        })),
      );
      const arrived = entries.filter(takesPart).map(({ memberId }) => memberId);
      await this.proxies.end(tx, meetingId, arrived, { at: act.at, ending: 'LAPSED' });
      return meeting;
    });
  }

  private async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    entries: readonly AttendanceEntryInput[],
    members: readonly MemberOnDay[],
  ): Promise<AttendanceFacts> {
    const meetingOn = this.sessions.dayOf(meeting);
    const { rules } = await this.procedure.editionOn(reader, act.on);
    const proxies = await this.proxies.standing(reader, meeting.id);
    const seated = new Set((await this.bodies.membersOf(reader, meeting)).map(({ id }) => id));
    return {
      state: meeting.state,
      body: meeting.body,
      on: act.on,
      meetingOn,
      rules,
      seats: entries.map((entry) => {
        const member = memberOf(members, entry.memberId);
        return {
          name: member.personName,
          isMember: seated.has(member.id),
          present: takesPart(entry),
          byAlternate: entry.byAlternate,
          hasAlternate: member.alternatePersonId !== null,
          represented: entry.mode === 'REPRESENTED',
          hasProxy: proxies.some(({ giverId }) => giverId === entry.memberId),
        };
      }),
    };
  }
}

/** @throws NotFound for somebody who never was a member. */
function memberOf(members: readonly MemberOnDay[], id: string): MemberOnDay {
  const member = members.find((one) => one.id === id);
  if (member === undefined) throw new NotFound(MEMBER_THING, id);
  return member;
}

const ONE_ENTRY_A_MEMBER = {
  fr: 'Un même membre figure deux fois.',
  en: 'The same member is given twice.',
};
