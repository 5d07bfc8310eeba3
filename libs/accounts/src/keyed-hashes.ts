import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';

/** Injection token of the installation's secret: 32 characters at least. Whoever has it can test guesses at hashes. */
export const SECRET_KEY = Symbol('the secret key of the installation');

/** Recognises what is not kept. Without the secret nobody can try out addresses against these hashes. */
@Injectable()
export class KeyedHashes {
  constructor(@Inject(SECRET_KEY) private readonly secret: string) {}

  /** HMAC-SHA-256, in hex, of a mail address without regard to case. */
  ofAddress(email: string): string {
    return this.of('mail address', email.trim().toLowerCase());
  }

  /**
   * HMAC-SHA-256, in hex, of the mailbox that an address is of: without regard to case, nor to the tag behind a `+`, which whoever
   * has the mailbox, or writes to it without being asked, makes up at will.
   */
  ofMailbox(email: string): string {
    const address = email.trim().toLowerCase();
    return this.of('mailbox', address.replace(/(?<=[^+])\+.*(?=@)/, ''));
  }

  /** HMAC-SHA-256, in hex, of the network from which somebody calls. */
  ofCaller(network: string): string {
    return this.of('caller', network);
  }

  // What is hashed for one use must never equal what is hashed for another.
  private of(use: string, what: string): string {
    return createHmac('sha256', this.secret).update(`${use}\n${what}`).digest('hex');
  }
}
