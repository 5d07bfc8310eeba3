import { type Day, dayInWords, instantInWords } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import { meetingNamed, paragraphs } from './letters.js';
import { invitationTo, meetingAddress, type MeetingWords } from './meeting-event.js';

/** What the letter says. A type, not an interface: it is kept as JSON. */
export type MoveWords = MeetingWords & {
  /** When it was to begin, in ISO 8601. */
  readonly formerStartsAt: string;
  readonly samePlace: boolean;
  readonly reason: string;
  /** Null: the notice is as long as the rules ask. */
  readonly urgencyReason: string | null;
  /** The last day, included, on which one may stand for the new date; null: no nominations, or they close in session. */
  readonly nominationsUntilOn: Day | null;
};

/** The news that a meeting to which somebody was convened takes place at another time, or elsewhere. */
export const MOVE_LETTER: MailKind<MoveWords> = {
  kind: 'meeting-moved',
  compose(words, language, { publicUrl }) {
    const { timeZone, reason, urgencyReason, samePlace, place, onlineLink, elects } = words;
    const lastOn = words.nominationsUntilOn === null ? null : dayInWords(words.nominationsUntilOn)[language];
    const said = (instant: string): string => instantInWords(new Date(instant), timeZone)[language];
    const [date, former] = [said(words.startsAt), said(words.formerStartsAt)];
    const sameTime = words.startsAt === words.formerStartsAt;
    const meeting = meetingNamed(words)[language];
    const capitalised = `${meeting[0]?.toUpperCase()}${meeting.slice(1)}`;
    const page = meetingAddress(publicUrl, words.meetingId);
    const invitation = invitationTo(words, 'REQUEST', language, publicUrl);
    return language === 'fr'
      ? {
          subject: sameTime
            ? `${capitalised} : ${samePlace ? 'le lien pour participer à distance change' : 'le lieu change'}`
            : `${capitalised} : déplacée au ${date}`,
          text: paragraphs(
            'Bonjour,',
            sameTime
              ? `La ${meeting}${words.body === 'PLENARY' ? ' du forum' : ''}, à laquelle vous êtes convoqué·e le ${date}, ${samePlace ? 'a un autre lien pour y participer à distance' : 'change de lieu'}.`
              : `La ${meeting}${words.body === 'PLENARY' ? ' du forum' : ''}, à laquelle vous étiez convoqué·e le ${former}, est déplacée au ${date}.`,
            `Motif : ${reason}`,
            place === null ? null : `Lieu : ${place}`,
            onlineLink === null ? null : `À distance : ${onlineLink}`,
            urgencyReason === null ? null : `Délai abrégé par urgence. Motif : ${urgencyReason}`,
            `L’ordre du jour ne change pas. Les procurations données et les absences annoncées pour cette réunion valent toujours${elects ? ', de même que les candidatures' : ''}.`,
            lastOn === null ? null : `On peut se porter candidat, ou se retirer, jusqu’au ${lastOn} inclus.`,
            `La page de la réunion : ${page}`,
          ),
          invitation,
        }
      : {
          subject: sameTime
            ? `${capitalised}: another ${samePlace ? 'link to take part online' : 'place'}`
            : `${capitalised}: moved to ${date}`,
          text: paragraphs(
            'Hello,',
            sameTime
              ? `${capitalised}${words.body === 'PLENARY' ? ' of the forum' : ''}, to which you are convened on ${date}, has another ${samePlace ? 'link to take part online' : 'place'}.`
              : `${capitalised}${words.body === 'PLENARY' ? ' of the forum' : ''}, to which you were convened on ${former}, is moved to ${date}.`,
            `Reason: ${reason}`,
            place === null ? null : `Place: ${place}`,
            onlineLink === null ? null : `Online: ${onlineLink}`,
            urgencyReason === null ? null : `Shorter notice by urgency. Reason: ${urgencyReason}`,
            `The agenda does not change. Proxies given and apologies made for this meeting still stand${elects ? ', and so do candidacies' : ''}.`,
            lastOn === null ? null : `One may stand, or stand down, until ${lastOn}, that day included.`,
            `The meeting’s page: ${page}`,
          ),
          invitation,
        };
  },
};
