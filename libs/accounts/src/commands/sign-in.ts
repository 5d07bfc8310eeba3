import { Ledger } from '@hemicycle/audit';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { LinkNotValid } from '../link-not-valid.js';
import { type OpenedSession, SessionsRepository } from '../sessions.repository.js';
import { SignInLinksRepository } from '../sign-in-links.repository.js';

/** Opens a session with a link, which is used up by it. Sessions opened before go on. */
@Injectable()
export class SignIn {
  constructor(
    private readonly ledger: Ledger,
    private readonly links: SignInLinksRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  /** @throws LinkNotValid */
  execute(act: Act, token: string): Promise<OpenedSession> {
    return this.ledger.record(act, 'signIn', async (tx) => {
      const personId = await this.links.use(tx, token, act.at);
      if (personId === null) throw new LinkNotValid();
      return this.sessions.open(tx, personId, act.at);
    });
  }
}
