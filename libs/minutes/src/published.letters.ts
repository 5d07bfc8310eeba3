import type { MinutesApproval } from '@hemicycle/charter';
import { day, dayInWords, type Language, type Text } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import { type BodyInWords, meetingNamed } from '@hemicycle/meetings';

/** The minutes that a letter is about. A type, not an interface: it is kept as JSON. */
type MinutesInWords = BodyInWords & {
  readonly minutesId: string;
  readonly meetingNumber: number;
  /** YYYY-MM-DD. */
  readonly meetingOn: string;
};

export type PublishedWords = MinutesInWords & { readonly approval: MinutesApproval };

export type CorrectedWords = MinutesInWords & {
  /** 2 and more. */
  readonly edition: number;
  readonly reason: string;
};

const HOW: Readonly<Record<MinutesApproval, Text>> = {
  WITHOUT_COMMENT: {
    fr: 'Personne n’a présenté d’observation dans le délai.',
    en: 'Nobody commented in time.',
  },
  BY_PRESIDENT: {
    fr: 'Qui présidait la réunion a statué sur chaque observation.',
    en: 'Whoever presided over the meeting decided on each comment.',
  },
  COMMENTS_ANNEXED: {
    fr: 'Personne n’a statué sur les observations dans le délai : elles y sont annexées.',
    en: 'Nobody decided on the comments in time: they are annexed.',
  },
};

const named = (words: MinutesInWords, language: Language): { meeting: string; on: string } => ({
  meeting: meetingNamed(words)[language],
  on: dayInWords(day(words.meetingOn))[language],
});

/** Tells the members of a body that the minutes of a meeting of theirs are published (charter MINUTES). */
export const PUBLISHED_LETTER: MailKind<PublishedWords> = {
  kind: 'minutes-published',
  topic: 'MINUTES',
  compose(words, language, { publicUrl }) {
    const { meeting, on } = named(words, language);
    const address = `${publicUrl}/minutes/${words.minutesId}`;
    const how = HOW[words.approval][language];
    return language === 'fr'
      ? {
          subject: `Compte rendu publié : ${meeting} du ${on}`,
          text: [
            'Bonjour,',
            `Le compte rendu de la ${meeting}, tenue le ${on}, est approuvé et publié. ${how}`,
            `Pour le lire, en vérifier l’empreinte ou en tirer un extrait : ${address}`,
          ].join('\n\n'),
        }
      : {
          subject: `Minutes published: ${meeting}, ${on}`,
          text: [
            'Hello,',
            `The minutes of ${meeting}, held on ${on}, are approved and published. ${how}`,
            `To read them, check their hash or take an extract: ${address}`,
          ].join('\n\n'),
        };
  },
};

/** Tells the members of a body that published minutes of theirs were corrected, and why (charter MINUTES). */
export const CORRECTED_LETTER: MailKind<CorrectedWords> = {
  kind: 'minutes-corrected',
  topic: 'MINUTES',
  compose(words, language, { publicUrl }) {
    const { meeting, on } = named(words, language);
    const { minutesId, edition, reason } = words;
    const address = `${publicUrl}/minutes/${minutesId}?edition=${edition}`;
    return language === 'fr'
      ? {
          subject: `Compte rendu rectifié : ${meeting} du ${on}`,
          text: [
            'Bonjour,',
            `Le compte rendu de la ${meeting}, tenue le ${on}, est rectifié : la version ${edition} est publiée.`,
            `Motif : ${reason}`,
            `Pour la lire, et celles qui la précèdent : ${address}`,
          ].join('\n\n'),
        }
      : {
          subject: `Minutes corrected: ${meeting}, ${on}`,
          text: [
            'Hello,',
            `The minutes of ${meeting}, held on ${on}, are corrected: version ${edition} is published.`,
            `Reason: ${reason}`,
            `To read it, and those before it: ${address}`,
          ].join('\n\n'),
        };
  },
};
