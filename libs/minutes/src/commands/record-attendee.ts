import { Ledger } from '@hemicycle/audit';
import { judge, recordAttendee, type Violation } from '@hemicycle/charter';
import { BadUserInput, Forbidden, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Bodies, type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import type { MemberOnDay } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttendanceTold } from '../attendance-told.js';
import type { Attendee } from '../attendee.entity.js';
import { AttendeesRepository } from '../attendees.repository.js';
import type { RecordAttendeeInput } from '../graphql/minutes.inputs.js';
import { MinutesReaders } from '../minutes-readers.js';
import type { Minutes } from '../minutes.entity.js';
import { MEETING_THING } from '../things.js';

/** As many as attend one session without a seat there. */
const MOST_ATTENDEES = 200;

type Named = Pick<Attendee, 'name' | 'organisation'>;

const sameName = (one: Named, other: Named): boolean =>
  one.name.toLowerCase() === other.name.toLowerCase() &&
  (one.organisation ?? '').toLowerCase() === (other.organisation ?? '').toLowerCase();

/** Whether a name is a member’s: of her organisation in either language, or of none that is named. */
const isSheOf = ({ personName, organisationName: { fr, en } }: MemberOnDay, named: Named): boolean =>
  [fr, en].some((organisation) =>
    sameName(
      { name: personName, organisation },
      { ...named, organisation: named.organisation ?? organisation },
    ),
  );

/**
 * Records somebody who attends a session without a seat there, in her capacity, by whoever records its attendance: while it is in session
 * and, in the draft of its minutes, until the members have these (charter MINUTES).
 */
@Injectable()
export class RecordAttendee {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly bodies: Bodies,
    private readonly attendees: AttendeesRepository,
    private readonly told: AttendanceTold,
    private readonly readers: MinutesReaders,
  ) {}

  /** The rules that refuse to record anybody now; null: it is for others to record. */
  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[] | null> {
    if (!(await this.readers.writes(reader, act, meeting.id))) return null;
    return this.judged(act, meeting, await this.told.in(reader, meeting), null, [], []);
  }

  execute(act: Act, input: RecordAttendeeInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'recordAttendee', async (tx) => {
      const { meetingId, name, capacity } = input;
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      if (!(await this.readers.writes(tx, act, meetingId))) throw new Forbidden();
      const minutes = await this.told.lock(tx, meeting);
      const recorded = await this.attendees.ofMeeting(tx, meetingId);
      const named = { name, organisation: input.organisation ?? null };
      const members = await this.bodies.membersOf(tx, meeting);
      const violations = this.judged(act, meeting, minutes, named, recorded, members);
      if (violations.length > 0) return new RuleRefusal(violations);
      if (recorded.length >= MOST_ATTENDEES) throw new BadUserInput('name', TOO_MANY);
      await this.attendees.add(tx, {
        id: newId(),
        meetingId,
        ...named,
        capacity,
        recordedById: personId,
        recordedAt: act.at,
      });
      await this.told.correct(tx, act, meeting, minutes);
      return meeting;
    });
  }

  private judged(
    act: Act,
    { state }: Meeting,
    minutes: Minutes | null,
    named: Named | null,
    recorded: readonly Attendee[],
    members: readonly MemberOnDay[],
  ): Violation[] {
    return judge(recordAttendee, {
      state,
      minutesSent: this.told.wereSent(act, minutes),
      name: named?.name ?? null,
      isRecorded: named !== null && recorded.some((one) => sameName(one, named)),
      hasSeat: named !== null && members.some((member) => isSheOf(member, named)),
    });
  }
}

const TOO_MANY = {
  fr: `Au plus ${MOST_ATTENDEES} personnes sont ainsi nommées par séance.`,
  en: `At most ${MOST_ATTENDEES} persons are named so at a session.`,
};
