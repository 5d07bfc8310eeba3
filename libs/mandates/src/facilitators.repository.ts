import type { Tx } from '@hemicycle/database';
import { addDays, type Day, newId } from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type FacilitationEndReason, FacilitatorMandate } from './facilitator-mandate.entity.js';

/** A facilitator's mandate, with her name and person. */
export interface NamedFacilitator extends FacilitatorMandate {
  readonly personId: string;
  readonly name: string;
}

/** Whoever a decision names, and whose place she takes. */
export interface NewFacilitator {
  readonly groupId: string;
  readonly memberId: string;
  readonly fromOn: Day;
  readonly decisionId: string;
  /** The mandate that hers ends; null: a vacant seat. */
  readonly replacesId: string | null;
}

const NAMED = `
  SELECT f.id, f.member_id AS "memberId", f.group_id AS "groupId", f.college, f.seat, f.from_on AS "fromOn",
         f.ended_on AS "endedOn", f.end_reason AS "endReason", f.decision_id AS "decisionId",
         p.id AS "personId", p.name
  FROM facilitator_mandate f JOIN member m ON m.id = f.member_id JOIN person p ON p.id = m.person_id`;

const ON = `$1 BETWEEN f.from_on AND coalesce(f.ended_on, 'infinity')`;

@Injectable()
export class FacilitatorsRepository {
  constructor(private readonly members: MembersRepository) {}

  /** Every mandate that these groups gave, the earliest first, government first. */
  ofGroups(reader: EntityManager, groupIds: readonly string[]): Promise<NamedFacilitator[]> {
    return reader.query(
      `${NAMED} WHERE f.group_id = ANY ($1) ORDER BY f.from_on, f.college DESC, f.seat, f.id`,
      [groupIds],
    );
  }

  /** Who facilitates a group on a day, government first. */
  inOffice(reader: EntityManager, groupId: string, on: Day): Promise<NamedFacilitator[]> {
    return reader.query(`${NAMED} WHERE ${ON} AND f.group_id = $2 ORDER BY f.college DESC, f.seat`, [
      on,
      groupId,
    ]);
  }

  async byId(reader: EntityManager, id: string): Promise<NamedFacilitator | null> {
    const rows: NamedFacilitator[] = await reader.query(`${NAMED} WHERE f.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /**
   * Begins a mandate on the day of the decision, in the place of whoever it replaces, who held hers until the day before, or
   * in the first free seat. Nobody is named who is not a member on that day: the seat then stays vacant, and the answer is
   * false. The group's row is locked by then.
   */
  async begin(
    tx: Tx,
    { groupId, memberId, fromOn, decisionId, replacesId }: NewFacilitator,
  ): Promise<boolean> {
    const member = await this.members.lock(tx, memberId);
    if (member === null) throw new RangeError(`No member ${memberId}`);
    if (member.untilOn !== null && member.untilOn < fromOn) return false;
    if (replacesId !== null) {
      await tx.query(
        `UPDATE facilitator_mandate SET ended_on = $1, end_reason = coalesce(end_reason, 'REPLACED')
         WHERE id = $2 AND coalesce(ended_on, 'infinity') > $1`,
        [addDays(fromOn, -1), replacesId],
      );
    }
    const { college } = member;
    const taken = new Set(
      (await this.inOffice(tx, groupId, fromOn))
        .filter((one) => one.college === college)
        .map(({ seat }) => seat),
    );
    let seat = 1;
    while (taken.has(seat)) seat += 1;
    await tx.insert(FacilitatorMandate, {
      id: newId(),
      memberId,
      groupId,
      college,
      seat,
      fromOn,
      endedOn: member.untilOn,
      endReason: member.endReason as FacilitationEndReason | null,
      decisionId,
    });
    return true;
  }

  /** Ends a mandate, `lastOn` being its last day. Its group's row is locked by then. */
  async resign(tx: Tx, id: string, lastOn: Day): Promise<void> {
    await tx.update(FacilitatorMandate, { id }, { endedOn: lastOn, endReason: 'RESIGNED' });
  }

  /** Ends what the group gave, `lastOn` being the last day; what ended by then stays as it is. */
  async endWithGroup(tx: Tx, groupId: string, lastOn: Day): Promise<void> {
    await tx.query(
      `UPDATE facilitator_mandate SET ended_on = $1, end_reason = 'GROUP_CLOSED'
       WHERE group_id = $2 AND coalesce(ended_on, 'infinity') > $1`,
      [lastOn, groupId],
    );
  }
}
