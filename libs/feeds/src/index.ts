import { PersonalCalendar } from './personal-calendar.entity.js';

export { Calendars } from './calendars.js';
export { FeedsModule } from './feeds.module.js';
export { NEWS, NEWS_TITLES, type News, NewsFeeds } from './news.js';

/** The tables of this room. */
export const FEEDS_TABLES = [PersonalCalendar];
