import { Ledger } from '@hemicycle/audit';
import { judge, removeAttendee, type Violation } from '@hemicycle/charter';
import { Forbidden, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttendanceTold } from '../attendance-told.js';
import { AttendeesRepository } from '../attendees.repository.js';
import type { RemoveAttendeeInput } from '../graphql/minutes.inputs.js';
import { MinutesReaders } from '../minutes-readers.js';
import { ATTENDEE_THING } from '../things.js';

/**
 * Erases somebody who was wrongly recorded as attending without a seat, by whoever records the attendance, until the members have the
 * minutes: what these then say is corrected in a new version of theirs (charter MINUTES).
 */
@Injectable()
export class RemoveAttendee {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly attendees: AttendeesRepository,
    private readonly told: AttendanceTold,
    private readonly readers: MinutesReaders,
  ) {}

  /** The rules that refuse to remove anybody now; null: it is for others to record. */
  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[] | null> {
    if (!(await this.readers.writes(reader, act, meeting.id))) return null;
    const minutesSent = this.told.wereSent(act, await this.told.in(reader, meeting));
    return judge(removeAttendee, { state: meeting.state, minutesSent });
  }

  execute(act: Act, { attendeeId }: RemoveAttendeeInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'removeAttendee', async (tx) => {
      if (act.actor.personId === null) throw new Unauthenticated();
      const named = await this.attendees.byId(tx, attendeeId);
      const meeting = named === null ? null : await this.meetings.lock(tx, named.meetingId);
      if (meeting === null) throw new NotFound(ATTENDEE_THING, attendeeId);
      if (!(await this.readers.writes(tx, act, meeting.id))) throw new Forbidden();
      const minutes = await this.told.lock(tx, meeting);
      const violations = judge(removeAttendee, {
        state: meeting.state,
        minutesSent: this.told.wereSent(act, minutes),
      });
      if (violations.length > 0) return new RuleRefusal(violations);
      // Somebody else may have removed her, while this one waited.
      if ((await this.attendees.byId(tx, attendeeId)) === null)
        throw new NotFound(ATTENDEE_THING, attendeeId);
      await this.attendees.remove(tx, attendeeId);
      await this.told.correct(tx, act, meeting, minutes);
      return meeting;
    });
  }
}
