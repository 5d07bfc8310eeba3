import { Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';

/** Who acts, for what only a person does. @throws Unauthenticated for the public. */
export function personActing({ actor }: Act): string {
  if (actor.personId === null) throw new Unauthenticated();
  return actor.personId;
}
