import { instantInWords } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import { type BodyInWords, meetingNamed, paragraphs } from './letters.js';

/** What the letter says. A type, not an interface: it is kept as JSON. */
export type ConvocationStoppedWords = BodyInWords & {
  readonly meetingId: string;
  readonly meetingNumber: number;
  /** ISO 8601. */
  readonly startsAt: string;
  /** IANA name of the forum's time zone: the hour is said there. */
  readonly timeZone: string;
  /** As the secretariat wrote it. */
  readonly reason: string;
};

/** The news, to a group’s facilitators, that the secretariat stopped their convocation, and why. */
export const CONVOCATION_STOPPED_LETTER: MailKind<ConvocationStoppedWords> = {
  kind: 'convocation-stopped',
  compose(words, language, { publicUrl }) {
    const { meetingId, startsAt, timeZone, reason } = words;
    const date = instantInWords(new Date(startsAt), timeZone)[language];
    const meeting = meetingNamed(words)[language];
    const address = `${publicUrl}/meetings/${meetingId}`;
    return language === 'fr'
      ? {
          subject: `Convocation arrêtée : ${meeting}`,
          text: paragraphs(
            'Bonjour,',
            `Le secrétariat a arrêté la convocation à la ${meeting}, prévue le ${date} : elle ne part plus d’elle-même.`,
            `Motif : ${reason}`,
            `La réunion : ${address}`,
          ),
        }
      : {
          subject: `Convocation stopped: ${meeting}`,
          text: paragraphs(
            'Hello,',
            `The secretariat stopped the convocation to ${meeting}, planned for ${date}: it leaves by itself no more.`,
            `Reason: ${reason}`,
            `The meeting: ${address}`,
          ),
        };
  },
};
