import { Ledger } from '@hemicycle/audit';
import { closeCall, judge, type RulesOfProcedure, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import { type CallAtInstant, CallsRepository } from '../calls.repository.js';
import type { CloseCallInput } from '../graphql/calls.inputs.js';
import { CALL_FOR_APPLICATIONS } from '../things.js';

/** Closes a call ahead of its closing day: on that day it closes by itself. */
@Injectable()
export class CloseCall {
  constructor(
    private readonly ledger: Ledger,
    private readonly calls: CallsRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  verdict({ on }: Act, rules: RulesOfProcedure, call: CallAtInstant): Violation[] {
    return judge(closeCall, { on, rules, call });
  }

  execute(act: Act, { callId }: CloseCallInput): Promise<CallAtInstant | RuleRefusal> {
    return this.ledger.record(act, 'closeCall', async (tx) => {
      const call = await this.calls.lock(tx, callId, act.at);
      if (call === null) throw new NotFound(CALL_FOR_APPLICATIONS, callId);
      const { rules } = await this.procedure.editionOn(tx, act.on);
      const violations = this.verdict(act, rules, call);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.calls.close(tx, callId, act.at, act.on);
      return this.calls.known(tx, callId, act.at);
    });
  }
}
