import { Module } from '@nestjs/common';
import { AuditRepository } from './audit.repository.js';
import { AuditResolver } from './graphql/audit.resolver.js';
import { Ledger } from './ledger.js';

@Module({ providers: [AuditRepository, Ledger, AuditResolver], exports: [AuditRepository, Ledger] })
export class AuditModule {}
