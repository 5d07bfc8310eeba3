import type { Tx } from '@hemicycle/database';
import { type Day, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { Alternate } from './alternate.entity.js';

@Injectable()
export class AlternatesRepository {
  /** Gives the seat its alternate from a day on, to the end of the membership when that is known. */
  async name(
    tx: Tx,
    { id: memberId, untilOn }: { id: string; untilOn: Day | null },
    personId: string,
    fromOn: Day,
  ): Promise<void> {
    await tx.insert(Alternate, { id: newId(), memberId, personId, fromOn, untilOn });
  }

  /** Ends the right of the seat's alternate, `on` being its last day. */
  async end(tx: Tx, memberId: string, on: Day): Promise<void> {
    await tx.query(
      `UPDATE alternate SET until_on = $2 WHERE member_id = $1 AND $2 BETWEEN from_on AND coalesce(until_on, 'infinity')`,
      [memberId, on],
    );
  }
}
