export { countBoxInThreads } from './box-threads.js';
export { type BallotFault, type ClosedBox, credentialOf } from './box-work.js';
export { BoxWorkers, TooManyBallots } from './box-workers.js';
export { listOf } from './listed-credentials.js';
export { nativeGroups } from './native-groups.js';
