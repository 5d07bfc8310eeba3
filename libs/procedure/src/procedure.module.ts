import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { Module } from '@nestjs/common';
import { AppointSecretary } from './commands/appoint-secretary.js';
import { ApproveRulesOfProcedure } from './commands/approve-rules-of-procedure.js';
import { DraftRulesOfProcedure } from './commands/draft-rules-of-procedure.js';
import { EndSecretaryAppointment } from './commands/end-secretary-appointment.js';
import { NameFounder } from './commands/name-founder.js';
import { RegisterSecretariatBody } from './commands/register-secretariat-body.js';
import { CharterResolver } from './graphql/charter.resolver.js';
import { ForumResolver } from './graphql/forum.resolver.js';
import { RulesOfProcedureResolver } from './graphql/rules-of-procedure.resolver.js';
import { SecretariatResolver } from './graphql/secretariat.resolver.js';
import { ProcedureRepository } from './procedure.repository.js';

@Module({
  imports: [AccountsModule, AuditModule],
  providers: [
    ProcedureRepository,
    DraftRulesOfProcedure,
    ApproveRulesOfProcedure,
    RegisterSecretariatBody,
    AppointSecretary,
    EndSecretaryAppointment,
    NameFounder,
    CharterResolver,
    RulesOfProcedureResolver,
    ForumResolver,
    SecretariatResolver,
  ],
  exports: [ProcedureRepository, RegisterSecretariatBody, AppointSecretary, NameFounder],
})
export class ProcedureModule {}
