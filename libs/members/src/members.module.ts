import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { AlternatesRepository } from './alternates.repository.js';
import { AppointDirectly } from './commands/appoint-directly.js';
import { ConveneMember } from './commands/convene-member.js';
import { EndAlternate } from './commands/end-alternate.js';
import { EndCorrespondent } from './commands/end-correspondent.js';
import { NameAlternate } from './commands/name-alternate.js';
import { NameCorrespondent } from './commands/name-correspondent.js';
import { RegisterOrganisation } from './commands/register-organisation.js';
import { RenameOrganisation } from './commands/rename-organisation.js';
import { StateNeed } from './commands/state-need.js';
import { CorrespondentsRepository } from './correspondents.repository.js';
import { CorrespondentsResolver } from './graphql/correspondents.resolver.js';
import { MembersLoaders } from './graphql/members.loaders.js';
import { MembersResolver } from './graphql/members.resolver.js';
import { NeedsResolver } from './graphql/needs.resolver.js';
import { OrganisationsResolver } from './graphql/organisations.resolver.js';
import { MemberActs } from './member-acts.js';
import { OrganisationActs } from './organisation-acts.js';
import { MembersRepository } from './members.repository.js';
import { NeedsRepository } from './needs.repository.js';
import { Newcomers } from './newcomers.js';
import { OrganisationsRepository } from './organisations.repository.js';

@Module({
  imports: [AccountsModule, AuditModule, ProcedureModule],
  providers: [
    MemberActs,
    OrganisationActs,
    OrganisationsRepository,
    MembersRepository,
    AlternatesRepository,
    CorrespondentsRepository,
    NeedsRepository,
    Newcomers,
    RegisterOrganisation,
    RenameOrganisation,
    NameCorrespondent,
    EndCorrespondent,
    ConveneMember,
    StateNeed,
    AppointDirectly,
    NameAlternate,
    EndAlternate,
    MembersLoaders,
    OrganisationsResolver,
    CorrespondentsResolver,
    MembersResolver,
    NeedsResolver,
  ],
  exports: [MemberActs, OrganisationActs, OrganisationsRepository, MembersRepository],
})
export class MembersModule {}
