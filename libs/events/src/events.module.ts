import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { MembersModule } from '@hemicycle/members';
import { Module } from '@nestjs/common';
import { CancelEventPlace } from './commands/cancel-event-place.js';
import { CancelEvent } from './commands/cancel-event.js';
import { ConfirmEventPlace } from './commands/confirm-event-place.js';
import { CorrectEventHeadCount } from './commands/correct-event-head-count.js';
import { DraftEvent } from './commands/draft-event.js';
import { MoveEvent } from './commands/move-event.js';
import { PublishEventResults } from './commands/publish-event-results.js';
import { PublishEvent } from './commands/publish-event.js';
import { RecordEvent } from './commands/record-event.js';
import { RegisterForEvent } from './commands/register-for-event.js';
import { RequestEventPlace } from './commands/request-event-place.js';
import { ReviseEvent } from './commands/revise-event.js';
import { EventLetters } from './event-letters.js';
import { EventsDays } from './events-days.js';
import { EventsRepository } from './events.repository.js';
import { EventsLoaders } from './graphql/events.loaders.js';
import { EventsResolver } from './graphql/events.resolver.js';
import { PlacesResolver } from './graphql/places.resolver.js';
import { PlacesRepository } from './places.repository.js';

@Module({
  imports: [AuditModule, AccountsModule, MembersModule],
  providers: [
    EventsRepository,
    PlacesRepository,
    EventLetters,
    EventsDays,
    DraftEvent,
    ReviseEvent,
    MoveEvent,
    PublishEvent,
    CancelEvent,
    RecordEvent,
    CorrectEventHeadCount,
    PublishEventResults,
    RequestEventPlace,
    RegisterForEvent,
    ConfirmEventPlace,
    CancelEventPlace,
    EventsLoaders,
    EventsResolver,
    PlacesResolver,
  ],
  exports: [EventsRepository],
})
export class EventsModule {}
