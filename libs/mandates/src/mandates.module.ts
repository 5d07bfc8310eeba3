import { AuditModule } from '@hemicycle/audit';
import { MembersModule } from '@hemicycle/members';
import { Module } from '@nestjs/common';
import { MandatesRepository } from './mandates.repository.js';

@Module({
  imports: [AuditModule, MembersModule],
  providers: [MandatesRepository],
  exports: [MandatesRepository],
})
export class MandatesModule {}
