import { Person } from './person.entity.js';
import { Session } from './session.entity.js';

export { AccountsModule } from './accounts.module.js';
export { PublicPerson } from './graphql/person.type.js';
export { SECRET_KEY } from './keyed-hashes.js';
export { PeopleRepository } from './people.repository.js';
export { Person } from './person.entity.js';
export { PersonalAddresses } from './personal-addresses.js';
export { SessionsRepository } from './sessions.repository.js';

/** The tables of this room. */
export const ACCOUNTS_TABLES = [Person, Session];
