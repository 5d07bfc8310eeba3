import type { Tx } from '@hemicycle/database';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditRow } from './audit-row.entity.js';
import { GENESIS, hashOf, type Link } from './chain.js';

/** Any number, the same in every process: whoever holds it writes the next row of the trail. */
const TRAIL_LOCK = 7_364_001;
const BATCH = 1_000;

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
  readonly at: Date;
}

@Injectable()
export class AuditRepository {
  /** Adds the next row. Held until the end of the transaction, the lock makes the order of rows that of commits. */
  async append(
    tx: Tx,
    act: Act,
    row: { command: string; subjectId: string | null; fingerprint: string | null },
  ): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [TRAIL_LOCK]);
    const last = await this.head(tx);
    const link: Link = {
      ...row,
      seq: (last?.seq ?? 0) + 1,
      at: act.at,
      actorId: act.actor.personId,
      previousHash: last?.hash ?? GENESIS,
    };
    await tx.insert(AuditRow, { ...link, seq: String(link.seq), hash: hashOf(link) });
  }

  /** The last row written before an instant; the last of all when none is given; null for an empty trail. */
  async head(reader: EntityManager, before?: Date): Promise<AuditHead | null> {
    const query = reader.createQueryBuilder(AuditRow, 'row').orderBy('row.seq', 'DESC').limit(1);
    if (before !== undefined) query.where('row.at < :before', { before });
    const row = await query.getOne();
    return row === null ? null : { seq: Number(row.seq), hash: row.hash, at: row.at };
  }

  /** The last row of a command on a thing; null: none. */
  async last(
    reader: EntityManager,
    command: string,
    subjectId: string,
  ): Promise<(Link & { readonly hash: string }) | null> {
    const row = await reader.findOne(AuditRow, { where: { command, subjectId }, order: { seq: 'DESC' } });
    return row === null ? null : { ...row, seq: Number(row.seq) };
  }

  /** The trail in order, a batch at a time: whole, or from the row of a number on. */
  async *rows(reader: EntityManager, from = 1): AsyncGenerator<Link & { readonly hash: string }> {
    let after = String(from - 1);
    for (;;) {
      const batch = await reader
        .createQueryBuilder(AuditRow, 'row')
        .where('row.seq > :after', { after })
        .orderBy('row.seq')
        .limit(BATCH)
        .getMany();
      for (const row of batch) yield { ...row, seq: Number(row.seq) };
      if (batch.length < BATCH) return;
      after = batch.at(-1)?.seq ?? after;
    }
  }
}
