import type { Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OutgoingMail } from './outgoing-mail.entity.js';

@Injectable()
export class OutgoingMailRepository {
  /** Due from the instant at which it was written down. */
  async add(
    tx: Tx,
    mail: Omit<OutgoingMail, 'sentAt' | 'attempts' | 'nextAttemptAt' | 'lastError'>,
  ): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(OutgoingMail)
      .values({ ...mail, sentAt: null, attempts: 0, nextAttemptAt: mail.enqueuedAt, lastError: null })
      .updateEntity(false)
      .execute();
  }

  /**
   * Takes up the letter that has been due longest: nobody else may until `heldUntil`, when whoever took it up must
   * have died. Null: none is due.
   */
  async takeUp(writer: EntityManager, at: Date, heldUntil: Date): Promise<OutgoingMail | null> {
    const { raw } = await writer
      .createQueryBuilder()
      .update(OutgoingMail)
      .set({ attempts: () => 'attempts + 1', nextAttemptAt: heldUntil })
      .where(
        `id = (SELECT id FROM outgoing_mail WHERE next_attempt_at <= :at
               ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)`,
        { at },
      )
      .returning('id')
      .execute();
    const [taken] = raw as { id: string }[];
    return taken === undefined ? null : writer.findOneByOrFail(OutgoingMail, { id: taken.id });
  }

  /** It left. An address that is not a person's is not kept. */
  async sent(writer: EntityManager, id: string, at: Date): Promise<void> {
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

  /** It was to nobody. */
  async remove(writer: EntityManager, id: string): Promise<void> {
    await writer.delete(OutgoingMail, { id });
  }
}
