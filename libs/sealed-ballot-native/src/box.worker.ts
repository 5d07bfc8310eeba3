import { parentPort, workerData } from 'node:worker_threads';
import { type BoxPart, countPart, openElection } from '@hemicycle/sealed-ballot';
import type { BoxThreadData } from './box-threads.js';
import { groupsForManyBallots, nativeGroups } from './native-groups.js';

// One thread of countBoxInThreads: parts of one election, with whose file it is started.
const { file, many } = workerData as BoxThreadData;
const election = openElection(file, many ? groupsForManyBallots : nativeGroups);

parentPort?.on('message', (part: BoxPart) => parentPort?.postMessage(countPart(election, part)));
