import { Ledger } from '@hemicycle/audit';
import { type AttendanceFacts, judge, recordAttendance, type Violation } from '@hemicycle/charter';
import { BadUserInput, Forbidden, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import {
  AttendanceRepository,
  Bodies,
  type Meeting,
  MeetingsRepository,
  ProxiesRepository,
  Sessions,
  takesPart,
} from '@hemicycle/meetings';
import { type MemberOnDay, MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttendanceTold } from '../attendance-told.js';
import type { AttendanceEntryInput, RecordAttendanceInput } from '../graphql/minutes.inputs.js';
import { MinutesReaders } from '../minutes-readers.js';
import type { Minutes } from '../minutes.entity.js';
import { MEETING_THING, MEMBER_THING } from '../things.js';

/**
 * Records who takes part, and how; what was recorded before is kept. The proxy of whoever arrives lapses (charter PROXY).
 * Once the session was closed, this corrects what is told of it: votes, the quorum that was found and who could act stay, and a
 * draft of the minutes gets a version that says it, until the members have them (charter MINUTES).
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
    private readonly told: AttendanceTold,
    private readonly readers: MinutesReaders,
  ) {}

  /** The rules that refuse to record anything at all now; null: it is for others to record. */
  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[] | null> {
    if (!(await this.readers.writes(reader, act, meeting.id))) return null;
    const minutes = await this.told.in(reader, meeting);
    return judge(recordAttendance, await this.facts(reader, act, meeting, minutes, [], []));
  }

  execute(act: Act, { meetingId, entries }: RecordAttendanceInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'recordAttendance', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      if (!(await this.readers.writes(tx, act, meetingId))) throw new Forbidden();
      const ids = entries.map(({ memberId }) => memberId);
      if (new Set(ids).size < ids.length) throw new BadUserInput('entries', ONE_ENTRY_A_MEMBER);
      const members = await this.members.onDay(tx, ids, this.sessions.dayOf(meeting));
      const minutes = await this.told.lock(tx, meeting);
      const violations = judge(
        recordAttendance,
        await this.facts(tx, act, meeting, minutes, entries, members),
      );
      if (violations.length > 0) return new RuleRefusal(violations);
      const convocation = await this.meetings.latestConvocation(tx, meetingId);
      if (convocation === null) throw new RangeError('Nobody is convened yet.');
      await this.attendance.record(
        tx,
        entries.map(({ memberId, mode, byAlternate }) => ({
          meetingId,
          convocation: convocation.number,
          memberId,
          mode,
          alternateId: byAlternate ? memberOf(members, memberId).alternatePersonId : null,
          recordedById: personId,
          recordedAt: act.at,
        })),
      );
      if (meeting.state === 'HELD') {
        await this.told.correct(tx, act, meeting, minutes);
        return meeting;
      }
      const arrived = entries.filter(takesPart).map(({ memberId }) => memberId);
      await this.proxies.end(tx, meetingId, arrived, { at: act.at, ending: 'LAPSED' });
      return meeting;
    });
  }

  private async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    minutes: Minutes | null,
    entries: readonly AttendanceEntryInput[],
    members: readonly MemberOnDay[],
  ): Promise<AttendanceFacts> {
    const meetingOn = this.sessions.dayOf(meeting);
    const { rules } = await this.procedure.editionOn(reader, act.on);
    const proxies = await this.proxies.standing(reader, meeting.id);
    const found = await this.attendance.found(reader, [meeting.id]);
    const seated = new Set((await this.bodies.membersOf(reader, meeting)).map(({ id }) => id));
    return {
      state: meeting.state,
      minutesSent: this.told.wereSent(act, minutes),
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
          found: found.find(({ memberId }) => memberId === entry.memberId)?.found ?? null,
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
