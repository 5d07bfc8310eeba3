import { Ledger } from '@hemicycle/audit';
import { judge, requestPlenary, type Violation } from '@hemicycle/charter';
import { BadUserInput, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GROUPS_REPORT_TO_PLENARIES, itemsOf, SUBJECT_HAS_ITS_OBJECT } from '../agenda-input.js';
import { Deliberations } from '../deliberations.js';
import type { RequestPlenaryInput } from '../graphql/plenary-requests.inputs.js';
import type { PlenaryRequest } from '../plenary-request.entity.js';
import { PlenaryRequests } from '../plenary-requests.js';
import { PlenaryRequestsRepository } from '../plenary-requests.repository.js';

/** Asks for a plenary, with its agenda, by a member (charter EXTRAORDINARY). */
@Injectable()
export class RequestPlenary {
  constructor(
    private readonly ledger: Ledger,
    private readonly repository: PlenaryRequestsRepository,
    private readonly requests: PlenaryRequests,
    private readonly deliberations: Deliberations,
    private readonly members: MembersRepository,
  ) {}

  async verdict(reader: EntityManager, memberId: string | null): Promise<Violation[]> {
    return judge(requestPlenary, {
      isMember: memberId !== null,
      hasOpenRequest: memberId !== null && (await this.repository.hasOpenRequest(reader, memberId)),
    });
  }

  execute(act: Act, { reason, items }: RequestPlenaryInput): Promise<PlenaryRequest | RuleRefusal> {
    return this.ledger.record(act, 'requestPlenary', async (tx) => {
      if (act.actor.personId === null) throw new Unauthenticated();
      const member = await this.requests.seatOf(tx, act);
      // Whoever asks twice at once waits here.
      if (member !== null) await this.members.lock(tx, member.id);
      const violations = await this.verdict(tx, member?.id ?? null);
      if (violations.length > 0 || member === null) return new RuleRefusal(violations);
      const reporting = items.findIndex(({ reportOfId }) => reportOfId !== null && reportOfId !== undefined);
      if (reporting >= 0) throw new BadUserInput(`items.${reporting}.reportOfId`, GROUPS_REPORT_TO_PLENARIES);
      const written = itemsOf(items, null).map(({ itemId: _, reportOfId: __, ...item }) => item);
      for (const [index, item] of written.entries()) {
        if (!(await this.deliberations.hasObject(tx, item))) {
          throw new BadUserInput(`items.${index}.objectId`, SUBJECT_HAS_ITS_OBJECT);
        }
      }
      const id = newId();
      await this.repository.make(tx, { id, reason, madeById: member.id, madeAt: act.at }, written);
      await this.requests.requireOnceSupported(tx, act, id);
      return this.repository.known(tx, id);
    });
  }
}
