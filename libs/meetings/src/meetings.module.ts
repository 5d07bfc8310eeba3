import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { MandatesModule } from '@hemicycle/mandates';
import { MembersModule } from '@hemicycle/members';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { AgendasRepository } from './agendas.repository.js';
import { AttendanceRepository } from './attendance.repository.js';
import { MeetingsRepository } from './meetings.repository.js';
import { Convocations } from './convocations.js';
import { SecondKeys } from './second-key.js';

@Module({
  imports: [AccountsModule, AuditModule, ProcedureModule, MembersModule, MandatesModule],
  providers: [MeetingsRepository, AgendasRepository, AttendanceRepository, SecondKeys, Convocations],
  exports: [MeetingsRepository, AgendasRepository, AttendanceRepository, Convocations],
})
export class MeetingsModule {}
