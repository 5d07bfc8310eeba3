import { Ledger } from '@hemicycle/audit';
import { judge, stateNeed } from '@hemicycle/charter';
import { RuleRefusal } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { StateNeedInput } from '../graphql/members.inputs.js';
import { NeedsRepository, type StatedNeed } from '../needs.repository.js';

/** States what the forum lacks, so that somebody may be appointed directly for it. */
@Injectable()
export class StateNeed {
  constructor(
    private readonly ledger: Ledger,
    private readonly needs: NeedsRepository,
  ) {}

  execute(act: Act, input: StateNeedInput): Promise<StatedNeed | RuleRefusal> {
    return this.ledger.record(act, 'stateNeed', async (tx) => {
      const { personId, roles } = act.actor;
      const violations = judge(stateNeed, { byFounder: roles.has('FOUNDING_GROUP') });
      // Nobody belongs to the founding group without being a person.
      if (violations.length > 0 || personId === null) return new RuleRefusal(violations);
      const id = newId();
      await this.needs.add(tx, { id, ...input, statedById: personId, statedOn: act.on });
      return this.needs.stated(tx, id);
    });
  }
}
