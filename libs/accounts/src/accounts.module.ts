import { Module } from '@nestjs/common';
import { PeopleRepository } from './people.repository.js';
import { SessionsRepository } from './sessions.repository.js';

@Module({
  providers: [PeopleRepository, SessionsRepository],
  exports: [PeopleRepository, SessionsRepository],
})
export class AccountsModule {}
