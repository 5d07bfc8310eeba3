import { EventHeadCount } from './event-head-count.entity.js';
import { EventMove } from './event-move.entity.js';
import { EventPlace } from './event-place.entity.js';
import { EventResults } from './event-results.entity.js';
import { ForumEvent } from './forum-event.entity.js';

export { calendarEvent, eventInWords } from './event-calendar.js';
export { EventsModule } from './events.module.js';
export { type EventPresentation, EventsRepository } from './events.repository.js';

/** The tables of this room. */
export const EVENTS_TABLES = [ForumEvent, EventMove, EventHeadCount, EventResults, EventPlace];
