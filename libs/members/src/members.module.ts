import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { AlternatesRepository } from './alternates.repository.js';
import { ApplicationLetters } from './application-letters.js';
import { ApplicationsRepository } from './applications.repository.js';
import { CallsRepository } from './calls.repository.js';
import { AdmitApplicant } from './commands/admit-applicant.js';
import { ApplyToCall } from './commands/apply-to-call.js';
import { AppointDirectly } from './commands/appoint-directly.js';
import { CloseCall } from './commands/close-call.js';
import { ConveneMember } from './commands/convene-member.js';
import { DecideCall } from './commands/decide-call.js';
import { DeclineApplication } from './commands/decline-application.js';
import { DraftCall } from './commands/draft-call.js';
import { EndAlternate } from './commands/end-alternate.js';
import { EndCorrespondent } from './commands/end-correspondent.js';
import { NameAlternate } from './commands/name-alternate.js';
import { NameCorrespondent } from './commands/name-correspondent.js';
import { OpenCall } from './commands/open-call.js';
import { RegisterOrganisation } from './commands/register-organisation.js';
import { RenameOrganisation } from './commands/rename-organisation.js';
import { WithdrawApplication } from './commands/withdraw-application.js';
import { WriteToSecretariat } from './commands/write-to-secretariat.js';
import { CorrespondentsRepository } from './correspondents.repository.js';
import { ForgetAddresses } from './forget-addresses.js';
import { ForgetApplications } from './forget-applications.js';
import { ApplicationsResolver } from './graphql/applications.resolver.js';
import { CallsResolver } from './graphql/calls.resolver.js';
import { CorrespondentsResolver } from './graphql/correspondents.resolver.js';
import { MembersLoaders } from './graphql/members.loaders.js';
import { MembersResolver } from './graphql/members.resolver.js';
import { NeedsResolver } from './graphql/needs.resolver.js';
import { OrganisationsResolver } from './graphql/organisations.resolver.js';
import { SecretariatMessagesResolver } from './graphql/secretariat-messages.resolver.js';
import { MemberActs } from './member-acts.js';
import { OrganisationActs } from './organisation-acts.js';
import { MembersRepository } from './members.repository.js';
import { NeedsRepository } from './needs.repository.js';
import { ComingsAndGoings } from './comings-and-goings.js';
import { Newcomers } from './newcomers.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { ProofOfWork } from './proof-of-work.js';
import { SecretariatLetters } from './secretariat-letters.js';

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
    CallsRepository,
    ApplicationsRepository,
    ForgetApplications,
    ForgetAddresses,
    ComingsAndGoings,
    Newcomers,
    ProofOfWork,
    ApplicationLetters,
    SecretariatLetters,
    WriteToSecretariat,
    RegisterOrganisation,
    RenameOrganisation,
    NameCorrespondent,
    EndCorrespondent,
    ConveneMember,
    AppointDirectly,
    DraftCall,
    OpenCall,
    CloseCall,
    DecideCall,
    ApplyToCall,
    WithdrawApplication,
    AdmitApplicant,
    DeclineApplication,
    NameAlternate,
    EndAlternate,
    MembersLoaders,
    OrganisationsResolver,
    CorrespondentsResolver,
    MembersResolver,
    NeedsResolver,
    CallsResolver,
    ApplicationsResolver,
    SecretariatMessagesResolver,
  ],
  exports: [
    NeedsRepository,
    MemberActs,
    OrganisationActs,
    OrganisationsRepository,
    MembersRepository,
    ComingsAndGoings,
    ProofOfWork,
  ],
})
export class MembersModule {}
