import { Module } from '@nestjs/common';
import { KeyedHashes } from './keyed-hashes.js';
import { PeopleRepository } from './people.repository.js';
import { PersonalAddresses } from './personal-addresses.js';
import { SessionsRepository } from './sessions.repository.js';

@Module({
  providers: [PeopleRepository, SessionsRepository, KeyedHashes, PersonalAddresses],
  exports: [PeopleRepository, SessionsRepository, PersonalAddresses],
})
export class AccountsModule {}
