import { parentPort, workerData } from 'node:worker_threads';
import { type BoxPart, countPart, openElection } from '@hemicycle/sealed-ballot';
import { nativeGroups } from './native-groups.js';

// One thread of countBoxInThreads: parts of one election, with whose file it is started.
const election = openElection(workerData as string, nativeGroups);

parentPort?.on('message', (part: BoxPart) => parentPort?.postMessage(countPart(election, part)));
