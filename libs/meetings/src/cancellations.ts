import type { Tx } from '@hemicycle/database';
import type { Act, Text } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';
import { Bodies } from './bodies.js';
import { CANCELLATION_LETTER } from './cancellation.letter.js';
import { MeetingCalendar } from './meeting-calendar.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';

/** What cancelling a meeting writes, for the command that also cancels its elections, in a later room. */
@Injectable()
export class Cancellations {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly bodies: Bodies,
    private readonly calendar: MeetingCalendar,
    private readonly mail: Mail,
  ) {
    mail.register(CANCELLATION_LETTER);
  }

  /**
   * Cancels the meeting, and tells whoever it had been convened to, once its quorum was missed too: they wait for another day.
   *
   * @param elections the seats of the elections that are cancelled with it
   */
  async write(
    tx: Tx,
    act: Act,
    meeting: Meeting,
    reason: string,
    elections: readonly Text[],
  ): Promise<Meeting> {
    await this.meetings.cancel(tx, meeting.id, act.at, reason);
    if (meeting.state !== 'PLANNED') await this.tellEverybody(tx, act, meeting, reason, elections);
    return { ...meeting, state: 'CANCELLED', cancelledAt: act.at, cancelReason: reason };
  }

  private async tellEverybody(
    tx: Tx,
    act: Act,
    meeting: Meeting,
    reason: string,
    elections: readonly Text[],
  ): Promise<void> {
    const addressees = await this.bodies.addressees(tx, meeting);
    const wordsTo = await this.calendar.wordsToEach(tx, meeting.id);
    const words = {
      reason,
      electionsFr: elections.map(({ fr }) => fr),
      electionsEn: elections.map(({ en }) => en),
    };
    await this.mail.enqueueEach(
      tx,
      CANCELLATION_LETTER,
      addressees.map(({ personId }) => ({
        to: { personId },
        parameters: { ...wordsTo(personId), ...words },
      })),
      act.at,
    );
  }
}
