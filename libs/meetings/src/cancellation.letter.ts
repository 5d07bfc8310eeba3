import { instantInWords } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import { meetingNamed, paragraphs } from './letters.js';
import { invitationTo, type MeetingWords } from './meeting-event.js';

/** What the letter says. A type, not an interface: it is kept as JSON. */
export type CancellationWords = MeetingWords & {
  /** As the secretariat wrote it. */
  readonly reason: string;
  /** The seats of the elections that are cancelled with it. */
  readonly electionsFr: readonly string[];
  readonly electionsEn: readonly string[];
};

const listed = (seats: readonly string[]): string => seats.map((seat) => `- ${seat}`).join('\n');

/** The news that a meeting to which somebody was convened will not take place. */
export const CANCELLATION_LETTER: MailKind<CancellationWords> = {
  kind: 'meeting-cancelled',
  compose(words, language, { publicUrl }) {
    const { startsAt, timeZone, reason, electionsFr, electionsEn } = words;
    const invitation = invitationTo(words, 'CANCEL', language, publicUrl);
    const date = instantInWords(new Date(startsAt), timeZone)[language];
    const meeting = meetingNamed(words)[language];
    const capitalised = `${meeting[0]?.toUpperCase()}${meeting.slice(1)}`;
    return language === 'fr'
      ? {
          subject: `${capitalised} : annulée`,
          text: paragraphs(
            'Bonjour,',
            `La ${meeting}${words.body === 'PLENARY' ? ' du forum' : ''}, prévue le ${date}, est annulée.`,
            `Motif : ${reason}`,
            electionsFr.length === 0
              ? null
              : `Sont annulés avec elle, candidatures comprises, les scrutins pour :\n${listed(electionsFr)}`,
          ),
          invitation,
        }
      : {
          subject: `${capitalised}: cancelled`,
          text: paragraphs(
            'Hello,',
            `${capitalised}${words.body === 'PLENARY' ? ' of the forum' : ''}, planned for ${date}, is cancelled.`,
            `Reason: ${reason}`,
            electionsEn.length === 0
              ? null
              : `Cancelled with it, candidacies included, are the elections for:\n${listed(electionsEn)}`,
          ),
          invitation,
        };
  },
};
