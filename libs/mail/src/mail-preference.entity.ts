import { WordsColumn } from '@hemicycle/database';
import { Check, Entity, PrimaryColumn } from 'typeorm';
import type { MailDelivery, MailTopic } from './topics.js';

/** How a person wants what she may decline; without a row, at once. */
@Entity()
@Check('mail_preference_topic', `topic IN ('REMINDERS', 'RESULTS', 'MINUTES')`)
@Check('mail_preference_delivery', `delivery IN ('AT_ONCE', 'DAILY', 'NEVER')`)
export class MailPreference {
  /** People come in a later room. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_preference_key' })
  personId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'mail_preference_key' })
  topic: MailTopic;

  @WordsColumn()
  delivery: MailDelivery;
}
