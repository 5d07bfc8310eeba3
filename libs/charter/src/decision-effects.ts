import { type College, type Day, dayInWords, type Text } from '@hemicycle/kernel';
import { seatInWords } from './laws/elections-call.js';

/** What the charter makes follow from a decision that was adopted. */
export type DecisionEffect =
  | { readonly subject: 'RULES_RATIFICATION' }
  | { readonly subject: 'RULES_EDITION'; readonly number: number; readonly inForceFromOn: Day }
  | {
      readonly subject: 'COMMITTEE_REMOVAL';
      readonly holder: string;
      readonly office: 'CO_CHAIR' | 'COMMITTEE_MEMBER';
      readonly college: College;
      /** Whether the decision ended the mandate; it may have ended otherwise while the vote was open. */
      readonly removed: boolean;
      readonly takenOn: Day;
    };

/** What followed, in one sentence (charter RULES-ADOPTION, VACANCY). */
export function effectInWords(effect: DecisionEffect): Text {
  if (effect.subject === 'RULES_RATIFICATION') {
    return {
      fr: 'L’édition 1 des règles de fonctionnement est ratifiée et reste en vigueur.',
      en: 'Edition 1 of the rules of procedure is ratified and stays in force.',
    };
  }
  if (effect.subject === 'RULES_EDITION') {
    const { number, inForceFromOn } = effect;
    const day = dayInWords(inForceFromOn);
    return {
      fr: `L’édition ${number} des règles de fonctionnement est en vigueur à compter du ${day.fr}.`,
      en: `Edition ${number} of the rules of procedure is in force from ${day.en}.`,
    };
  }
  const { holder, removed, takenOn } = effect;
  const seat = seatInWords(effect);
  const day = dayInWords(takenOn);
  return removed
    ? {
        fr: `Le mandat de ${holder}, ${seat.fr}, a pris fin le ${day.fr} ; le siège est vacant.`,
        en: `The mandate of ${holder}, ${seat.en}, ended on ${day.en}; the seat is vacant.`,
      }
    : {
        fr: `Le mandat de ${holder}, ${seat.fr}, avait déjà pris fin.`,
        en: `The mandate of ${holder}, ${seat.en}, had ended already.`,
      };
}
