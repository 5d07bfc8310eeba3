export { Calendar } from './calendar.js';
export type { Obligation, Reminded } from './obligation.js';
export { ObservanceModule } from './observance.module.js';
