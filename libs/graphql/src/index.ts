export { ActsOn, type VerdictOn } from './acts-on.js';
export { type ApiContext, CurrentAct, loaderOf, type SentFile } from './context.js';
export { DayScalar } from './day.scalar.js';
export { CollegeEnum, enumOf, LanguageEnum } from './enums.js';
export {
  ApiError,
  BadUserInput,
  Conflict,
  ERROR_CODES,
  type ErrorCode,
  Forbidden,
  NotFound,
  SignedOutSince,
  Unauthenticated,
} from './errors.js';
export { costOf, FACTS, LimitExceeded, LIMITS, LIMITS_SAID, VERDICTS, withinLimits } from './limits.js';
export {
  cursorOf,
  type Page,
  PageArgs,
  pageFrom,
  PageInfo,
  pageOf,
  PAGE_MAX,
  readCursor,
  type SortKey,
} from './page.js';
export { rowsFor } from './rows-for.js';
export {
  PermittedAction,
  permittedAction,
  resultOf,
  Rule,
  ruleOf,
  RuleRefusal,
  RuleViolation,
  violationOf,
} from './rule-refusal.js';
export { speak, TextField } from './text-field.js';
export { EmailAddress, Hexadecimal, Instant, Line, Prose } from './words.js';
