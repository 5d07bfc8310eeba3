import { type Edition, methodOf } from '@hemicycle/charter';
import type { Act } from '@hemicycle/kernel';
import type { Office } from '@hemicycle/mandates';
import type { Election } from './election.entity.js';

/** What the opening of nominations fixes to the end: the edition that judges the election, and its method. */
export function nominationsOpening(
  office: Office,
  edition: Edition,
  { at }: Act,
): Pick<Election, 'state' | 'editionNumber' | 'method' | 'nominationsOpenedAt'> {
  return {
    state: 'NOMINATIONS',
    editionNumber: edition.number,
    method: methodOf(office, edition.rules),
    nominationsOpenedAt: at,
  };
}
