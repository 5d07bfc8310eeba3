import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Language } from '@hemicycle/kernel';
import type { MailParameters } from './mail-kind.js';
import { Check, Column, Entity, Index } from 'typeorm';

/**
 * A letter that a command decided to send, written in the command's own transaction: it leaves if, and only if, the
 * change was kept. Neither its text nor any token rests here: both are made when it leaves.
 */
@Entity()
@Index('outgoing_mail_awaiting_digest', ['personId'], { where: 'awaits_digest' })
@Index('outgoing_mail_gathered', ['digestId'], { where: 'digest_id IS NOT NULL' })
@Check(
  'outgoing_mail_one_recipient',
  `num_nonnulls(person_id, address, address_hash) = 1 OR next_attempt_at IS NULL`,
)
@Check('outgoing_mail_waits_or_was_sent', `sent_at IS NULL OR next_attempt_at IS NULL`)
@Check('outgoing_mail_language', `language IN ('fr', 'en')`)
@Check('outgoing_mail_attempts', `attempts >= 0`)
export class OutgoingMail {
  /** Also the stable part of the Message-ID: a repeat is recognisable. */
  @IdColumn('outgoing_mail_key')
  id: string;

  /** The name of its `MailKind`. */
  @WordsColumn()
  kind: string;

  /** A person known to the accounts, whose address is looked up when the letter leaves. People come in a later room. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  /** Somebody who is not a person of the forum, or not yet; removed once the letter left or was given up. */
  @WordsColumn({ nullable: true })
  address: string | null;

  /** Keyed hash of an address that may be nobody's; removed like the address. */
  @WordsColumn({ nullable: true })
  addressHash: string | null;

  /** Null: the language of the person when it leaves. */
  @WordsColumn({ nullable: true })
  language: Language | null;

  /** Ids and short texts from which the letter is composed; never a token. */
  @Column('jsonb')
  parameters: MailParameters;

  @InstantColumn()
  enqueuedAt: Date;

  @InstantColumn({ nullable: true })
  sentAt: Date | null;

  /** How many times it was taken up. */
  @Column('integer')
  attempts: number;

  /** When its job takes it up (again); null: sent, or given up. */
  @InstantColumn({ nullable: true })
  nextAttemptAt: Date | null;

  /** Whether it waits to be gathered in the daily letter of its person. */
  @Column('boolean', { default: false })
  awaitsDigest: boolean;

  /** The daily letter in which it was gathered; null: it is one of its own. */
  @Column('uuid', { nullable: true })
  digestId: string | null;

  /** Code of the last failure; never the server's words, which quote addresses. */
  @WordsColumn({ nullable: true })
  lastError: string | null;
}
