import type { Day } from '@hemicycle/kernel';
import { useHere } from '../frame/forum.js';

/** Whether something still lasts today, by its last day; null: no end is known. Somebody’s last day is hers. */
export function useLasting(): (lastOn: Day | null) => boolean {
  const { today } = useHere().forum;
  return (lastOn) => lastOn === null || lastOn >= today;
}
