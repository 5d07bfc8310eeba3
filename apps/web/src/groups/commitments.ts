import { useTranslation } from 'react-i18next';
import { useHere } from '../frame/forum.js';

/** Commitments by their numbers, in words. */
export function useCommitments(): (numbers: readonly number[]) => string {
  const { t } = useTranslation();
  const { language } = useHere();
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (numbers) =>
    t('groups.commitment', { count: numbers.length, list: list.format(numbers.map((one) => String(one))) });
}
