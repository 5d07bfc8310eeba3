import { AuditModule } from '@hemicycle/audit';
import { MembersModule } from '@hemicycle/members';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { DeclareForParity } from './commands/declare-for-parity.js';
import { EndActing } from './commands/end-acting.js';
import { EndMembership } from './commands/end-membership.js';
import { RecordDeparture } from './commands/record-departure.js';
import { RecordSuccession } from './commands/record-succession.js';
import { ResignMandate } from './commands/resign-mandate.js';
import { Committees } from './committee.js';
import { Departures } from './departures.js';
import { FacilitatorsRepository } from './facilitators.repository.js';
import { MandatesLoaders } from './graphql/mandates.loaders.js';
import {
  MandatesResolver,
  MemberMandatesResolver,
  OrganisationDeparturesResolver,
} from './graphql/mandates.resolver.js';
import { ParityResolver } from './graphql/parity.resolver.js';
import { MandatesRepository } from './mandates.repository.js';
import { Parities } from './parities.js';

@Module({
  imports: [AuditModule, ProcedureModule, MembersModule],
  providers: [
    MandatesRepository,
    FacilitatorsRepository,
    Committees,
    Departures,
    EndMembership,
    ResignMandate,
    EndActing,
    RecordDeparture,
    RecordSuccession,
    Parities,
    DeclareForParity,
    ParityResolver,
    MandatesLoaders,
    MandatesResolver,
    MemberMandatesResolver,
    OrganisationDeparturesResolver,
  ],
  exports: [MandatesRepository, FacilitatorsRepository, Parities],
})
export class MandatesModule {}
