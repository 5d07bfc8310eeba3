import { MeetingsModule } from '@hemicycle/meetings';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { Calendar } from './calendar.js';
import { ForumFactsRepository } from './forum-facts.repository.js';
import { ObservanceResolver } from './graphql/observance.resolver.js';

@Module({
  imports: [ProcedureModule, MeetingsModule],
  providers: [ForumFactsRepository, Calendar, ObservanceResolver],
  exports: [Calendar],
})
export class ObservanceModule {}
