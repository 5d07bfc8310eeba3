import { callerNetwork } from '@hemicycle/accounts';
import { ApiError } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';

/** How many streams may be open at once. */
export const STREAMS = {
  /** From one network: an assembly sits behind one address. */
  network: 300,
  /** In one process. */
  process: 2_000,
  /** Minutes after which a stream is cut, for its reader to come back: to whichever process has room. */
  minutes: 30,
} as const;

/** Too many streams from one network, or in this process. FORBIDDEN: not you, not now. */
export class TooManyStreams extends ApiError {
  constructor() {
    super('FORBIDDEN', {
      fr: 'Trop d’abonnements ouverts. Redemandez plutôt la page de temps en temps.',
      en: 'Too many subscriptions are open. Ask for the page again from time to time instead.',
    });
  }
}

/** Counts the streams of this process by the network that they go to. */
@Injectable()
export class OpenStreams {
  private readonly byNetwork = new Map<string, number>();

  /** How many are open. */
  count = 0;

  /** Counts one more, until what this gives is called. @throws TooManyStreams */
  take(address: string): () => void {
    const network = callerNetwork(address);
    const here = this.byNetwork.get(network) ?? 0;
    if (here >= STREAMS.network || this.count >= STREAMS.process) throw new TooManyStreams();
    this.byNetwork.set(network, here + 1);
    this.count += 1;
    return () => this.giveBack(network);
  }

  private giveBack(network: string): void {
    const here = this.byNetwork.get(network) ?? 0;
    if (here > 1) this.byNetwork.set(network, here - 1);
    else this.byNetwork.delete(network);
    this.count -= 1;
  }
}
