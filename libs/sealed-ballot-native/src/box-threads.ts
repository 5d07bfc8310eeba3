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
  type PublicCredentials,
} from '@hemicycle/sealed-ballot';

/** Ballots to a message at most: enough to test their elements together, few enough to keep memory small. */
const PART = 200;

/**
 * Counts a box in several threads, each with the native groups. A box of one part is counted here: a thread would take
 * longer to start.
 * @param threads how many; the processors by default
 */
export const countBoxInThreads =
  (threads: number = availableParallelism()): CountBox =>
  async (files, ballots) => {
    const { election, credentials } = files;
    const source = new URL('./box.worker.js', import.meta.url);
    // As many parts for each thread, none above PART, so that threads end together.
    const size = Math.ceil(ballots.length / (threads * Math.ceil(ballots.length / (threads * PART))));
    if (threads < 2 || ballots.length <= PART || !existsSync(fileURLToPath(source)))
      return countBox(election, credentials, ballots);
    const parts = Array.from({ length: Math.ceil(ballots.length / size) }, (_, index) => index * size);
    const failures: BallotFailure[] = [];
    let tally: BoxCount['tally'] | undefined;
    await Promise.all(
      Array.from({ length: Math.min(threads, parts.length) }, async () => {
        const worker = new Worker(source, { workerData: election.raw });
        try {
          for (let start = parts.shift(); start !== undefined; start = parts.shift()) {
            const from = start;
            const some = ballots.slice(from, from + size);
            const part = { credentials: listedOf(some, credentials), ballots: some };
            const count = await answerOf(worker, part);
            tally = tally === undefined ? count.tally : multiplyTallies(election, tally, count.tally);
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
    return { tally: tally ?? [], failures };
  };

/** The entries of the credentials' file that ballots name: a thread need not read the others. */
function listedOf(ballots: readonly BoxedBallot[], credentials: PublicCredentials): string {
  const named = new Set(ballots.map(({ credential }) => credential));
  const entries = [...named].flatMap((credential) => {
    const listed = credentials.get(credential);
    return listed === undefined ? [] : [`${credential},${listed.weight}`];
  });
  return JSON.stringify(entries);
}

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
