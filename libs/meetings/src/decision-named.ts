import type { Text } from '@hemicycle/kernel';
import type { Body } from './meeting.entity.js';

/** A decision that was taken, and the body that took it. */
export interface NumberedDecision {
  readonly body: Body;
  /** The theme of the working group whose meeting it was; null: another body’s. */
  readonly theme: Text | null;
  /** « 2024-3 ». */
  readonly reference: string;
}

/**
 * What was taken, under which number and by whom, in the middle of a sentence: a plenary decides, the committee and working groups
 * recommend (docs/adr/0019 and 0026).
 */
export function decisionNamed({ body, theme, reference }: NumberedDecision): Text {
  if (theme !== null) {
    return {
      fr: `recommandation ${reference} du groupe de travail « ${theme.fr} »`,
      en: `recommendation ${reference} of the working group “${theme.en}”`,
    };
  }
  return body === 'MANAGEMENT_COMMITTEE'
    ? {
        fr: `recommandation ${reference} du comité de direction`,
        en: `recommendation ${reference} of the management committee`,
      }
    : { fr: `décision ${reference} de la séance plénière`, en: `decision ${reference} of the plenary` };
}
