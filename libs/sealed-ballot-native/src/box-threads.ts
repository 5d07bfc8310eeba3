import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  type BallotFailure,
  type BoxCount,
  type BoxPart,
  type CountBox,
  countBox,
  multiplyTallies,
} from '@hemicycle/sealed-ballot';

/** Ballots to a message: enough to make messages cheap, few enough to share the work evenly. */
const PART = 100;

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
    if (threads < 2 || ballots.length <= PART || !existsSync(fileURLToPath(source)))
      return countBox(election, credentials, ballots);
    const listed = JSON.stringify(
      [...credentials].map(([credential, { weight }]) => `${credential},${weight}`),
    );
    const parts = Array.from({ length: Math.ceil(ballots.length / PART) }, (_, index) => index * PART);
    const failures: BallotFailure[] = [];
    let tally: BoxCount['tally'] | undefined;
    await Promise.all(
      Array.from({ length: Math.min(threads, parts.length) }, async () => {
        const worker = new Worker(source);
        try {
          for (let start = parts.shift(); start !== undefined; start = parts.shift()) {
            const from = start;
            const part: BoxPart = {
              election: election.raw,
              credentials: listed,
              ballots: ballots.slice(from, from + PART),
            };
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
