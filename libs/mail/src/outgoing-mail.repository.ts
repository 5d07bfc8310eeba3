import type { Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { OutgoingMail } from './outgoing-mail.entity.js';

/** Letters to a statement: PostgreSQL takes 65,535 values at most. */
const ROWS = 1_000;

@Injectable()
export class OutgoingMailRepository {
  /** Due from the instant at which they were written down. */
  async add(
    tx: Tx,
    mails: readonly Omit<OutgoingMail, 'sentAt' | 'attempts' | 'nextAttemptAt' | 'lastError'>[],
  ): Promise<void> {
    for (let from = 0; from < mails.length; from += ROWS) {
      await tx
        .createQueryBuilder()
        .insert()
        .into(OutgoingMail)
        .values(
          mails.slice(from, from + ROWS).map((mail) => ({
            ...mail,
            sentAt: null,
            attempts: 0,
            nextAttemptAt: mail.enqueuedAt,
            lastError: null,
          })),
        )
        .updateEntity(false)
        .execute();
    }
  }

  /** Takes a letter up, which counts as an attempt, even if whoever took it up dies. Null: it does not wait any more. */
  async takeUp(writer: EntityManager, id: string): Promise<OutgoingMail | null> {
    const { affected } = await writer.update(
      OutgoingMail,
      { id, nextAttemptAt: Not(IsNull()) },
      { attempts: () => 'attempts + 1' },
    );
    return affected === 0 ? null : writer.findOneByOrFail(OutgoingMail, { id });
  }

  /** Who has letters that wait for the daily one, `most` persons at most. */
  async awaitingDigest(reader: EntityManager, most: number): Promise<string[]> {
    const rows: { personId: string }[] = await reader.query(
      `SELECT DISTINCT person_id AS "personId" FROM outgoing_mail WHERE awaits_digest ORDER BY 1 LIMIT $1`,
      [most],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Gathers what waits for the daily letters given; gives the ids of those that gathered something. */
  async gather(
    tx: Tx,
    digests: readonly { readonly id: string; readonly personId: string }[],
  ): Promise<ReadonlySet<string>> {
    const [rows]: [{ id: string }[], number] = await tx.query(
      `UPDATE outgoing_mail SET awaits_digest = false, next_attempt_at = NULL, digest_id = digest.id
       FROM unnest($1::uuid[], $2::uuid[]) AS digest (id, person_id)
       WHERE awaits_digest AND outgoing_mail.person_id = digest.person_id RETURNING digest.id`,
      [digests.map(({ id }) => id), digests.map(({ personId }) => personId)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What a daily letter gathered, the earliest first. */
  gathered(reader: EntityManager, digestId: string): Promise<OutgoingMail[]> {
    return reader.find(OutgoingMail, { where: { digestId }, order: { enqueuedAt: 'ASC', id: 'ASC' } });
  }

  /** It left. An address that is not a person's is not kept. */
  async sent(writer: EntityManager, id: string, at: Date): Promise<void> {
    await writer.update(OutgoingMail, { digestId: id }, { sentAt: at });
    await writer.update(
      OutgoingMail,
      { id },
      { sentAt: at, nextAttemptAt: null, lastError: null, address: null, addressHash: null },
    );
  }

  /** This attempt failed; the next one is at `nextAttemptAt`. Nothing when another attempt began meanwhile. */
  async postpone(
    writer: EntityManager,
    { id, attempts }: OutgoingMail,
    lastError: string,
    nextAttemptAt: Date,
  ): Promise<void> {
    await writer.update(OutgoingMail, { id, attempts }, { lastError, nextAttemptAt });
  }

  /** It will not be tried again. */
  async giveUp(writer: EntityManager, { id, attempts }: OutgoingMail, lastError: string): Promise<void> {
    await writer.update(
      OutgoingMail,
      { id, attempts },
      { lastError, nextAttemptAt: null, address: null, addressHash: null },
    );
  }

  /** Removes what was written down before an instant and waits for nothing any more, nor for its daily letter: it left, or was given up. */
  async forget(writer: EntityManager, before: Date): Promise<void> {
    await writer.query(
      `DELETE FROM outgoing_mail m WHERE enqueued_at < $1 AND next_attempt_at IS NULL AND NOT awaits_digest
       AND NOT EXISTS (SELECT FROM outgoing_mail d WHERE d.id = m.digest_id AND d.next_attempt_at IS NOT NULL)`,
      [before],
    );
  }

  /** It was to nobody, or nothing of it is to be kept. */
  async remove(writer: EntityManager, id: string): Promise<void> {
    await writer.delete(OutgoingMail, { id });
  }
}
