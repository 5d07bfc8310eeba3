import { ElectionsModule } from '@hemicycle/elections';
import { EventsModule } from '@hemicycle/events';
import { GroupsModule } from '@hemicycle/groups';
import { MeetingsModule } from '@hemicycle/meetings';
import { MembersModule } from '@hemicycle/members';
import { MinutesModule } from '@hemicycle/minutes';
import { MandatesModule } from '@hemicycle/mandates';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { Calendar } from './calendar.js';
import { ForumFactsRepository } from './forum-facts.repository.js';
import { PersonalNeedsResolver } from './graphql/personal-needs.resolver.js';
import { ObservanceResolver } from './graphql/observance.resolver.js';
import { WhatNeeds } from './needs/what-needs.js';

@Module({
  imports: [
    ProcedureModule,
    MembersModule,
    MandatesModule,
    GroupsModule,
    MeetingsModule,
    ElectionsModule,
    MinutesModule,
    EventsModule,
  ],
  providers: [ForumFactsRepository, Calendar, ObservanceResolver, WhatNeeds, PersonalNeedsResolver],
  exports: [Calendar],
})
export class ObservanceModule {}
