import type { Words } from './fr.js';

/** What the contact page says, in English. */
export const contactEn: Words['contact'] = {
  title: 'Write to the secretariat',
  lead: 'A question, a remark, a difficulty: anybody may write to the secretariat of the forum, without an account.',
  yours: 'Your message',
  kept: 'Your message is sent by mail to everybody who works in the secretariat today. The forum does not keep it once it is passed on.',
  name: 'Your name (optional)',
  email: 'Your mail address',
  emailText: 'The secretariat answers to this address. It is shown to nobody else.',
  subject: 'Subject',
  message: 'Message',
  send: 'Send the message',
  sent: 'Your message is on its way to the secretariat. An acknowledgement, which does not repeat it, is sent to your address.',
};
