import { AuditModule } from '@hemicycle/audit';
import { EventsModule } from '@hemicycle/events';
import { GroupsModule } from '@hemicycle/groups';
import { MeetingsModule } from '@hemicycle/meetings';
import { Module } from '@nestjs/common';
import { Calendars } from './calendars.js';
import { MakePersonalCalendar } from './commands/make-personal-calendar.js';
import { RevokePersonalCalendar } from './commands/revoke-personal-calendar.js';
import { NewsFeeds } from './news.js';
import { NewsRepository } from './news.repository.js';
import { OpenAgenda } from './open-agenda.js';
import { PersonalCalendarsResolver } from './graphql/personal-calendars.resolver.js';
import { PersonalCalendarsRepository } from './personal-calendars.repository.js';

@Module({
  imports: [AuditModule, EventsModule, GroupsModule, MeetingsModule],
  providers: [
    PersonalCalendarsRepository,
    MakePersonalCalendar,
    RevokePersonalCalendar,
    PersonalCalendarsResolver,
    OpenAgenda,
    Calendars,
    NewsRepository,
    NewsFeeds,
  ],
  exports: [Calendars, NewsFeeds],
})
export class FeedsModule {}
