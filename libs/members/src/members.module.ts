import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { Module } from '@nestjs/common';
import { RegisterOrganisation } from './commands/register-organisation.js';
import { OrganisationsResolver } from './graphql/organisations.resolver.js';
import { OrganisationsRepository } from './organisations.repository.js';

@Module({
  imports: [AccountsModule, AuditModule],
  providers: [OrganisationsRepository, RegisterOrganisation, OrganisationsResolver],
  exports: [OrganisationsRepository],
})
export class MembersModule {}
