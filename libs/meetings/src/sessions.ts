import type { Tx } from '@hemicycle/database';
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
import type { MemberOnDay } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Attendance, AttendanceMode } from './attendance.entity.js';
import { AttendanceRepository } from './attendance.repository.js';
import { Bodies } from './bodies.js';
import type { DecisionSeat } from './decision-seat.entity.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';
import { ProxiesRepository } from './proxies.repository.js';
import type { Recusal } from './recusal.entity.js';

/** A seat that takes part in a session and votes there, and who holds its vote. */
export type Voter = Omit<DecisionSeat, 'decisionId'>;

/** A seat that takes no part in an item, by a declared interest (charter RECUSAL). */
export type RecusedSeat = Pick<Recusal, 'memberId'>;

/** Who makes up a session, as recorded so far. Days and rules are those of the day of the meeting. */
export interface Assembly {
  readonly on: Day;
  readonly members: readonly MemberOnDay[];
  readonly attendance: readonly Attendance[];
  /** By member number. */
  readonly voters: readonly Voter[];
  readonly quorum: Quorum;
  /** Who presides when no item, hence no candidate, is under discussion. */
  readonly designation: Designation;
  /** Whether she presides after the end of her term, without a successor (charter ACTING). */
  readonly presidentActs: boolean;
}

/** Who presides, and whether it is whoever acts. */
export interface Presiding {
  /** By name; null: no member can, and a person of the secretariat does. */
  readonly president: string | null;
  readonly memberId: string | null;
  readonly actorPresides: boolean;
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
    private readonly proxies: ProxiesRepository,
    private readonly bodies: Bodies,
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
   * @param recused the seats that take no part in that item, by a declared interest: they neither vote, be it for others,
   * nor preside, and the quorum is reckoned without those that attend (charter RECUSAL).
   */
  async assembly(
    reader: EntityManager,
    meeting: Pick<Meeting, 'id' | 'body' | 'groupId' | 'startsAt'>,
    candidateIds: readonly string[] = [],
    recused: readonly RecusedSeat[] = [],
  ): Promise<Assembly> {
    const on = this.dayOf(meeting);
    const { rules } = await this.procedure.editionOn(reader, on);
    const members = await this.bodies.membersOf(reader, meeting, on);
    const attendance = await this.attendance.latest(reader, [meeting.id]);
    const serving = await this.mandates.servingOn(reader, on);
    const recusedIds = new Set(recused.map(({ memberId }) => memberId));
    const seats = electorate(members, null, on, rules.registerUnit);
    const proxies = await this.proxies.standing(reader, meeting.id);
    // A proxy is to a member, and not to whoever sits in for her.
    const inPerson = new Set(
      attendance.filter((row) => takesPart(row) && row.alternateId === null).map(({ memberId }) => memberId),
    );
    const recorded = new Map(attendance.map((row) => [row.memberId, row]));
    const attending = seats.flatMap((seat): Voter[] => {
      const row = recorded.get(seat.id);
      const { id: memberId, college } = seat;
      if (row?.mode === 'REPRESENTED') {
        const proxy = proxies.find(({ giverId }) => giverId === memberId);
        const holder = members.find(({ id }) => id === proxy?.holderId);
        if (holder === undefined || !inPerson.has(holder.id) || recusedIds.has(holder.id)) return [];
        return [{ memberId, college, personId: holder.personId, capacity: 'PROXY' }];
      }
      if (row === undefined || !takesPart(row)) return [];
      return [
        row.alternateId === null
          ? { memberId, college, personId: seat.personId, capacity: 'MEMBER' }
          : { memberId, college, personId: row.alternateId, capacity: 'ALTERNATE' },
      ];
    });
    const voters = attending.filter(({ memberId }) => !recusedIds.has(memberId));
    const present = new Set(voters.map(({ memberId }) => memberId));
    // Whoever is away counts among the members, interest or not: nobody makes a quorum by declaring one from home.
    const apart = attending.filter(({ memberId }) => recusedIds.has(memberId));
    const apartIds = new Set(apart.map(({ memberId }) => memberId));
    const designation = presidentOf({
      present: members
        .filter(({ id }) => inPerson.has(id) && !recusedIds.has(id))
        .map(({ id, number, fromOn }) => ({ memberId: id, number, fromOn })),
      coChairIds: serving.filter(({ office }) => office === 'CO_CHAIR').map(({ memberId }) => memberId),
      committeeMemberIds: serving
        .filter(({ office }) => office === 'COMMITTEE_MEMBER')
        .map(({ memberId }) => memberId),
      facilitatorIds: await this.bodies.facilitatorIds(reader, meeting, on),
      candidateIds,
      rules,
    });
    return {
      on,
      members,
      attendance,
      voters,
      quorum: quorum(
        seats
          .filter(({ id }) => !apartIds.has(id))
          .map(({ id, college }) => ({ college, present: present.has(id) })),
        rules,
        apart.map(({ college }) => college),
      ),
      designation,
      presidentActs: serving.some(
        ({ memberId, office, untilOn }) =>
          memberId === designation.memberId && office === designation.rank && untilOn < on,
      ),
    };
  }

  /**
   * Who presides over the session now, or over one of its items, and whether it is whoever acts (PRESIDING). See
   * {@link assembly}.
   */
  async presidency(
    reader: EntityManager,
    { actor: { personId, roles } }: Act,
    meeting: Meeting,
    candidateIds: readonly string[] = [],
    recused: readonly RecusedSeat[] = [],
  ): Promise<Presiding> {
    const { members, designation } = await this.assembly(reader, meeting, candidateIds, recused);
    if (designation.memberId === null) {
      return { president: null, memberId: null, actorPresides: roles.has('SECRETARIAT') };
    }
    const { memberId } = designation;
    const member = members.find(({ id }) => id === memberId);
    return {
      president: member?.personName ?? null,
      memberId,
      actorPresides: member?.personId === personId,
    };
  }

  /**
   * Keeps that whoever acts presides from now on, where another did until then (charter PRESIDING). The law of her act has
   * allowed it, and the meeting's row is locked by then.
   *
   * @param memberId her seat; null: a person of the secretariat, as no member can
   * @param itemId the item over which she presides; null: the closing
   */
  async preside(
    tx: Tx,
    { actor: { personId }, at }: Act,
    meetingId: string,
    memberId: string | null,
    itemId: string | null,
  ): Promise<void> {
    const secretaryId = memberId === null ? personId : null;
    await this.meetings.preside(tx, { meetingId, fromAt: at, itemId, memberId, secretaryId });
  }

  /** What the charter asks to know of an opening by whoever acts. In a command, the meeting's row is locked by then. */
  async facts(reader: EntityManager, act: Act, meeting: Meeting): Promise<OpeningFacts> {
    const { personId, roles } = act.actor;
    const { on, members, designation, presidentActs, quorum: found } = await this.assembly(reader, meeting);
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
      presidentActs,
      quorum: found,
      quorumRequired: convocation?.quorumRequired ?? meeting.groupId === null,
    };
  }
}
