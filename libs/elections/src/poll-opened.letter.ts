import { instantInWords, timeInWords } from '@hemicycle/kernel';
import type { Letter, MailContext, MailKind } from '@hemicycle/mail';

/** What an elector is told of a poll that opens. A type, not an interface: it is kept as JSON. */
export type PollOpenedWords = {
  readonly electionId: string;
  readonly seatFr: string;
  readonly seatEn: string;
  readonly round: number;
  /** ISO 8601; null: it closes in session. */
  readonly closesAt: string | null;
  /** IANA name of the forum's time zone: the hour is said there. */
  readonly timeZone: string;
  /** Of a sealed poll's election; null: votes are recorded by name. */
  readonly fingerprint: string | null;
};

function french(words: PollOpenedWords, { publicUrl, forum }: MailContext): Letter {
  const closesAt = words.closesAt === null ? null : new Date(words.closesAt);
  return {
    subject: `Vous êtes appelé à voter : ${words.seatFr}, tour ${words.round} – ${forum.name.fr}`,
    text: [
      'Bonjour,',
      `Le vote est ouvert pour ${words.seatFr}, tour ${words.round}.`,
      closesAt === null
        ? 'Il se clôt en séance.'
        : `Il se clôt le ${instantInWords(closesAt, words.timeZone).fr} (${timeInWords(closesAt, words.timeZone).fr}).`,
      `Pour voter : ${publicUrl}/elections/${words.electionId}/vote`,
      words.fingerprint === null
        ? 'Les votes sont nominatifs et publics après la clôture.'
        : `Le vote est secret : votre appareil scelle le bulletin. L’empreinte du scrutin est ${words.fingerprint} ; la page de vote en montre une, qui doit être celle-ci.`,
    ].join('\n\n'),
  };
}

function english(words: PollOpenedWords, { publicUrl, forum }: MailContext): Letter {
  const closesAt = words.closesAt === null ? null : new Date(words.closesAt);
  return {
    subject: `You are called to vote: ${words.seatEn}, round ${words.round} – ${forum.name.en}`,
    text: [
      'Hello,',
      `The poll is open for the seat of ${words.seatEn}, round ${words.round}.`,
      closesAt === null
        ? 'It closes in session.'
        : `It closes on ${instantInWords(closesAt, words.timeZone).en} (${timeInWords(closesAt, words.timeZone).en}).`,
      `To vote: ${publicUrl}/elections/${words.electionId}/vote`,
      words.fingerprint === null
        ? 'Votes are recorded by name, and public after the closing.'
        : `The vote is secret: your device seals the ballot. The election’s fingerprint is ${words.fingerprint}; the voting page shows one, which must be this one.`,
    ].join('\n\n'),
  };
}

/**
 * Calls an elector to vote. It brings the election's fingerprint by another way than the page: a server that shows somebody
 * an election made up for her alone would have to lie twice.
 */
export const POLL_OPENED_LETTER: MailKind<PollOpenedWords> = {
  kind: 'POLL_OPENED',
  compose: (words, language, context) =>
    language === 'fr' ? french(words, context) : english(words, context),
};
