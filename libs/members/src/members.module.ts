import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { Module } from '@nestjs/common';
import { ConveneMember } from './commands/convene-member.js';
import { RegisterOrganisation } from './commands/register-organisation.js';
import { MembersResolver } from './graphql/members.resolver.js';
import { OrganisationsResolver } from './graphql/organisations.resolver.js';
import { MembersRepository } from './members.repository.js';
import { OrganisationsRepository } from './organisations.repository.js';

@Module({
  imports: [AccountsModule, AuditModule],
  providers: [
    OrganisationsRepository,
    MembersRepository,
    RegisterOrganisation,
    ConveneMember,
    OrganisationsResolver,
    MembersResolver,
  ],
  exports: [OrganisationsRepository, MembersRepository],
})
export class MembersModule {}
