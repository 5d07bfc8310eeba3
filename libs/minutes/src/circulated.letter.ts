import { day, dayInWords, dayOf } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import { type BodyInWords, meetingNamed } from '@hemicycle/meetings';

/** What a member is told of minutes that are circulated. A type, not an interface: it is kept as JSON. */
export type MinutesLetterWords = BodyInWords & {
  readonly minutesId: string;
  readonly meetingNumber: number;
  /** YYYY-MM-DD. */
  readonly meetingOn: string;
  /** ISO 8601: the first instant at which no comment is taken. */
  readonly commentsUntil: string;
  /** IANA name of the forum’s time zone: days are days there. */
  readonly timeZone: string;
};

/** Brings the minutes of a meeting to its members, and says until when they comment (charter MINUTES). */
export const MINUTES_LETTER: MailKind<MinutesLetterWords> = {
  kind: 'minutes-circulated',
  compose(words, language, { publicUrl }) {
    const { minutesId, meetingOn, commentsUntil, timeZone } = words;
    const on = dayInWords(day(meetingOn))[language];
    const meeting = meetingNamed(words)[language];
    const last = dayInWords(dayOf(new Date(new Date(commentsUntil).getTime() - 1), timeZone))[language];
    const address = `${publicUrl}/minutes/${minutesId}`;
    return language === 'fr'
      ? {
          subject: `Compte rendu de la ${meeting} : vos observations jusqu’au ${last}`,
          text: [
            'Bonjour,',
            `Le compte rendu de la ${meeting}, tenue le ${on}, vous est communiqué.`,
            `Vous pouvez présenter des observations jusqu’au ${last} inclus. Si personne n’en présente, il est alors approuvé et publié tel quel ; sinon, qui présidait la réunion statue.`,
            `Pour le lire et l’observer : ${address}`,
          ].join('\n\n'),
        }
      : {
          subject: `Minutes of ${meeting}: your comments until ${last}`,
          text: [
            'Hello,',
            `The minutes of ${meeting}, held on ${on}, are sent to you.`,
            `You may comment on them until the end of ${last}. If nobody does, they are then approved and published as they are; otherwise whoever presided over the meeting decides.`,
            `To read them and comment: ${address}`,
          ].join('\n\n'),
        };
  },
};
