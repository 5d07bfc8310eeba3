export { type Act, type Actor, ROLES, type Role, unnamed } from './act.js';
export { Clock, FORUM_TIME_ZONE, PUBLIC_URL, SystemClock } from './clock.js';
export { COLLEGES, type College, otherCollege } from './college.js';
export {
  addDays,
  addMonths,
  addYears,
  covers,
  type Day,
  day,
  dayOf,
  daysBetween,
  endOfDay,
  instantAt,
  isDay,
  isTimeZone,
  type Span,
  startOfDay,
} from './day.js';
export { dayInWords, endInWords, hourInWords, instantInWords, timeInWords } from './day-in-words.js';
export { sizeInWords } from './file-size.js';
export { FORUM } from './forum.js';
export { frenchSpaces } from './french-spaces.js';
export { isId, newId } from './id.js';
export { figure, quantity } from './quantity.js';
export { LANGUAGES, type Language, preferredLanguage, type Text } from './text.js';
export { ToldError } from './told-error.js';
