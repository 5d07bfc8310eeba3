import { Ledger } from '@hemicycle/audit';
import { NotFound } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { SessionsRepository } from '../sessions.repository.js';
import { personActing } from '../person-acting.js';

/** Ends one of one's own sessions: from then on its token opens nothing. */
@Injectable()
export class RevokeSession {
  constructor(
    private readonly ledger: Ledger,
    private readonly sessions: SessionsRepository,
  ) {}

  /** @throws NotFound for a session that is not one's own. */
  execute(act: Act, command: 'signOut' | 'revokeSession', id: string): Promise<{ id: string }> {
    return this.ledger.record(act, command, async (tx) => {
      if (!(await this.sessions.revoke(tx, { id, personId: personActing(act) }, act.at))) {
        throw new NotFound({ fr: 'Session', en: 'Session' }, id);
      }
      return { id };
    });
  }
}
