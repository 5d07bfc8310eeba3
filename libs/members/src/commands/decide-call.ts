import { Ledger } from '@hemicycle/audit';
import { decideCall, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { ApplicationsRepository } from '../applications.repository.js';
import { type CallAtInstant, CallsRepository } from '../calls.repository.js';
import type { DecideCallInput } from '../graphql/calls.inputs.js';
import { CALL_FOR_APPLICATIONS } from '../things.js';

/** Records that a closed call is over: every application has its decision. */
@Injectable()
export class DecideCall {
  constructor(
    private readonly ledger: Ledger,
    private readonly calls: CallsRepository,
    private readonly applications: ApplicationsRepository,
  ) {}

  verdict(call: CallAtInstant, undecided: number): Violation[] {
    return judge(decideCall, { call, undecided });
  }

  execute(act: Act, { callId }: DecideCallInput): Promise<CallAtInstant | RuleRefusal> {
    return this.ledger.record(act, 'decideCall', async (tx) => {
      const call = await this.calls.lock(tx, callId, act.at);
      if (call === null) throw new NotFound(CALL_FOR_APPLICATIONS, callId);
      const [waiting] = await this.applications.undecided(tx, [callId]);
      const violations = this.verdict(call, waiting?.undecided ?? 0);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.calls.decide(tx, callId, act.at);
      return this.calls.known(tx, callId, act.at);
    });
  }
}
