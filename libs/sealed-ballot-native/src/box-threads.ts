import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  type BallotFailure,
  type BoxedBallot,
  type BoxCount,
  type BoxPart,
  type CountBox,
  countBox,
  multiplyTallies,
} from '@hemicycle/sealed-ballot';
import { listOf } from './listed-credentials.js';

/** Ballots that one thread counts sooner than another starts. */
const FEW = 200;
/** Ballots to a message at most: enough to test their elements together, few enough to keep memory small. */
const PART = 500;
/** Ballots to a thread from which on larger tables pay. */
const MANY = 1000;

/** What a thread is started with. */
export interface BoxThreadData {
  /** The election's file. */
  readonly file: string;
  /** Whether it will count MANY ballots. */
  readonly many: boolean;
}

/**
 * Counts a box in several threads, each with the native groups; a small one here.
 * @param threads how many; the processors by default
 */
export const countBoxInThreads =
  (threads: number = availableParallelism()): CountBox =>
  async (files, ballots) => {
    const { election, credentials } = files;
    const nameOf = ({ credential }: BoxedBallot): string => credential;
    const entryOf = (credential: string): string | undefined => {
      const listed = credentials.get(credential);
      return listed === undefined ? undefined : `${credential},${listed.weight}`;
    };
    const source = new URL('./box.worker.js', import.meta.url);
    // As many parts for each thread, none above PART, so that threads end together.
    const size = Math.ceil(ballots.length / (threads * Math.ceil(ballots.length / (threads * PART))));
    if (threads < 2 || ballots.length <= FEW || !existsSync(fileURLToPath(source)))
      return countBox(election, credentials, ballots);
    const parts = Array.from({ length: Math.ceil(ballots.length / size) }, (_, index) => index * size);
    const workerData: BoxThreadData = { file: election.raw, many: ballots.length >= MANY * threads };
    const failures: BallotFailure[] = [];
    const tallies: NonNullable<BoxCount['tally']>[] = [];
    await Promise.all(
      Array.from({ length: Math.min(threads, parts.length) }, async () => {
        const worker = new Worker(source, { workerData });
        try {
          for (let start = parts.shift(); start !== undefined; start = parts.shift()) {
            const from = start;
            const some = ballots.slice(from, from + size);
            const part = { credentials: listOf(some.map(nameOf), entryOf), ballots: some };
            const count = await answerOf(worker, part);
            if (count.tally !== null) tallies.push(count.tally);
            failures.push(
              ...count.failures.map((failure) => ({ ...failure, ballot: failure.ballot + from })),
            );
          }
        } finally {
          await worker.terminate();
        }
      }),
    );
    failures.sort((a, b) => a.ballot - b.ballot);
    const [first, ...others] = tallies;
    // No tally is made of a box where a ballot failed.
    if (failures.length > 0 || first === undefined) return { tally: null, failures };
    return { tally: others.reduce((tally, part) => multiplyTallies(election, tally, part), first), failures };
  };

function answerOf(worker: Worker, part: BoxPart): Promise<BoxCount> {
  return new Promise((resolve, reject) => {
    const settled = (): void => {
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
    };
    worker.once('message', (count: BoxCount) => {
      settled();
      resolve(count);
    });
    worker.once('error', (error) => {
      settled();
      reject(error);
    });
    worker.postMessage(part);
  });
}
