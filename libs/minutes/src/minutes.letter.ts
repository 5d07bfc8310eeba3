import { day, dayInWords, dayOf } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';

/** What a member is told of minutes that are circulated. A type, not an interface: it is kept as JSON. */
export type MinutesLetterWords = {
  readonly minutesId: string;
  readonly meetingNumber: number;
  /** YYYY-MM-DD. */
  readonly meetingOn: string;
  /** ISO 8601: the first instant at which no comment is taken. */
  readonly commentsUntil: string;
  /** IANA name of the forum’s time zone: days are days there. */
  readonly timeZone: string;
};

/** Brings the minutes of a plenary to its members, and says until when they comment (charter MINUTES). */
export const MINUTES_LETTER: MailKind<MinutesLetterWords> = {
  kind: 'minutes-circulated',
  compose({ minutesId, meetingNumber, meetingOn, commentsUntil, timeZone }, language, { publicUrl }) {
    const meeting = dayInWords(day(meetingOn))[language];
    const last = dayInWords(dayOf(new Date(new Date(commentsUntil).getTime() - 1), timeZone))[language];
    const address = `${publicUrl}/minutes/${minutesId}`;
    return language === 'fr'
      ? {
          subject: `Compte rendu de la séance plénière n° ${meetingNumber} : vos observations jusqu’au ${last}`,
          text: [
            'Bonjour,',
            `Le compte rendu de la séance plénière n° ${meetingNumber} du ${meeting} vous est communiqué.`,
            `Vous pouvez présenter des observations jusqu’au ${last} inclus. Si personne n’en présente, il est alors approuvé et publié tel quel ; sinon, qui présidait la réunion statue.`,
            `Pour le lire et l’observer : ${address}`,
          ].join('\n\n'),
        }
      : {
          subject: `Minutes of plenary no. ${meetingNumber}: your comments until ${last}`,
          text: [
            'Hello,',
            `The minutes of plenary no. ${meetingNumber}, held on ${meeting}, are sent to you.`,
            `You may comment on them until the end of ${last}. If nobody does, they are then approved and published as they are; otherwise whoever presided over the meeting decides.`,
            `To read them and comment: ${address}`,
          ].join('\n\n'),
        };
  },
};
