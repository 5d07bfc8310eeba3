export { countBoxInThreads } from './box-threads.js';
export type { BallotFault, ClosedBox } from './box-work.js';
export { BoxWorkers, TooManyBallots } from './box-workers.js';
export { opensslPower, opensslPublicPower } from './modular-power.js';
export { nativeGroups } from './native-groups.js';
export { sodiumEd25519 } from './sodium-ed25519.js';
