import type { Tx } from '@hemicycle/database';
import type { Language } from '@hemicycle/kernel';
import { PeopleRepository } from './people.repository.js';
import { signInPath } from './sign-in-letter.js';
import { SignInLinksRepository } from './sign-in-links.repository.js';

/** How long a link that the operator passes on by hand can be used. */
export const INVITATION_MINUTES = 24 * 60;

const people = new PeopleRepository();
const links = new SignInLinksRepository();

/**
 * Makes a single-use sign-in link for the person with this address, who is made when there is none; her name and
 * language stay as they are when there is. It can be used within {@link INVITATION_MINUTES}.
 *
 * @returns the token, which is kept nowhere, and the path that follows the forum's address.
 */
export async function inviteSignInLink(
  tx: Tx,
  person: { email: string; name: string; language: Language; at: Date },
): Promise<{ personId: string; token: string; path: string }> {
  const { id: personId } = await people.personAt(tx, person);
  const token = await links.make(tx, personId, person.at, INVITATION_MINUTES);
  return { personId, token, path: signInPath(token) };
}
