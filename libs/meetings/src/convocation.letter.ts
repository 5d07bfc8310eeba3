import type { AgendaGround } from '@hemicycle/charter';
import { instantInWords, timeInWords } from '@hemicycle/kernel';
import type { Letter, MailContext, MailKind } from '@hemicycle/mail';
import { meetingNamed, numbered, paragraphs } from './letters.js';
import { invitationTo, meetingAddress, type MeetingWords } from './meeting-event.js';
import { papersParagraph, type PapersInWords } from './paper-words.js';

/** What a convocation says. A type, not an interface: it is kept as JSON. */
export type ConvocationWords = MeetingWords &
  PapersInWords & {
    readonly urgencyReason: string | null;
    readonly ground: AgendaGround;
    /** Whether it is sent to an alternate, for the seat of her member. */
    readonly isAlternate: boolean;
    /** Whether it is a second convocation, after a lack of quorum. */
    readonly again: boolean;
  };

function french(words: ConvocationWords, { publicUrl }: MailContext): Letter {
  const startsAt = new Date(words.startsAt);
  const date = instantInWords(startsAt, words.timeZone).fr;
  const meeting = meetingNamed(words).fr;
  return {
    subject: `Convocation à la ${meeting} : ${date}`,
    text: paragraphs(
      'Bonjour,',
      `Le secrétariat vous convoque à la ${meeting}${words.body === 'PLENARY' ? ' du forum' : ''}, le ${date} (${timeInWords(startsAt, words.timeZone).fr}).`,
      words.isAlternate
        ? 'Vous recevez cette convocation au titre de la suppléance : vous siégez si le membre que vous suppléez est empêché.'
        : null,
      words.place === null ? null : `Lieu : ${words.place}`,
      words.onlineLink === null ? null : `À distance : ${words.onlineLink}`,
      `Ordre du jour :\n${numbered(words.itemsFr)}`,
      papersParagraph(words, 'fr', publicUrl),
      words.urgencyReason === null ? null : `Convocation en urgence. Motif : ${words.urgencyReason}`,
      words.ground === 'SILENCE'
        ? 'Cet ordre du jour, limité à des élections, n’a reçu que la clé du secrétariat : la seconde n’a pas été tournée dans les dix jours.'
        : null,
      words.ground === 'REQUEST'
        ? 'Cette séance extraordinaire a été exigée par des membres : son ordre du jour est celui de leur demande.'
        : null,
      words.again
        ? 'Cette seconde convocation porte sur le même ordre du jour, le quorum n’ayant pas été atteint : aucun quorum n’est exigé.'
        : null,
      `Pour consulter l’ordre du jour${words.elects ? ' et vous porter candidat à une élection' : ''} : ${meetingAddress(publicUrl, words.meetingId)}`,
    ),
  };
}

function english(words: ConvocationWords, { publicUrl }: MailContext): Letter {
  const startsAt = new Date(words.startsAt);
  const date = instantInWords(startsAt, words.timeZone).en;
  const meeting = meetingNamed(words).en;
  return {
    subject: `Convocation to ${meeting}: ${date}`,
    text: paragraphs(
      'Hello,',
      `The secretariat convenes you to ${meeting}${words.body === 'PLENARY' ? ' of the forum' : ''}, on ${date} (${timeInWords(startsAt, words.timeZone).en}).`,
      words.isAlternate
        ? 'This comes to you as an alternate: you sit in where the member whose alternate you are cannot come.'
        : null,
      words.place === null ? null : `Place: ${words.place}`,
      words.onlineLink === null ? null : `Online: ${words.onlineLink}`,
      `Agenda:\n${numbered(words.itemsEn)}`,
      papersParagraph(words, 'en', publicUrl),
      words.urgencyReason === null ? null : `Convened by urgency. Reason: ${words.urgencyReason}`,
      words.ground === 'SILENCE'
        ? 'This agenda, of elections only, has the secretariat’s key alone: the second was not turned within ten days.'
        : null,
      words.ground === 'REQUEST'
        ? 'This extraordinary plenary was required by members: its agenda is that of their request.'
        : null,
      words.again
        ? 'This second convocation is on the same agenda, since the quorum was missed: no quorum is required.'
        : null,
      `To read the agenda${words.elects ? ' and to stand in an election' : ''}: ${meetingAddress(publicUrl, words.meetingId)}`,
    ),
  };
}

/** The call to a meeting, one for each member and alternate. */
export const CONVOCATION_LETTER: MailKind<ConvocationWords> = {
  kind: 'convocation',
  compose: (words, language, context) => ({
    ...(language === 'fr' ? french(words, context) : english(words, context)),
    invitation: invitationTo(words, 'REQUEST', language, context.publicUrl),
  }),
};
