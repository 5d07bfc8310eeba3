import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import {
  type BallotCast,
  type BallotFault,
  ballotsAtFault,
  type BoxContent,
  type ClosedBox,
  closeBox,
  endArchive,
  judgeBallot,
  type OpenBoxPart,
  type Opening,
} from './box-work.js';

/** Ballots that wait for a thread at most: more are refused, and their voters told to try again. */
const WAITING = 1_000;
/** How long a thread without work is kept, in milliseconds: each new one leaves 50 kB behind that `koffi` does not free. */
const IDLE = 600_000;

/** More ballots wait than can be checked in a reasonable time. */
export class TooManyBallots extends Error {
  override readonly name = 'TooManyBallots';
}

/**
 * Checks ballots, closes boxes and ends archives in threads, so that whoever serves requests stays free to do so. Run from
 * its sources, where there is no compiled thread to start, it works in the thread that asks.
 */
export class BoxWorkers {
  /** Those that check ballots. */
  private readonly pool: Piscina | null;
  /** The one that closes boxes: it holds up everybody who votes or reads, so it never waits behind ballots. */
  private readonly closing: Piscina | null;
  /** The one that goes through open boxes: ballots being cast do not wait behind it. */
  private readonly auditing: Piscina | null;

  /** @param threads how many check ballots; by default one less than the processors, one at least */
  constructor(threads: number = Math.max(1, availableParallelism() - 1)) {
    const source = new URL('./box-work.worker.js', import.meta.url);
    const poolOf = (maxThreads: number): Piscina | null =>
      existsSync(fileURLToPath(source))
        ? new Piscina({ filename: source.href, minThreads: 0, maxThreads, idleTimeout: IDLE })
        : null;
    this.pool = poolOf(threads);
    this.closing = poolOf(1);
    this.auditing = poolOf(1);
  }

  /** @throws TooManyBallots */
  async judgeBallot(cast: BallotCast): Promise<BallotFault> {
    if (this.pool === null) return judgeBallot(cast);
    if (this.pool.queueSize >= WAITING) throw new TooManyBallots();
    return (await this.pool.run(cast, { name: 'judgeBallot' })) as BallotFault;
  }

  async ballotsAtFault(part: OpenBoxPart): Promise<number> {
    if (this.auditing === null) return ballotsAtFault(part);
    return (await this.auditing.run(part, { name: 'ballotsAtFault' })) as number;
  }

  async closeBox(content: BoxContent): Promise<ClosedBox> {
    if (this.closing === null) return closeBox(content);
    return (await this.closing.run(content, { name: 'closeBox' })) as ClosedBox;
  }

  async endArchive(opening: Opening): Promise<Uint8Array> {
    if (this.closing === null) return endArchive(opening);
    return (await this.closing.run(opening, { name: 'endArchive' })) as Uint8Array;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.pool?.close();
    await this.closing?.close();
    await this.auditing?.close();
  }
}
