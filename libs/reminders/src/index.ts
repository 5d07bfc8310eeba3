import { Reminder } from './reminder.entity.js';

export { RemindersModule } from './reminders.module.js';

/** The tables of this room. */
export const REMINDERS_TABLES = [Reminder];
