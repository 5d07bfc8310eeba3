import { minutesStateAt } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { Act } from '@hemicycle/kernel';
import type { Meeting } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttendeesRepository } from './attendees.repository.js';
import { Happenings } from './happenings.js';
import type { Minutes } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { textsOf } from './section-texts.js';

/** The minutes that tell who attended a session: what is recorded once it was closed corrects their draft. */
@Injectable()
export class AttendanceTold {
  constructor(
    private readonly minutes: MinutesRepository,
    private readonly happenings: Happenings,
    private readonly attendees: AttendeesRepository,
  ) {}

  /** The minutes of a meeting; null: there are none, as before it was held. */
  async in(reader: EntityManager, { id, state }: Meeting): Promise<Minutes | null> {
    if (state !== 'HELD') return null;
    const [minutes = null] = await this.minutes.ofMeetings(reader, [id]);
    return minutes;
  }

  /** As {@link in}, the row locked until the end of the transaction. The meeting's row is locked by then. */
  async lock(tx: Tx, meeting: Meeting): Promise<Minutes | null> {
    const minutes = await this.in(tx, meeting);
    return minutes === null ? null : this.minutes.lock(tx, minutes.id);
  }

  /** Whether the members have them. */
  wereSent({ at }: Act, minutes: Minutes | null): boolean {
    return minutes !== null && minutesStateAt(minutes, at) !== 'DRAFT';
  }

  /** Gives a draft a version with the same texts, on what the tables now say; null: there is none to correct. */
  async correct(tx: Tx, act: Act, meeting: Meeting, minutes: Minutes | null): Promise<void> {
    const { personId } = act.actor;
    if (minutes === null || personId === null) return;
    const { id, language } = minutes;
    const { number, texts } = await this.minutes.latestVersion(tx, id);
    const facts = await this.happenings.of(tx, act, meeting);
    await this.minutes.write(tx, {
      minutesId: id,
      number: number + 1,
      facts,
      texts: textsOf(texts, facts, language, ''),
      writtenById: personId,
      writtenAt: act.at,
    });
    await this.attendees.forgetBefore(tx, id, number + 1);
  }
}
