import { type Invitation, invitationText } from '@hemicycle/icalendar';
import { FORUM, type Language } from '@hemicycle/kernel';
import { createTransport, type Transporter } from 'nodemailer';
import { htmlOf } from './letter-html.js';
import { MailTransport, type Message } from './mail-transport.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Hands letters to a mail server. */
export class SmtpTransport extends MailTransport {
  private readonly transporter: Transporter;
  private readonly domain: string;
  private readonly address: string;

  /**
   * @param url `smtp://` or `smtps://user:password@host:port`. Over `smtp://`, a server that is not on this machine
   * must offer encryption (a letter may hold a sign-in link), unless the address ends in `?requireTLS=false`.
   * @param from the sender, as in `Forum <forum@example.org>`.
   */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.address = /([^\s<>]+@[^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'forum@localhost';
    this.domain = this.address.slice(this.address.lastIndexOf('@') + 1);
    this.transporter = createTransport({
      url,
      // A connection takes many letters, one after the other: greeting the server costs more than a letter.
      pool: true,
      idleTimeout: 10_000,
      requireTLS: !LOOPBACK.has(new URL(url).hostname),
      // Well below the time for which a letter is held.
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      dnsTimeout: 15_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ id, to, language, letter, at, unsubscribe }: Message): Promise<void> {
    await this.transporter.sendMail({
      from: this.from,
      // An object: the address is taken as one, whatever characters it has.
      to: { name: '', address: to },
      ...(letter.replyTo !== undefined && { replyTo: letter.replyTo }),
      subject: letter.subject,
      text: letter.text,
      html: htmlOf(letter, language),
      ...(letter.invitation !== undefined && {
        icalEvent: this.calendarPart(letter.invitation, to, language),
      }),
      date: at,
      messageId: `<${id}@${this.domain}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': language,
        ...(unsubscribe !== null && {
          // One click in whatever reads the mail (RFC 8058).
          'List-Unsubscribe': `<${unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
  }

  /** The event beside the texts, where calendars look for it, and as a file, where people do. It comes from the letter’s own sender. */
  private calendarPart(
    invitation: Invitation,
    attendee: string,
    language: Language,
  ): { method: string; filename: string; content: string } {
    const organizer = { name: FORUM.name[language], address: this.address };
    const content = invitationText(invitation, { organizer, attendee }, language);
    return { method: invitation.method, filename: 'invitation.ics', content };
  }

  close(): void {
    this.transporter.close();
  }
}
