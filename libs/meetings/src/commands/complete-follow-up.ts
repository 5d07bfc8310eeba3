import { Ledger } from '@hemicycle/audit';
import { completeFollowUp, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act, Day } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { DecisionsRepository } from '../decisions.repository.js';
import { FollowUpsRepository, type ListedFollowUp } from '../follow-ups.repository.js';
import type { CompleteFollowUpInput } from '../graphql/follow-ups.inputs.js';
import { FOLLOW_UP_THING } from '../things.js';

/** Records that what followed from a decision was done. */
@Injectable()
export class CompleteFollowUp {
  constructor(
    private readonly ledger: Ledger,
    private readonly decisions: DecisionsRepository,
    private readonly followUps: FollowUpsRepository,
  ) {}

  /** @param doneOn the day on which it was done; the day of the act unless given. */
  verdict({ on }: Act, { doneOn: recordedOn, withdrawnAt }: ListedFollowUp, doneOn: Day = on): Violation[] {
    return judge(completeFollowUp, { on, doneOn, recordedOn, withdrawn: withdrawnAt !== null });
  }

  execute(
    act: Act,
    { followUpId, doneOn, note }: CompleteFollowUpInput,
  ): Promise<ListedFollowUp | RuleRefusal> {
    return this.ledger.record(act, 'completeFollowUp', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const known = await this.followUps.byId(tx, followUpId);
      if (known === null) throw new NotFound(FOLLOW_UP_THING, followUpId);
      // Its own row never changes, and is not locked: whoever completes it waits at its decision's.
      await this.decisions.lock(tx, known.decisionId);
      const violations = this.verdict(act, await this.followUps.known(tx, followUpId), doneOn);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.followUps.complete(tx, {
        followUpId,
        doneOn,
        note,
        recordedById: personId,
        recordedAt: act.at,
      });
      return this.followUps.known(tx, followUpId);
    });
  }
}
