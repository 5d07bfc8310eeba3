import { type CallState, callStateAt } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { Day, Text } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CallForApplications } from './call-for-applications.entity.js';

/** A call as it stands at some instant. */
export interface CallAtInstant {
  readonly id: string;
  readonly title: Text;
  readonly criteria: Text;
  readonly opensOn: Day;
  readonly closesOn: Day;
  /** The last day on which applications are or were taken: earlier than `closesOn` when it was closed early. */
  readonly lastOn: Day;
  readonly state: CallState;
}

function atInstant(row: CallForApplications, at: Date): CallAtInstant {
  const { id, titleFr, titleEn, criteriaFr, criteriaEn, opensOn, closesOn, closedOn } = row;
  return {
    id,
    title: { fr: titleFr, en: titleEn },
    criteria: { fr: criteriaFr, en: criteriaEn },
    opensOn,
    closesOn,
    lastOn: closedOn ?? closesOn,
    state: callStateAt(row, at),
  };
}

@Injectable()
export class CallsRepository {
  async draft(
    tx: Tx,
    call: Pick<
      CallForApplications,
      | 'id'
      | 'titleFr'
      | 'titleEn'
      | 'criteriaFr'
      | 'criteriaEn'
      | 'opensOn'
      | 'closesOn'
      | 'draftedById'
      | 'draftedAt'
    >,
  ): Promise<void> {
    await tx.insert(CallForApplications, { ...call, state: 'DRAFT' });
  }

  /**
   * The call, locked until the end of the transaction; null: unknown. Those who only rest on its state lock it as
   * well: with a lock that they share, a stream of applications would keep whoever closes the call waiting.
   */
  async lock(tx: Tx, id: string, at: Date): Promise<CallAtInstant | null> {
    const row = await tx.findOne(CallForApplications, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? null : atInstant(row, at);
  }

  /** Opens the call: `opensOn` is the day of the opening, `closesAt` the first instant after its last day. */
  async open(tx: Tx, id: string, { at, on, closesAt }: { at: Date; on: Day; closesAt: Date }): Promise<void> {
    await tx.update(CallForApplications, { id }, { state: 'OPEN', openedAt: at, opensOn: on, closesAt });
  }

  /** Closes the call ahead of time; never before an application that it took. */
  async close(tx: Tx, id: string, at: Date, on: Day): Promise<void> {
    await tx.query(
      `UPDATE call_for_applications SET state = 'CLOSED', closed_on = $3,
         closed_at = greatest($2, (SELECT max(submitted_at) FROM application WHERE call_id = $1))
       WHERE id = $1`,
      [id, at, on],
    );
  }

  async decide(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.update(CallForApplications, { id }, { state: 'DECIDED', decidedAt: at });
  }

  async known(reader: EntityManager, id: string, at: Date): Promise<CallAtInstant> {
    const [call] = await this.byIds(reader, [id], at);
    if (call === undefined) throw new RangeError(`No call ${id}`);
    return call;
  }

  async byIds(reader: EntityManager, ids: readonly string[], at: Date): Promise<CallAtInstant[]> {
    const rows = await reader
      .createQueryBuilder(CallForApplications, 'call')
      .where('call.id = ANY (:ids)', { ids })
      .getMany();
    return rows.map((row) => atInstant(row, at));
  }

  /** A page's worth of calls, the latest opening first. */
  async list(
    reader: EntityManager,
    {
      at,
      drafts,
      after,
      limit,
    }: { at: Date; drafts: boolean; after: readonly unknown[] | null; limit: number },
  ): Promise<CallAtInstant[]> {
    const query = reader
      .createQueryBuilder(CallForApplications, 'call')
      .where(drafts ? 'true' : `call.state <> 'DRAFT'`)
      .orderBy('call.opensOn', 'DESC')
      .addOrderBy('call.id', 'DESC')
      .limit(limit);
    if (after !== null) {
      query.andWhere('(call.opensOn, call.id) < (:on, CAST(:id AS uuid))', { on: after[0], id: after[1] });
    }
    return (await query.getMany()).map((row) => atInstant(row, at));
  }

  /** The calls by which members came in: pairs, for those who did. */
  ofMembers(
    reader: EntityManager,
    memberIds: readonly string[],
  ): Promise<{ memberId: string; callId: string }[]> {
    return reader.query(
      `SELECT member_id AS "memberId", call_id AS "callId" FROM application WHERE member_id = ANY ($1)`,
      [memberIds],
    );
  }
}
