import type { Tx } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RecusalDenial } from './recusal-denial.entity.js';
import { Recusal } from './recusal.entity.js';

/** A declared interest, the member and whoever recorded it by name. */
export interface ListedRecusal {
  readonly meetingId: string;
  readonly itemId: string;
  readonly memberId: string;
  readonly number: number;
  readonly name: string;
  readonly college: College;
  readonly declaredBy: NamedPerson;
  readonly declaredAt: Date;
}

@Injectable()
export class RecusalsRepository {
  /** The interests declared in the items of these meetings, by member number; those denied are left out. */
  ofMeetings(reader: EntityManager, meetingIds: readonly string[]): Promise<ListedRecusal[]> {
    return reader.query(
      `SELECT r.meeting_id AS "meetingId", r.item_id AS "itemId", r.member_id AS "memberId", r.number, p.name, m.college,
              json_build_object('id', d.id, 'name', d.name) AS "declaredBy", r.declared_at AS "declaredAt"
       FROM recusal r
       JOIN member m ON m.id = r.member_id
       JOIN person p ON p.id = m.person_id
       JOIN person d ON d.id = r.declared_by_id
       WHERE r.meeting_id = ANY ($1)
         AND NOT EXISTS (SELECT FROM recusal_denial n WHERE n.meeting_id = r.meeting_id AND n.item_id = r.item_id
                           AND n.member_id = r.member_id AND n.number = r.number)
       ORDER BY r.meeting_id, m.number`,
      [meetingIds],
    );
  }

  /** The interests declared in one item. */
  async inItem(reader: EntityManager, meetingId: string, itemId: string): Promise<ListedRecusal[]> {
    return (await this.ofMeetings(reader, [meetingId])).filter((one) => one.itemId === itemId);
  }

  /** Whether the member denied an interest recorded for her in the item. */
  isDenied(reader: EntityManager, meetingId: string, itemId: string, memberId: string): Promise<boolean> {
    return reader.existsBy(RecusalDenial, { meetingId, itemId, memberId });
  }

  async deny(tx: Tx, denial: RecusalDenial): Promise<void> {
    await tx.insert(RecusalDenial, denial);
  }

  /** Adds a declaration after those that the member denied. The meeting's row is locked by then. */
  async declare(tx: Tx, recusal: Omit<Recusal, 'number'>): Promise<void> {
    const { meetingId, itemId, memberId } = recusal;
    const last = await tx.maximum(Recusal, 'number', { meetingId, itemId, memberId });
    await tx.insert(Recusal, { ...recusal, number: (last ?? 0) + 1 });
  }
}
