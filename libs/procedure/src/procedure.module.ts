import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { Module } from '@nestjs/common';
import { ProcedureRepository } from './procedure.repository.js';

@Module({
  imports: [AccountsModule, AuditModule],
  providers: [ProcedureRepository],
  exports: [ProcedureRepository],
})
export class ProcedureModule {}
