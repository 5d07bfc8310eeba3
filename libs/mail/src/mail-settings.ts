export interface MailSettings {
  /** The mail server; null: letters stay in memory, in the outbox of a demonstration. */
  readonly smtpUrl: string | null;
  /** The sender, as in `Forum <forum@example.org>`. */
  readonly mailFrom: string;
  /** Where people reach the forum, without a slash at the end. */
  readonly publicUrl: string;
  /** Signs the links that decline letters. */
  readonly secretKey: string;
  /** Whether what the forum says is invented: then every letter says so. */
  readonly demonstration: boolean;
}

export const MAIL_SETTINGS = Symbol('the settings of mail');
