import { Ledger } from '@hemicycle/audit';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { personActing } from '../person-acting.js';
import { SessionsRepository } from '../sessions.repository.js';

/** Ends every session of one's own, the one that asks included. */
@Injectable()
export class RevokeAllSessions {
  constructor(
    private readonly ledger: Ledger,
    private readonly sessions: SessionsRepository,
  ) {}

  /** Gives how many there were. */
  async execute(act: Act): Promise<number> {
    const { revoked } = await this.ledger.record(act, 'revokeAllSessions', async (tx) => {
      const id = personActing(act);
      return { id, revoked: await this.sessions.revokeAll(tx, id, act.at) };
    });
    return revoked;
  }
}
