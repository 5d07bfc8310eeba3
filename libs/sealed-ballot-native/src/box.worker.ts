import { parentPort } from 'node:worker_threads';
import {
  type BoxPart,
  countBox,
  type Election,
  openCredentials,
  openElection,
  type PublicCredentials,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from './native-groups.js';

// One thread of countBoxInThreads: election and credentials come with each part but are the same, so read once.
let opened: { file: string; election: Election; listed: string; credentials: PublicCredentials } | undefined;

parentPort?.on('message', (part: BoxPart) => {
  if (opened?.file !== part.election || opened.listed !== part.credentials) {
    const election = openElection(part.election, nativeGroups);
    const credentials = openCredentials(election.group, part.credentials);
    opened = { file: part.election, election, listed: part.credentials, credentials };
  }
  parentPort?.postMessage(countBox(opened.election, opened.credentials, part.ballots));
});
