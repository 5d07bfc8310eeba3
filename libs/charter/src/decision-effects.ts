import { type College, type Day, dayInWords, type Language, type Text } from '@hemicycle/kernel';
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
    }
  | {
      readonly subject: 'WORKING_GROUP_SETUP';
      readonly theme: Text;
      /** By their numbers in the action plan. */
      readonly commitments: readonly number[];
      readonly facilitators: readonly { readonly name: string; readonly college: College }[];
      readonly takenOn: Day;
    }
  | { readonly subject: 'WORKING_GROUP_CLOSURE'; readonly theme: Text; readonly takenOn: Day }
  | {
      readonly subject: 'FACILITATOR_NAMING';
      readonly theme: Text;
      readonly facilitator: string;
      readonly takenOn: Day;
    };

const COLLEGE_WORDS: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'acteurs publics', en: 'government' },
  CIVIL_SOCIETY: { fr: 'société civile', en: 'civil society' },
};

const listed = (words: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(words);

/** What followed, in one sentence (charter RULES-ADOPTION, VACANCY, WORKING-GROUP-SETUP). */
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
  const day = dayInWords(effect.takenOn);
  if (effect.subject === 'WORKING_GROUP_SETUP') {
    const { theme, facilitators } = effect;
    const commitments = effect.commitments.toSorted((a, b) => a - b).map(String);
    const named = (language: Language): string =>
      listed(
        facilitators.map(({ name, college }) => `${name} (${COLLEGE_WORDS[college][language]})`),
        language,
      );
    const one = commitments.length === 1;
    return {
      fr: `Le groupe de travail « ${theme.fr} » est constitué depuis le ${day.fr} pour ${one ? 'l’engagement' : 'les engagements'} ${listed(commitments, 'fr')} du plan d’action ; le mandat de ses animateurs, ${named('fr')}, commence ce jour.`,
      en: `The working group “${theme.en}” is set up from ${day.en} for ${one ? 'commitment' : 'commitments'} ${listed(commitments, 'en')} of the action plan; the mandates of its facilitators, ${named('en')}, begin on that day.`,
    };
  }
  if (effect.subject === 'WORKING_GROUP_CLOSURE') {
    const { theme } = effect;
    return {
      fr: `Le groupe de travail « ${theme.fr} » est clos le ${day.fr} ; ce qu’il a fait reste public.`,
      en: `The working group “${theme.en}” is closed on ${day.en}; what it did stays public.`,
    };
  }
  if (effect.subject === 'FACILITATOR_NAMING') {
    const { theme, facilitator } = effect;
    return {
      fr: `${facilitator} est désigné·e animateur·rice du groupe de travail « ${theme.fr} » à compter du ${day.fr}.`,
      en: `${facilitator} is named a facilitator of the working group “${theme.en}” from ${day.en}.`,
    };
  }
  const { holder, removed } = effect;
  const seat = seatInWords(effect);
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
