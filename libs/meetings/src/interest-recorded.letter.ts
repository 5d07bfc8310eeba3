import type { MailKind } from '@hemicycle/mail';
import { type BodyInWords, meetingNamed, paragraphs } from './letters.js';

/** What the letter says. A type, not an interface: it is kept as JSON. */
export type InterestRecordedWords = BodyInWords & {
  readonly meetingId: string;
  readonly meetingNumber: number;
  readonly itemFr: string;
  readonly itemEn: string;
};

/**
 * The news, to a member, that whoever presides recorded an interest of hers, and how to deny it: an interest is declared
 * by whoever has it (charter RECUSAL).
 */
export const INTEREST_RECORDED_LETTER: MailKind<InterestRecordedWords> = {
  kind: 'interest-recorded',
  compose(words, language, { publicUrl }) {
    const { meetingId, itemFr, itemEn } = words;
    const meeting = meetingNamed(words)[language];
    return language === 'fr'
      ? {
          subject: `Un intérêt est enregistré à votre nom : ${itemFr}`,
          text: paragraphs(
            'Bonjour,',
            `La personne qui préside la ${meeting} a enregistré que vous avez un intérêt dans le point « ${itemFr} » : votre siège n’y prend pas part.`,
            `Si vous n’avez pas cet intérêt, vous pouvez le dire tant que le vote n’est pas ouvert ; votre siège y prend alors part de nouveau : ${publicUrl}/meetings/${meetingId}`,
            `La règle de la charte : ${publicUrl}/charter#RECUSAL`,
          ),
        }
      : {
          subject: `An interest is recorded in your name: ${itemEn}`,
          text: paragraphs(
            'Hello,',
            `Whoever presides over ${meeting} recorded that you have an interest in the item “${itemEn}”: your seat takes no part in it.`,
            `If you have no such interest, you may say so until the vote is opened; your seat then takes part in it again: ${publicUrl}/meetings/${meetingId}`,
            `The rule of the charter: ${publicUrl}/charter#RECUSAL`,
          ),
        };
  },
};
