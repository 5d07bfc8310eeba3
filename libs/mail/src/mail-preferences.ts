import type { Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { MailKinds } from './mail-kinds.js';
import { MailPreference } from './mail-preference.entity.js';
import { OutgoingMail } from './outgoing-mail.entity.js';
import { MAIL_TOPICS, type MailDelivery, type MailTopic } from './topics.js';

/** What people want to be written about, and how. */
@Injectable()
export class MailPreferences {
  constructor(private readonly kinds: MailKinds) {}

  /** How a person wants each topic. */
  async of(
    reader: EntityManager,
    personId: string,
  ): Promise<{ readonly topic: MailTopic; readonly delivery: MailDelivery }[]> {
    const chosen = await reader.findBy(MailPreference, { personId });
    return MAIL_TOPICS.map((topic) => ({
      topic,
      delivery: chosen.find((each) => each.topic === topic)?.delivery ?? 'AT_ONCE',
    }));
  }

  /** How these persons want a topic; those who did not choose are left out. */
  async chosen(
    reader: EntityManager,
    topic: MailTopic,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, MailDelivery>> {
    const chosen = await reader.findBy(MailPreference, { topic, personId: In(personIds) });
    return new Map(chosen.map(({ personId, delivery }) => [personId, delivery]));
  }

  /** Chooses. What waits for the day’s letter about a topic that is declined is not sent any more. */
  async choose(tx: Tx, { personId, topic, delivery }: MailPreference): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(MailPreference)
      .values({ personId, topic, delivery })
      .orUpdate(['delivery'], ['person_id', 'topic'])
      .execute();
    if (delivery !== 'NEVER') return;
    await tx.update(
      OutgoingMail,
      { personId, awaitsDigest: true, kind: In(this.kinds.about(topic)) },
      { awaitsDigest: false, nextAttemptAt: null, lastError: 'DECLINED' },
    );
  }
}
