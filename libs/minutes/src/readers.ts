import { minutesStateAt } from '@hemicycle/charter';
import type { Act, Role } from '@hemicycle/kernel';
import type { Minutes } from './minutes.entity.js';

const PARTICIPANTS: readonly Role[] = ['SECRETARIAT', 'MEMBER', 'ALTERNATE'];

/** Whether whoever acts reads these minutes: drafts are the secretariat’s, circulated ones the members’, published ones everybody’s. */
export function readsMinutes({ actor: { roles }, at }: Act, minutes: Pick<Minutes, 'publishesAt'>): boolean {
  switch (minutesStateAt(minutes, at)) {
    case 'DRAFT':
      return roles.has('SECRETARIAT');
    case 'CIRCULATED':
      return PARTICIPANTS.some((role) => roles.has(role));
    default:
      return true;
  }
}
