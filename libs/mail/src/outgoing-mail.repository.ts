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
