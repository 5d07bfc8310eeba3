import type { Day } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { useDay } from '../parts/day-text.js';

/** When a step of a roadmap is due, in words: its day or interval, then how the plan says it. */
export function useDue(): (step: {
  readonly fromOn: Day | null;
  readonly dueOn: Day;
  readonly dueInWords: string | null;
}) => string {
  const { t } = useTranslation();
  const inWords = useDay();
  return ({ fromOn, dueOn, dueInWords }) => {
    const until = inWords(dueOn);
    const days =
      fromOn === null ? t('roadmap.by', { until }) : t('roadmap.between', { from: inWords(fromOn), until });
    return dueInWords === null ? days : `${days} (${t('roadmap.inPlan', { words: dueInWords })})`;
  };
}
