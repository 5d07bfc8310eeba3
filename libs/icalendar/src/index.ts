export {
  CALENDAR_TYPE,
  type CalendarEvent,
  type Correspondence,
  type Invitation,
  invitationText,
  publishedCalendar,
} from './calendar.js';
