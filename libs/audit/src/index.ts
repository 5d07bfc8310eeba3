export { AuditRow } from './audit-row.entity.js';
export { AuditModule } from './audit.module.js';
export { AuditRepository } from './audit.repository.js';
export { type Flaw, GENESIS, hashOf, sha256, verifyChain, type Verification } from './chain.js';
export { Ledger } from './ledger.js';
