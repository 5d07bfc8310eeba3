import type { Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Attendee } from './attendee.entity.js';
import type { Minutes } from './minutes.entity.js';

@Injectable()
export class AttendeesRepository {
  /** Who attended without a seat, in the order of recording; nobody once the members have the minutes. */
  ofMeeting(reader: EntityManager, meetingId: string): Promise<Attendee[]> {
    return reader.find(Attendee, { where: { meetingId }, order: { recordedAt: 'ASC', id: 'ASC' } });
  }

  byId(reader: EntityManager, id: string): Promise<Attendee | null> {
    return reader.findOneBy(Attendee, { id });
  }

  async add(tx: Tx, attendee: Attendee): Promise<void> {
    await tx.insert(Attendee, attendee);
  }

  /** Erases one who was recorded wrongly. */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.delete(Attendee, { id });
  }

  /** Erases those of a meeting whose members get that version of its minutes, which from now on alone names them. */
  async forget(tx: Tx, { id, meetingId }: Pick<Minutes, 'id' | 'meetingId'>, version: number): Promise<void> {
    await tx.delete(Attendee, { meetingId });
    await this.forgetBefore(tx, id, version);
  }

  /** Erases them from the versions before one of a draft: what was recorded wrongly stays in none. */
  async forgetBefore(tx: Tx, minutesId: string, version: number): Promise<void> {
    await tx.query(
      `UPDATE minutes_version SET facts = facts - 'attendees' WHERE minutes_id = $1 AND number < $2 AND facts ? 'attendees'`,
      [minutesId, version],
    );
  }

  /** Erases those of the sessions closed before an instant whose minutes were never sent, and from their drafts. */
  async forgetUnsent(tx: Tx, closedBefore: Date): Promise<void> {
    await tx.query(`DELETE FROM attendee a USING meeting m WHERE m.id = a.meeting_id AND m.closed_at < $1`, [
      closedBefore,
    ]);
    await tx.query(
      `UPDATE minutes_version v SET facts = facts - 'attendees'
       FROM minutes r JOIN meeting m ON m.id = r.meeting_id
       WHERE v.minutes_id = r.id AND r.circulated_at IS NULL AND m.closed_at < $1 AND v.facts ? 'attendees'`,
      [closedBefore],
    );
  }
}
