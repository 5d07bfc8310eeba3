export { Changes, tellChanged } from './changes.js';
export { DayColumn, IdColumn, InstantColumn, WordsColumn } from './columns.js';
export { APPLICATION_ROLE, type Connection, dataSourceOptions } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export { Database, mayTakeLong, type Tx } from './database.js';
export { brokeConstraint, foundNoConnection, isLostRace } from './failures.js';
