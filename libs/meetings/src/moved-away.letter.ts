import { instantInWords, type Text } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import { meetingNamed, paragraphs } from './letters.js';
import type { Body } from './meeting.entity.js';
import { freedOf, type MeetingWords } from './meeting-event.js';

/** What the letter says. A type, not an interface: it is kept as JSON. */
export type MovedAwayWords = MeetingWords & {
  /** When it was to begin, in ISO 8601. */
  readonly formerStartsAt: string;
  /** As whoever moved it wrote it. */
  readonly reason: string;
};

const OF_THE_BODY: Readonly<Record<Body, Text>> = {
  PLENARY: { fr: 'du forum', en: 'of the forum' },
  MANAGEMENT_COMMITTEE: { fr: 'du comité de direction', en: 'of the management committee' },
  WORKING_GROUP: { fr: 'du groupe de travail', en: 'of the working group' },
};

/** The news, to somebody who is a member of the body no more on its new day, that a meeting to which she was convened is moved. */
export const MOVED_AWAY_LETTER: MailKind<MovedAwayWords> = {
  kind: 'meeting-moved-away',
  compose(words, language, { publicUrl }) {
    const { timeZone, reason } = words;
    const said = (instant: string): string => instantInWords(new Date(instant), timeZone)[language];
    const [date, former] = [said(words.startsAt), said(words.formerStartsAt)];
    const meeting = meetingNamed(words)[language];
    const capitalised = `${meeting[0]?.toUpperCase()}${meeting.slice(1)}`;
    const invitation = freedOf(words, language, publicUrl);
    return language === 'fr'
      ? {
          subject: `${capitalised} : elle ne vous attend plus le ${former}`,
          text: paragraphs(
            'Bonjour,',
            `La ${meeting}${words.body === 'PLENARY' ? ' du forum' : ''}, à laquelle vous étiez convoqué·e le ${former}, est déplacée au ${date}. Ce jour-là, vous ne serez plus membre ${OF_THE_BODY[words.body].fr} : votre agenda en est libéré.`,
            `Motif : ${reason}`,
          ),
          invitation,
        }
      : {
          subject: `${capitalised}: you are expected no more on ${former}`,
          text: paragraphs(
            'Hello,',
            `${capitalised}${words.body === 'PLENARY' ? ' of the forum' : ''}, to which you were convened on ${former}, is moved to ${date}. You will be a member ${OF_THE_BODY[words.body].en} no more on that day: your calendar is freed of it.`,
            `Reason: ${reason}`,
          ),
          invitation,
        };
  },
};
