import { type Text } from '@hemicycle/kernel';
import type { RulesOfProcedure, Share } from './rules-of-procedure.js';

/** Who asks for a plenary, on a day (charter EXTRAORDINARY). Whole numbers. */
export interface Support {
  /** Members in force who support it, whoever made it included. */
  readonly supporters: number;
  /** Members in force. */
  readonly members: number;
  /** Co-chairs in force or acting who support it. */
  readonly coChairs: number;
}

/** What a request for a plenary has, and what it takes. */
export interface Requirement extends Support {
  /** Members that it takes. */
  readonly needed: number;
  /** Whether the plenary is required: by enough members, or by both co-chairs. */
  readonly required: boolean;
  readonly explanation: Text;
}

const shareInWords = ({ numerator, denominator }: Share): string => `${numerator}/${denominator}`;

/**
 * Whether a plenary is required: by the share of the members that the rules of procedure ask, rounded up, or by both
 * co-chairs (charter EXTRAORDINARY).
 */
export function requirementOf(
  support: Support,
  { extraordinaryRequestShare: share }: Pick<RulesOfProcedure, 'extraordinaryRequestShare'>,
): Requirement {
  const { supporters, members, coChairs } = support;
  const needed = Math.max(1, Math.ceil((members * share.numerator) / share.denominator));
  const required = supporters >= needed || coChairs === 2;
  return {
    ...support,
    needed,
    required,
    explanation: {
      fr: `${supporters} sur ${members} membres la demandent ; il en faut ${needed} (${shareInWords(share)} de ${members}, arrondi à l’entier supérieur), ou les deux coprésidents, dont ${coChairs} la ${coChairs > 1 ? 'demandent' : 'demande'}.`,
      en: `${supporters} of ${members} members ask for it; it takes ${needed} (${shareInWords(share)} of ${members}, rounded up), or both co-chairs, ${coChairs} of whom ${coChairs === 1 ? 'asks' : 'ask'}.`,
    },
  };
}
