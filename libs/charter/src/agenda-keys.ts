import { COLLEGES, type College } from '@hemicycle/kernel';

/** The keys of a plenary’s agenda (charter C3-AGENDA), and the one that the holders of the second turn for a short notice (NOTICE). */
export const AGENDA_KEYS = ['SECRETARIAT', 'COMMITTEE', 'URGENCY'] as const;
export type AgendaKeyName = (typeof AGENDA_KEYS)[number];

/** WHOLE, or the half that one college turns. */
export const AGENDA_KEY_PARTS = ['WHOLE', 'GOVERNMENT', 'CIVIL_SOCIETY'] as const;
export type AgendaKeyPart = (typeof AGENDA_KEY_PARTS)[number];

/** Who holds the second key: the founding group turns it whole until a committee exists, then each college turns its half. */
export type SecondKey = 'FOUNDING_GROUP' | 'COMMITTEE';

/** The parts that a key is made of. */
export function partsOf(key: AgendaKeyName, second: SecondKey): readonly AgendaKeyPart[] {
  return key === 'SECRETARIAT' || second === 'FOUNDING_GROUP' ? ['WHOLE'] : COLLEGES;
}

/** A part of a key that was turned. */
export interface TurnedKey {
  readonly key: AgendaKeyName;
  readonly part: AgendaKeyPart;
}

/** The parts of a key that are still to be turned. One turned whole by the founding group stays turned. */
export function partsMissing(
  key: AgendaKeyName,
  second: SecondKey,
  turned: readonly TurnedKey[],
): readonly AgendaKeyPart[] {
  const parts = turned.filter((one) => one.key === key).map(({ part }) => part);
  return parts.includes('WHOLE') ? [] : partsOf(key, second).filter((part) => !parts.includes(part));
}

/** What whoever turns a key is, on the day of the act. */
export interface KeyHolder {
  readonly bySecretariat: boolean;
  readonly byFounder: boolean;
  /** The college of a co-chair or committee member; null: neither. */
  readonly committeeCollege: College | null;
}

/** The part of a key that somebody holds; null: none. URGENCY is held like the second key. */
export function partHeld(
  key: AgendaKeyName,
  second: SecondKey,
  { bySecretariat, byFounder, committeeCollege }: KeyHolder,
): AgendaKeyPart | null {
  if (key === 'SECRETARIAT') return bySecretariat ? 'WHOLE' : null;
  if (second === 'FOUNDING_GROUP') return byFounder ? 'WHOLE' : null;
  return committeeCollege;
}
