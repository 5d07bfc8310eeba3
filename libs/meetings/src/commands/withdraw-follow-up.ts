import { Ledger } from '@hemicycle/audit';
import { judge, type Violation, withdrawFollowUp } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { DecisionsRepository } from '../decisions.repository.js';
import { FollowUpsRepository, type ListedFollowUp } from '../follow-ups.repository.js';
import type { WithdrawFollowUpInput } from '../graphql/follow-ups.inputs.js';
import { TellCharged } from '../tell-charged.js';
import { FOLLOW_UP_THING } from '../things.js';

/** Withdraws what was written down by mistake, or is to be done no more, with the reason; whoever was charged with it is told. */
@Injectable()
export class WithdrawFollowUp {
  constructor(
    private readonly ledger: Ledger,
    private readonly decisions: DecisionsRepository,
    private readonly followUps: FollowUpsRepository,
    private readonly charged: TellCharged,
  ) {}

  verdict({ doneOn, withdrawnAt }: ListedFollowUp): Violation[] {
    return judge(withdrawFollowUp, { recordedOn: doneOn, withdrawn: withdrawnAt !== null });
  }

  execute(act: Act, { followUpId, reason }: WithdrawFollowUpInput): Promise<ListedFollowUp | RuleRefusal> {
    return this.ledger.record(act, 'withdrawFollowUp', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const known = await this.followUps.byId(tx, followUpId);
      if (known === null) throw new NotFound(FOLLOW_UP_THING, followUpId);
      await this.decisions.lock(tx, known.decisionId);
      const violations = this.verdict(await this.followUps.known(tx, followUpId));
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.followUps.change(tx, {
        followUpId,
        dueOn: null,
        reason,
        recordedById: personId,
        recordedAt: act.at,
      });
      const followUp = await this.followUps.known(tx, followUpId);
      await this.charged.tell(tx, act, await this.decisions.known(tx, known.decisionId), followUp);
      return followUp;
    });
  }
}
