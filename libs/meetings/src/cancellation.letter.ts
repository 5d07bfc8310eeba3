import { instantInWords } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import { paragraphs } from './letters.js';
import { invitationTo, type MeetingWords } from './meeting-event.js';

/** What the letter says. A type, not an interface: it is kept as JSON. */
export type CancellationWords = MeetingWords & {
  /** As the secretariat wrote it. */
  readonly reason: string;
};

/** The news that a meeting to which somebody was convened will not take place. */
export const CANCELLATION_LETTER: MailKind<CancellationWords> = {
  kind: 'meeting-cancelled',
  compose(words, language, { publicUrl }) {
    const { meetingNumber, startsAt, timeZone, reason } = words;
    const invitation = invitationTo(words, 'CANCEL', language, publicUrl);
    const date = instantInWords(new Date(startsAt), timeZone)[language];
    return language === 'fr'
      ? {
          subject: `Séance plénière n° ${meetingNumber} annulée`,
          text: paragraphs(
            'Bonjour,',
            `La séance plénière n° ${meetingNumber} du forum, prévue le ${date}, est annulée.`,
            `Motif : ${reason}`,
          ),
          invitation,
        }
      : {
          subject: `Plenary no. ${meetingNumber} cancelled`,
          text: paragraphs(
            'Hello,',
            `Plenary no. ${meetingNumber} of the forum, planned for ${date}, is cancelled.`,
            `Reason: ${reason}`,
          ),
          invitation,
        };
  },
};
