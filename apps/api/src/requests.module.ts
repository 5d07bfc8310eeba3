import { AccountsModule } from '@hemicycle/accounts';
import { MandatesModule } from '@hemicycle/mandates';
import { MembersModule } from '@hemicycle/members';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { RequestContext } from './request-context.js';
import { Standing } from './standing.js';

/** Who asks, and what they may do. */
@Module({
  imports: [AccountsModule, ProcedureModule, MembersModule, MandatesModule],
  providers: [Standing, RequestContext],
  exports: [RequestContext],
})
export class RequestsModule {}
