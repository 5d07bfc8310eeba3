import {
  type Designation,
  electorate,
  type OpeningFacts,
  presidentOf,
  type Quorum,
  quorum,
} from '@hemicycle/charter';
import { type Act, type Day, dayOf, FORUM_TIME_ZONE, instantInWords } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { type MemberOnDay, MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Attendance, AttendanceMode } from './attendance.entity.js';
import { AttendanceRepository } from './attendance.repository.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';

/** Who makes up a session, as recorded so far. Days and rules are those of the day of the meeting. */
export interface Assembly {
  readonly on: Day;
  readonly members: readonly MemberOnDay[];
  readonly attendance: readonly Attendance[];
  readonly quorum: Quorum;
  /** Who presides when no item, hence no candidate, is under discussion. */
  readonly designation: Designation;
}

const TAKING_PART: readonly AttendanceMode[] = ['IN_ROOM', 'ONLINE'];

/** Whether the seat is present: in the room or online, the member herself or her alternate. */
export const takesPart = ({ mode }: Pick<Attendance, 'mode'>): boolean => TAKING_PART.includes(mode);

/** What the opening of a session rests on: attendance, quorum and who presides (charter QUORUM, PRESIDING). */
@Injectable()
export class Sessions {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly attendance: AttendanceRepository,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly procedure: ProcedureRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** The day of the meeting in the forum. */
  dayOf({ startsAt }: Pick<Meeting, 'startsAt'>): Day {
    return dayOf(startsAt, this.zone);
  }

  /**
   * Who makes up the session.
   *
   * @param candidateIds members who are candidates in the item under discussion: they do not preside over it.
   */
  async assembly(
    reader: EntityManager,
    meeting: Pick<Meeting, 'id' | 'startsAt'>,
    candidateIds: readonly string[] = [],
  ): Promise<Assembly> {
    const on = this.dayOf(meeting);
    const { rules } = await this.procedure.editionOn(reader, on);
    const members = await this.members.inForce(reader, on);
    const attendance = await this.attendance.latest(reader, [meeting.id]);
    const holders = await this.mandates.holdersOn(reader, on);
    const present = new Set(attendance.filter(takesPart).map(({ memberId }) => memberId));
    const inPerson = new Set(
      attendance.filter((row) => takesPart(row) && row.alternateId === null).map(({ memberId }) => memberId),
    );
    return {
      on,
      members,
      attendance,
      quorum: quorum(
        electorate(members, null, on, rules.registerUnit).map(({ id, college }) => ({
          college,
          present: present.has(id),
        })),
        rules,
      ),
      designation: presidentOf({
        present: members
          .filter(({ id }) => inPerson.has(id))
          .map(({ id, number, fromOn }) => ({ memberId: id, number, fromOn })),
        coChairIds: holders.filter(({ office }) => office === 'CO_CHAIR').map(({ memberId }) => memberId),
        committeeMemberIds: holders
          .filter(({ office }) => office === 'COMMITTEE_MEMBER')
          .map(({ memberId }) => memberId),
        candidateIds,
        rules,
      }),
    };
  }

  /** What the charter asks to know of an opening by whoever acts. In a command, the meeting's row is locked by then. */
  async facts(reader: EntityManager, act: Act, meeting: Meeting): Promise<OpeningFacts> {
    const { personId, roles } = act.actor;
    const { on, members, designation, quorum: found } = await this.assembly(reader, meeting);
    const convocation = await this.meetings.latestConvocation(reader, meeting.id);
    const nameOf = (memberId: string | null): string | null =>
      members.find(({ id }) => id === memberId)?.personName ?? null;
    return {
      state: meeting.state,
      at: act.at,
      on: act.on,
      startsAt: meeting.startsAt,
      meetingOn: on,
      when: instantInWords(meeting.startsAt, this.zone),
      actorMemberId: members.find((member) => member.personId === personId)?.id ?? null,
      bySecretariat: roles.has('SECRETARIAT'),
      designation,
      presidentName: nameOf(designation.memberId),
      quorum: found,
      quorumRequired: convocation?.quorumRequired ?? true,
    };
  }
}
