import { addDays, COLLEGES, type College, type Day } from '@hemicycle/kernel';

/** The keys of a plenary’s agenda (charter C3-AGENDA), and the one that the holders of the second turn for a short notice (NOTICE). */
export const AGENDA_KEYS = ['SECRETARIAT', 'COMMITTEE', 'URGENCY'] as const;
export type AgendaKeyName = (typeof AGENDA_KEYS)[number];

/** WHOLE, or the half that one college turns. */
export const AGENDA_KEY_PARTS = ['WHOLE', 'GOVERNMENT', 'CIVIL_SOCIETY'] as const;
export type AgendaKeyPart = (typeof AGENDA_KEY_PARTS)[number];

/**
 * Who holds the second key: the founding group turns it whole until a committee exists, then each college turns its
 * half. Any two members turn that of a vacant college: nobody of it is a co-chair or committee member, or acts as one.
 */
export type SecondKey =
  { readonly by: 'FOUNDING_GROUP' } | { readonly by: 'COMMITTEE'; readonly vacant: readonly College[] };

/** How many members of a college turn its half when nobody of the committee can. */
export const MEMBERS_FOR_A_HALF = 2;

/** Whether members of the college, for want of anybody in office, turn its half of the second key. */
export const isTurnedByMembers = (second: SecondKey, part: AgendaKeyPart): boolean =>
  second.by === 'COMMITTEE' && part !== 'WHOLE' && second.vacant.includes(part);

/** The parts that a key is made of. */
export function partsOf(key: AgendaKeyName, second: SecondKey): readonly AgendaKeyPart[] {
  return key === 'SECRETARIAT' || second.by === 'FOUNDING_GROUP' ? ['WHOLE'] : COLLEGES;
}

/** A part of a key that was turned. */
export interface TurnedKey {
  readonly key: AgendaKeyName;
  readonly part: AgendaKeyPart;
  /** Whether it is a member’s turn, in the place of whoever is missing from the committee: it takes two. */
  readonly byMember: boolean;
  readonly turnedById: string;
  readonly turnedOn: Day;
}

/** One version of an agenda, and the keys turned on that very version. */
export interface KeyedAgenda {
  readonly version: number;
  /** Whether it is the version that stands published: with the convocation, or since. */
  readonly published: boolean;
  /** Whether every item is an election: the ways out of a deadlock are for such an agenda. */
  readonly electionsOnly: boolean;
  /** Whether members required the plenary: the secretariat’s key suffices (charter EXTRAORDINARY). */
  readonly requested: boolean;
  readonly keys: readonly TurnedKey[];
}

/** The keys that an agenda waits for: where members required the plenary, the secretariat’s suffices (charter C3-AGENDA, EXTRAORDINARY). */
export const keysWanted = ({
  requested,
}: Pick<KeyedAgenda, 'requested'>): readonly ('SECRETARIAT' | 'COMMITTEE')[] =>
  requested ? ['SECRETARIAT'] : ['SECRETARIAT', 'COMMITTEE'];

/** The turns given to a part of a key. */
export const turnsOf = (
  key: AgendaKeyName,
  part: AgendaKeyPart,
  turned: readonly TurnedKey[],
): readonly TurnedKey[] => turned.filter((one) => one.key === key && one.part === part);

/**
 * The parts of a key that are still to be turned. What is turned stays so: whole by the founding group, by a holder, or by
 * two members.
 */
export function partsMissing(
  key: AgendaKeyName,
  second: SecondKey,
  turned: readonly TurnedKey[],
): readonly AgendaKeyPart[] {
  const isTurned = (part: AgendaKeyPart): boolean => {
    const turns = turnsOf(key, part, turned);
    return turns.some(({ byMember }) => !byMember) || turns.length >= MEMBERS_FOR_A_HALF;
  };
  return isTurned('WHOLE') ? [] : partsOf(key, second).filter((part) => !isTurned(part));
}

/** What whoever turns a key is, on the day of the act. */
export interface KeyHolder {
  readonly personId: string | null;
  readonly bySecretariat: boolean;
  readonly byFounder: boolean;
  /** The college of a co-chair or committee member, or of whoever acts as one (charter ACTING); null: neither. */
  readonly committeeCollege: College | null;
  /** The last day until which she acted, when that time is over and nobody succeeded her; null: it is not so. */
  readonly actedUntilOn: Day | null;
  /** The college of a member; null: not a member. */
  readonly memberCollege: College | null;
}

/** A part of a key that somebody may turn. */
export interface HeldPart {
  readonly part: AgendaKeyPart;
  readonly byMember: boolean;
}

/** The part of a key that somebody holds; null: none. URGENCY is held like the second key. */
export function partHeld(
  key: AgendaKeyName,
  second: SecondKey,
  { bySecretariat, byFounder, committeeCollege, memberCollege }: KeyHolder,
): HeldPart | null {
  const held = (part: AgendaKeyPart): HeldPart => ({ part, byMember: false });
  if (key === 'SECRETARIAT') return bySecretariat ? held('WHOLE') : null;
  if (second.by === 'FOUNDING_GROUP') return byFounder ? held('WHOLE') : null;
  if (committeeCollege !== null) return held(committeeCollege);
  if (memberCollege === null || !second.vacant.includes(memberCollege)) return null;
  return { part: memberCollege, byMember: true };
}

const DAYS_OF_SILENCE = 10;

/**
 * The first day on which the secretariat may go without the second key on an agenda of elections: ten days after it
 * turned its own on that version. Null: it did not, or the agenda carries something else.
 */
export function silenceEndsOn({ electionsOnly, keys }: KeyedAgenda): Day | null {
  const [turn] = turnsOf('SECRETARIAT', 'WHOLE', keys);
  return turn === undefined || !electionsOnly ? null : addDays(turn.turnedOn, DAYS_OF_SILENCE);
}

/** On what ground an agenda is convened on: its two keys, the silence of the holders of the second, a request of members, or its group’s facilitators. */
export const AGENDA_GROUNDS = ['TWO_KEYS', 'SILENCE', 'REQUEST', 'FACILITATORS', 'CO_CHAIRS'] as const;
export type AgendaGround = (typeof AGENDA_GROUNDS)[number];

/** The ground on which a plenary may be convened on an agenda; null: none yet (charter C3-AGENDA). */
export function groundOf(agenda: KeyedAgenda, second: SecondKey, on: Day): AgendaGround | null {
  const missing = keysWanted(agenda).filter((key) => partsMissing(key, second, agenda.keys).length > 0);
  if (missing.length === 0) return agenda.requested ? 'REQUEST' : 'TWO_KEYS';
  if (missing.includes('SECRETARIAT')) return null;
  const silentUntil = silenceEndsOn(agenda);
  return silentUntil !== null && silentUntil <= on ? 'SILENCE' : null;
}
