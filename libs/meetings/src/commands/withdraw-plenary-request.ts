import { Ledger } from '@hemicycle/audit';
import { judge, type Violation, withdrawPlenaryRequest } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WithdrawPlenaryRequestInput } from '../graphql/plenary-requests.inputs.js';
import type { PlenaryRequest } from '../plenary-request.entity.js';
import { PlenaryRequests } from '../plenary-requests.js';
import { PlenaryRequestsRepository } from '../plenary-requests.repository.js';
import { PLENARY_REQUEST_THING } from '../things.js';

/** Withdraws a request for a plenary that is not required yet, by the member who made it (charter EXTRAORDINARY). */
@Injectable()
export class WithdrawPlenaryRequest {
  constructor(
    private readonly ledger: Ledger,
    private readonly repository: PlenaryRequestsRepository,
    private readonly requests: PlenaryRequests,
  ) {}

  async verdict(reader: EntityManager, act: Act, { state, madeById }: PlenaryRequest): Promise<Violation[]> {
    const member = await this.requests.seatOf(reader, act);
    return judge(withdrawPlenaryRequest, { state, isAuthor: member?.id === madeById });
  }

  execute(act: Act, { requestId }: WithdrawPlenaryRequestInput): Promise<PlenaryRequest | RuleRefusal> {
    return this.ledger.record(act, 'withdrawPlenaryRequest', async (tx) => {
      if (act.actor.personId === null) throw new Unauthenticated();
      const request = await this.repository.lock(tx, requestId);
      if (request === null) throw new NotFound(PLENARY_REQUEST_THING, requestId);
      const violations = await this.verdict(tx, act, request);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.repository.withdraw(tx, requestId);
      return this.repository.known(tx, requestId);
    });
  }
}
