import { instantInWords } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import { meetingNamed, paragraphs } from './letters.js';
import { freedOf, meetingAddress, type MeetingWords } from './meeting-event.js';

/** The news, to somebody who was convened and takes no part in the body on the day of the meeting any more, that she is expected no more. */
export const RELEASED_LETTER: MailKind<MeetingWords> = {
  kind: 'meeting-released',
  compose(words, language, { publicUrl }) {
    const date = instantInWords(new Date(words.startsAt), words.timeZone)[language];
    const meeting = meetingNamed(words)[language];
    const page = meetingAddress(publicUrl, words.meetingId);
    const invitation = freedOf(words, language, publicUrl);
    return language === 'fr'
      ? {
          subject: `Vous n’êtes plus convoqué·e : ${meeting}, ${date}`,
          text: paragraphs(
            'Bonjour,',
            `Vous étiez convoqué·e à la ${meeting}${words.body === 'PLENARY' ? ' du forum' : ''}, le ${date}. Ce jour-là, vous n’y prendrez plus part, ni comme membre ni comme suppléant·e : vous n’y êtes plus convoqué·e, et votre agenda en est libéré.`,
            `La réunion a lieu sans changement. Sa page : ${page}`,
          ),
          invitation,
        }
      : {
          subject: `You are no longer convened: ${meeting}, ${date}`,
          text: paragraphs(
            'Hello,',
            `You were convened to ${meeting}${words.body === 'PLENARY' ? ' of the forum' : ''}, on ${date}. On that day you will take part in it no more, neither as a member nor as an alternate: you are no longer convened, and your calendar is freed of it.`,
            `The meeting takes place as planned. Its page: ${page}`,
          ),
          invitation,
        };
  },
};
