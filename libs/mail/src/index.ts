import { MailPreference } from './mail-preference.entity.js';
import { OutgoingMail } from './outgoing-mail.entity.js';

export { AddressBook, type Addressee } from './address-book.js';
export type { Letter, MailContext, MailKind, MailParameters } from './mail-kind.js';
export type { MailSettings } from './mail-settings.js';
export { DIGESTS_A_PAGE } from './gather-digests.js';
export { MailPreferences } from './mail-preferences.js';
export { MailTransport, type Message } from './mail-transport.js';
export { Mail, type MailRecipient } from './mail.js';
export { MailModule } from './mail.module.js';
export {
  COMPULSORY_MAIL,
  MAIL_DELIVERIES,
  MAIL_TOPICS,
  type MailDelivery,
  type MailTopic,
  TOPIC_WORDS,
} from './topics.js';
export { UnsubscribeLinks } from './unsubscribe-links.js';
export { Outbox } from './outbox.js';

/** The tables of this room. */
export const MAIL_TABLES = [OutgoingMail, MailPreference];
