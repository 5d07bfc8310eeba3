import { type Edition, methodOf } from '@hemicycle/charter';
import type { Act } from '@hemicycle/kernel';
import type { Office } from '@hemicycle/mandates';
import type { Election } from './election.entity.js';

/** What the opening of nominations fixes to the end: the edition that judges the election, its method, how many it elects. */
export function nominationsOpening(
  { office, seats }: { readonly office: Office; readonly seats: number },
  edition: Edition,
  { at }: Act,
): Pick<Election, 'state' | 'editionNumber' | 'method' | 'seats' | 'nominationsOpenedAt'> {
  return {
    state: 'NOMINATIONS',
    editionNumber: edition.number,
    method: methodOf(office, edition.rules),
    seats,
    nominationsOpenedAt: at,
  };
}
