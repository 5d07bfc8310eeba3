import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { GroupsModule } from '@hemicycle/groups';
import { MandatesModule } from '@hemicycle/mandates';
import { MeetingsModule } from '@hemicycle/meetings';
import { Module } from '@nestjs/common';
import { SaveGroupReport } from './commands/save-group-report.js';
import { SubmitGroupReport } from './commands/submit-group-report.js';
import { GroupReportsLoaders } from './graphql/group-reports.loaders.js';
import {
  GroupReportsResolver,
  ReportingToPlenaryResolver,
  ReportsOfGroupResolver,
  ReportsOfItemsResolver,
  ReportsToPlenaryResolver,
} from './graphql/group-reports.resolver.js';
import { GroupReportActs } from './group-report-acts.js';
import { GroupReportsRepository } from './group-reports.repository.js';
import { Reporting } from './reporting.js';

@Module({
  imports: [AuditModule, AccountsModule, MandatesModule, GroupsModule, MeetingsModule],
  providers: [
    GroupReportsRepository,
    Reporting,
    GroupReportActs,
    SaveGroupReport,
    SubmitGroupReport,
    GroupReportsLoaders,
    GroupReportsResolver,
    ReportsOfGroupResolver,
    ReportingToPlenaryResolver,
    ReportsToPlenaryResolver,
    ReportsOfItemsResolver,
  ],
})
export class ReportsModule {}
