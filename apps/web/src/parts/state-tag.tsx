import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { fr } from '../words/fr.js';

type States = (typeof fr)['state'];
type StateOf<Thing extends keyof States> = Extract<keyof States[Thing], string>;

const COLOURS: Readonly<Record<string, 'success' | 'info' | 'warning' | 'neutral' | 'danger'>> = {
  IN_SESSION: 'success',
  VOTING: 'success',
  OPEN: 'success',
  PROCLAIMED: 'success',
  ADMITTED: 'success',
  ADOPTED: 'success',
  CONVENED: 'info',
  NOMINATIONS: 'info',
  CLOSED: 'info',
  COUNTED: 'info',
  SUBMITTED: 'info',
  ORDERED: 'info',
  WITHOUT_QUORUM: 'warning',
  FAILED: 'warning',
  REJECTED: 'warning',
  CARRIED_OVER: 'warning',
  DUE_SOON: 'warning',
  DONE: 'success',
  UNDER_WAY: 'info',
  LATE: 'danger',
  CANCELLED: 'danger',
  ANNULLED: 'danger',
};

/** Where a thing stands in its life: in words, the colour only repeats them. */
export function StateTag<Thing extends keyof States>({
  of,
  state,
}: {
  readonly of: Thing;
  readonly state: StateOf<Thing>;
}) {
  const { t } = useTranslation();
  const key = `state.${of}.${state}` as 'state.meeting.HELD';
  return <Tag data-color={COLOURS[state] ?? 'neutral'}>{t(key)}</Tag>;
}
