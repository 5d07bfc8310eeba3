import { day, dayInWords, type Language } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';

/** What came of an election: names that are public, never a figure. A type, not an interface: it is kept as JSON. */
export type ResultWords = {
  readonly electionId: string;
  readonly seatFr: string;
  readonly seatEn: string;
  /** Those proclaimed; empty: the election failed. */
  readonly elected: readonly string[];
  /** Why it failed; null: it did not. */
  readonly whyFr: string | null;
  readonly whyEn: string | null;
  /** YYYY-MM-DD. */
  readonly on: string;
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
          `Le dépouillement, et de quoi le vérifier : ${address}`,
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
        `The count, and what to check it with: ${address}`,
      ].join('\n\n'),
    };
  },
};
