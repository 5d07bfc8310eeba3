import { Ledger } from '@hemicycle/audit';
import { draftCall, judge } from '@hemicycle/charter';
import { RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type CallAtInstant, CallsRepository } from '../calls.repository.js';
import type { DraftCallInput } from '../graphql/calls.inputs.js';

/** Prepares a call for applications: nobody but the secretariat sees it until it opens. */
@Injectable()
export class DraftCall {
  constructor(
    private readonly ledger: Ledger,
    private readonly calls: CallsRepository,
  ) {}

  execute(act: Act, input: DraftCallInput): Promise<CallAtInstant | RuleRefusal> {
    const { personId } = act.actor;
    if (personId === null) throw new Unauthenticated();
    return this.ledger.record(act, 'draftCall', async (tx) => {
      const violations = judge(draftCall, input);
      if (violations.length > 0) return new RuleRefusal(violations);
      const id = newId();
      await this.calls.draft(tx, { id, ...input, draftedById: personId, draftedAt: act.at });
      return this.calls.known(tx, id, act.at);
    });
  }
}
