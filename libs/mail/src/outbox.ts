import { MailTransport, type Message } from './mail-transport.js';

const KEPT = 200;

/** Where the letters of a demonstration end: the last ones, in memory, for whoever tries the forum on this machine. */
export class Outbox extends MailTransport {
  private readonly kept: Message[] = [];

  send(message: Message): Promise<void> {
    this.kept.push(message);
    if (this.kept.length > KEPT) this.kept.shift();
    return Promise.resolve();
  }

  /** The last letters, the latest first. */
  get letters(): readonly Message[] {
    return this.kept.toReversed();
  }

  close(): void {
    this.kept.length = 0;
  }
}
