import type { Act } from '@hemicycle/kernel';

/** Whoever acts, where the permission table lets nobody in without a sign-in. */
export function actingPerson({ actor: { personId } }: Act): string {
  if (personId === null) throw new RangeError('Nobody acts.');
  return personId;
}
