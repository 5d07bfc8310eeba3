import { Injectable } from '@nestjs/common';
import type { SealedPoll } from './sealed-poll.entity.js';

/** Rounds whose lists are kept at hand, the latest ones. */
const KEPT = 8;

/** The public credentials of rounds: a list is fixed when the round opens, so it is read once. */
@Injectable()
export class ListedCredentials {
  private readonly known = new Map<string, ReadonlySet<string>>();

  /** Whether a round's list has this public credential. */
  lists({ roundId, credentialsFile }: SealedPoll, credential: string): boolean {
    const listed = this.known.get(roundId) ?? new Set(JSON.parse(credentialsFile) as string[]);
    this.known.delete(roundId);
    this.known.set(roundId, listed);
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
    return listed.has(credential);
  }
}
