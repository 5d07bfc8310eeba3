import { Ledger } from '@hemicycle/audit';
import { judge, supportPlenaryRequest, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SupportPlenaryRequestInput } from '../graphql/plenary-requests.inputs.js';
import type { PlenaryRequest } from '../plenary-request.entity.js';
import { PlenaryRequests } from '../plenary-requests.js';
import { PlenaryRequestsRepository } from '../plenary-requests.repository.js';
import { PLENARY_REQUEST_THING } from '../things.js';

/** Supports a request for a plenary, which is required once enough members do (charter EXTRAORDINARY). */
@Injectable()
export class SupportPlenaryRequest {
  constructor(
    private readonly ledger: Ledger,
    private readonly repository: PlenaryRequestsRepository,
    private readonly requests: PlenaryRequests,
  ) {}

  async verdict(reader: EntityManager, act: Act, { id, state }: PlenaryRequest): Promise<Violation[]> {
    const member = await this.requests.seatOf(reader, act);
    const supports = await this.repository.supports(reader, [id]);
    return judge(supportPlenaryRequest, {
      state,
      isMember: member !== null,
      supports: supports.some(({ memberId }) => memberId === member?.id),
    });
  }

  execute(act: Act, { requestId }: SupportPlenaryRequestInput): Promise<PlenaryRequest | RuleRefusal> {
    return this.ledger.record(act, 'supportPlenaryRequest', async (tx) => {
      if (act.actor.personId === null) throw new Unauthenticated();
      const request = await this.repository.lock(tx, requestId);
      if (request === null) throw new NotFound(PLENARY_REQUEST_THING, requestId);
      const violations = await this.verdict(tx, act, request);
      const member = await this.requests.seatOf(tx, act);
      if (violations.length > 0 || member === null) return new RuleRefusal(violations);
      await this.repository.support(tx, { requestId, memberId: member.id, supportedAt: act.at });
      await this.requests.requireOnceSupported(tx, act, requestId);
      return this.repository.known(tx, requestId);
    });
  }
}
