import { Database } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import { SealedPollsRepository } from './sealed-polls.repository.js';

/** What a round fixed when it opened: ballots are checked against it. */
export interface OpenedPoll {
  readonly electionFile: string;
  /** The public credentials. */
  readonly credentials: ReadonlySet<string>;
}

/** Rounds whose files are kept at hand, the latest ones. */
const KEPT = 8;

/** The files of rounds under way: they never change, and are read once for all ballots. */
@Injectable()
export class OpenedPolls {
  private readonly known = new Map<string, Promise<OpenedPoll>>();

  constructor(
    private readonly database: Database,
    private readonly sealed: SealedPollsRepository,
  ) {}

  /** @throws RangeError for a round that is not sealed */
  of(roundId: string): Promise<OpenedPoll> {
    const poll = this.known.get(roundId) ?? this.read(roundId);
    this.known.delete(roundId);
    this.known.set(roundId, poll);
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
    return poll;
  }

  private async read(roundId: string): Promise<OpenedPoll> {
    try {
      const poll = await this.sealed.poll(this.database.reader, roundId);
      if (poll === null) throw new RangeError(`Round ${roundId} is not sealed`);
      const { electionFile, credentialsFile } = poll;
      return { electionFile, credentials: new Set(JSON.parse(credentialsFile) as string[]) };
    } catch (error) {
      // Whoever asks next tries again.
      this.known.delete(roundId);
      throw error;
    }
  }
}
