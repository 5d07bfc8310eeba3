import { AuditModule } from '@hemicycle/audit';
import { MembersModule } from '@hemicycle/members';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
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
import { MandatesRepository } from './mandates.repository.js';

@Module({
  imports: [AuditModule, ProcedureModule, MembersModule],
  providers: [
    MandatesRepository,
    FacilitatorsRepository,
    Committees,
    Departures,
    EndMembership,
    ResignMandate,
    RecordDeparture,
    RecordSuccession,
    MandatesLoaders,
    MandatesResolver,
    MemberMandatesResolver,
    OrganisationDeparturesResolver,
  ],
  exports: [MandatesRepository, FacilitatorsRepository],
})
export class MandatesModule {}
