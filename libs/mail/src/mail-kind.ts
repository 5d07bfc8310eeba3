import type { Tx } from '@hemicycle/database';
import type { Invitation } from '@hemicycle/icalendar';
import type { FORUM, Language } from '@hemicycle/kernel';
import type { MailTopic } from './topics.js';

/** What a letter is composed from, as kept in the database: ids and short texts, never a token. A type, not an interface. */
export type MailParameters = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What every letter may name. */
export interface MailContext {
  /** Where people reach the forum: `https://forum.example`, without a slash at the end. */
  readonly publicUrl: string;
  readonly forum: typeof FORUM;
}

/** Plain text. The forum's name, host and place in the Partnership are added below it. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  /** What the letter puts into its recipient’s calendar, changes there or takes out of it; absent: nothing. */
  readonly invitation?: Invitation;
  /** To whom an answer goes; absent: to the forum. */
  readonly replyTo?: { readonly name: string; readonly address: string };
}

/**
 * One kind of letter that the forum sends. The room that sends it defines it and registers it (`mail.register`) when
 * its module is made.
 */
export interface MailKind<
  Parameters extends MailParameters = MailParameters,
  Fresh extends MailParameters = Record<never, never>,
> {
  /** Its name, the same for ever: letters that wait are found by it. */
  readonly kind: string;

  /** What it is about, where its recipient may decline it; absent: it is always sent, at once. */
  readonly topic?: MailTopic;

  /** The letter in one language. Pure: called anew at each attempt. */
  compose(parameters: Parameters & Fresh, language: Language, context: MailContext): Letter;

  /**
   * Makes what must rest nowhere in clear, such as a sign-in token, just before the letter leaves and anew at each
   * attempt, in a transaction that is committed before it leaves. Only for letters to persons.
   */
  fresh?(tx: Tx, personId: string, at: Date): Promise<Fresh>;

  /** A letter that waited longer is not sent: nobody waits for it any more. None: it is always worth sending. */
  readonly uselessAfterMinutes?: number;

  /** The instant from which it is not sent, such as the beginning of what it reminds of; absent: there is none. */
  uselessFrom?(parameters: Parameters): Date;

  /**
   * Whether nothing of it is kept once it left, because it carries somebody's own words. One that could not be
   * delivered stays: what it says would be lost.
   */
  readonly forgottenOnceSent?: boolean;
}
