import { Ledger } from '@hemicycle/audit';
import { judge, openCall, type RulesOfProcedure, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, endOfDay, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import { type CallAtInstant, CallsRepository } from '../calls.repository.js';
import type { OpenCallInput } from '../graphql/calls.inputs.js';
import { CALL_FOR_APPLICATIONS } from '../things.js';

/** Opens a call, at once: it takes applications until the end of its closing day in the forum's time zone. */
@Injectable()
export class OpenCall {
  constructor(
    private readonly ledger: Ledger,
    private readonly calls: CallsRepository,
    private readonly procedure: ProcedureRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  verdict({ on }: Act, rules: RulesOfProcedure, call: CallAtInstant): Violation[] {
    return judge(openCall, { on, rules, call });
  }

  execute(act: Act, { callId }: OpenCallInput): Promise<CallAtInstant | RuleRefusal> {
    return this.ledger.record(act, 'openCall', async (tx) => {
      const call = await this.calls.lock(tx, callId, act.at);
      if (call === null) throw new NotFound(CALL_FOR_APPLICATIONS, callId);
      const { rules } = await this.procedure.editionOn(tx, act.on);
      const violations = this.verdict(act, rules, call);
      if (violations.length > 0) return new RuleRefusal(violations);
      const closesAt = endOfDay(call.closesOn, this.zone);
      await this.calls.open(tx, callId, { at: act.at, on: act.on, closesAt });
      return this.calls.known(tx, callId, act.at);
    });
  }
}
