import { day, dayInWords, type Language } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';

/** An election, and the day on which it came to its end. Types, not interfaces: they are kept as JSON. */
export type ElectionWords = {
  readonly electionId: string;
  readonly seatFr: string;
  readonly seatEn: string;
  /** YYYY-MM-DD. */
  readonly on: string;
};

/** What came of an election: names that are public, never a figure. */
type ResultWords = ElectionWords & {
  /** Those proclaimed; empty: the election failed. */
  readonly elected: readonly string[];
  /** Why it failed; null: it did not. */
  readonly whyFr: string | null;
  readonly whyEn: string | null;
};

const listed = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names);

/**
 * Tells electors and candidates what an election gave, once it is proclaimed or recorded as failed (charter POLL). The
 * count stands on its page, where it may be published at all (charter SECRECY-FLOOR).
 */
export const RESULT_LETTER: MailKind<ResultWords> = {
  kind: 'ELECTION_RESULT',
  topic: 'RESULTS',
  compose({ electionId, seatFr, seatEn, elected, whyFr, whyEn, on }, language, { publicUrl }) {
    const address = `${publicUrl}/elections/${electionId}`;
    const said = dayInWords(day(on))[language];
    const names = listed(elected, language);
    if (language === 'fr') {
      const [subject, result] =
        elected.length === 0
          ? [`Scrutin sans élu : ${seatFr}`, `Le ${said}, le scrutin pour ${seatFr} n’a donné aucun élu.`]
          : [
              `Résultat du scrutin : ${seatFr}`,
              `Le ${said}, le résultat du scrutin pour ${seatFr} a été proclamé : ${names}.`,
            ];
      return {
        subject,
        text: [
          'Bonjour,',
          result,
          ...(whyFr === null ? [] : [whyFr]),
          `${elected.length === 0 ? 'La page du scrutin' : 'Le dépouillement, et de quoi le vérifier'} : ${address}`,
        ].join('\n\n'),
      };
    }
    const [subject, result] =
      elected.length === 0
        ? [
            `Election without a winner: ${seatEn}`,
            `On ${said}, the election for ${seatEn} gave nobody the seat.`,
          ]
        : [
            `Result of the election: ${seatEn}`,
            `On ${said}, the result of the election for ${seatEn} was proclaimed: ${names}.`,
          ];
    return {
      subject,
      text: [
        'Hello,',
        result,
        ...(whyEn === null ? [] : [whyEn]),
        `${elected.length === 0 ? 'The page of the election' : 'The count, and what to check it with'}: ${address}`,
      ].join('\n\n'),
    };
  },
};

/** Tells electors and candidates that an election will give nothing, and why (charter POLL). */
export const CANCELLED_LETTER: MailKind<ElectionWords & { readonly reason: string }> = {
  kind: 'ELECTION_CANCELLED',
  topic: 'RESULTS',
  compose({ electionId, seatFr, seatEn, reason, on }, language, { publicUrl }) {
    const address = `${publicUrl}/elections/${electionId}`;
    const said = dayInWords(day(on))[language];
    return language === 'fr'
      ? {
          subject: `Scrutin annulé : ${seatFr}`,
          text: [
            'Bonjour,',
            `Le ${said}, le scrutin pour ${seatFr} a été annulé.`,
            `Motif : ${reason}`,
            `La page du scrutin : ${address}`,
          ].join('\n\n'),
        }
      : {
          subject: `Election cancelled: ${seatEn}`,
          text: [
            'Hello,',
            `On ${said}, the election for ${seatEn} was cancelled.`,
            `Reason: ${reason}`,
            `The page of the election: ${address}`,
          ].join('\n\n'),
        };
  },
};
