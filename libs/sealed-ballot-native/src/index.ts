export { countBoxInThreads } from './box-threads.js';
export { type BallotFault, type ClosedBox, credentialOf } from './box-work.js';
export { BoxWorkers, TooManyBallots } from './box-workers.js';
export { nativeGroups } from './native-groups.js';
