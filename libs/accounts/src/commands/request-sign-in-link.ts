import { Database } from '@hemicycle/database';
import { ApiError } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Injectable, Logger } from '@nestjs/common';
import { callerNetwork } from '../caller-network.js';
import { KeyedHashes } from '../keyed-hashes.js';
import { SIGN_IN_LETTER } from '../sign-in-letter.js';
import { SignInLinksRepository } from '../sign-in-links.repository.js';

/** In one hour. Further requests get the same answer and no letter: earlier links still work. */
export const LINKS_PER_ADDRESS = 5;
/** In one hour. A whole assembly may sit behind one address. */
export const REQUESTS_PER_CALLER = 200;

/**
 * Asks for a sign-in link. Whether anybody has the address is not looked up here but when the letter would leave: the
 * answer and the work are the same. The audit trail has no row of it, since nobody acted yet: the sign-in has one.
 */
@Injectable()
export class RequestSignInLink {
  private readonly logger = new Logger('command');

  constructor(
    private readonly database: Database,
    private readonly links: SignInLinksRepository,
    private readonly hashes: KeyedHashes,
    private readonly mail: Mail,
  ) {}

  /** @throws ApiError (FORBIDDEN) when too many requests came from there within the hour. */
  async execute(act: Act, email: string, callerAddress: string): Promise<void> {
    const caller = this.hashes.ofCaller(callerNetwork(callerAddress));
    const addressHash = this.hashes.ofAddress(email);
    const outcome = await this.database.transaction(async (tx) => {
      // Always the caller's row before the address's: two requests never wait for each other in a circle.
      if ((await this.links.count(tx, caller, act.at)) > REQUESTS_PER_CALLER)
        return 'too many from one caller';
      if ((await this.links.count(tx, addressHash, act.at)) > LINKS_PER_ADDRESS)
        return 'too many for one address';
      await this.mail.enqueue(tx, SIGN_IN_LETTER, { to: { addressHash }, parameters: {}, at: act.at });
      return 'done';
    });
    this.logger.log({ command: 'requestSignInLink', outcome, requestId: act.requestId });
    if (outcome === 'too many from one caller') {
      throw new ApiError('FORBIDDEN', {
        fr: 'Trop de liens ont été demandés depuis votre réseau. Réessayez dans une heure.',
        en: 'Too many links were asked for from your network. Try again in an hour.',
      });
    }
  }
}
