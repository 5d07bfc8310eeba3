import { Person } from './person.entity.js';
import { Session } from './session.entity.js';
import { SignInLink } from './sign-in-link.entity.js';
import { SignInQuota } from './sign-in-quota.entity.js';

export { callerNetwork } from './caller-network.js';
export { AccountsModule } from './accounts.module.js';
export {
  LINKS_PER_ADDRESS,
  RequestSignInLink,
  REQUESTS_PER_CALLER,
} from './commands/request-sign-in-link.js';
export { RevokeSession } from './commands/revoke-session.js';
export { SetMailPreferences } from './commands/set-mail-preferences.js';
export { SignIn } from './commands/sign-in.js';
export { Forgetting } from './forgetting.js';
export { PublicPerson } from './graphql/person.type.js';
export { inviteSignInLink } from './invitation.js';
export { KeyedHashes, SECRET_KEY } from './keyed-hashes.js';
export { LinkNotValid } from './link-not-valid.js';
export { PeopleRepository } from './people.repository.js';
export { Person } from './person.entity.js';
export { PersonalAddresses } from './personal-addresses.js';
export { ProvenIds } from './proven-ids.js';
export { type OpenedSession, SessionsRepository } from './sessions.repository.js';
export { signInPath } from './sign-in-letter.js';
export { LINK_REQUESTED } from './words.js';

/** The tables of this room. */
export const ACCOUNTS_TABLES = [Person, Session, SignInLink, SignInQuota];
