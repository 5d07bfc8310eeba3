import { AuditModule } from '@hemicycle/audit';
import { Mail } from '@hemicycle/mail';
import { Module } from '@nestjs/common';
import { RequestSignInLink } from './commands/request-sign-in-link.js';
import { RevokeAllSessions } from './commands/revoke-all-sessions.js';
import { RevokeSession } from './commands/revoke-session.js';
import { SetLanguage } from './commands/set-language.js';
import { SetMailPreferences } from './commands/set-mail-preferences.js';
import { SignIn } from './commands/sign-in.js';
import { ADDRESS_CHANGED_LETTER } from './address-changed-letter.js';
import { ChangeAddress } from './commands/change-address.js';
import { Forgetting } from './forgetting.js';
import { AccountsResolver } from './graphql/accounts.resolver.js';
import { KeyedHashes } from './keyed-hashes.js';
import { PeopleRepository } from './people.repository.js';
import { PersonalAddresses } from './personal-addresses.js';
import { ProvenIds } from './proven-ids.js';
import { SessionsRepository } from './sessions.repository.js';
import { SIGN_IN_LETTER } from './sign-in-letter.js';
import { SignInLinksRepository } from './sign-in-links.repository.js';

@Module({
  imports: [AuditModule],
  providers: [
    PeopleRepository,
    SessionsRepository,
    SignInLinksRepository,
    KeyedHashes,
    PersonalAddresses,
    ProvenIds,
    RequestSignInLink,
    SignIn,
    RevokeSession,
    RevokeAllSessions,
    SetLanguage,
    SetMailPreferences,
    ChangeAddress,
    Forgetting,
    AccountsResolver,
  ],
  exports: [
    PeopleRepository,
    SessionsRepository,
    KeyedHashes,
    PersonalAddresses,
    ProvenIds,
    RequestSignInLink,
    SignIn,
    RevokeSession,
    SetMailPreferences,
  ],
})
export class AccountsModule {
  constructor(mail: Mail) {
    mail.register(SIGN_IN_LETTER);
    mail.register(ADDRESS_CHANGED_LETTER);
  }
}
