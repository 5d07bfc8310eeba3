import { Ledger } from '@hemicycle/audit';
import { judge, redateFollowUp, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, addDays, type Day } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../decision.entity.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { FollowUpsRepository, type ListedFollowUp } from '../follow-ups.repository.js';
import type { RedateFollowUpInput } from '../graphql/follow-ups.inputs.js';
import { TellCharged } from '../tell-charged.js';
import { FOLLOW_UP_THING } from '../things.js';

/** Gives another day to what follows from a decision, with its reason; whoever is charged with it is told. */
@Injectable()
export class RedateFollowUp {
  constructor(
    private readonly ledger: Ledger,
    private readonly decisions: DecisionsRepository,
    private readonly followUps: FollowUpsRepository,
    private readonly charged: TellCharged,
  ) {}

  /** @param dueOn the day that it would get; null: some other one. */
  verdict(
    { state, takenOn }: Pick<Decision, 'state' | 'takenOn'>,
    { doneOn, withdrawnAt, dueOn: formerlyDueOn }: ListedFollowUp,
    dueOn: Day | null = null,
  ): Violation[] {
    const standing = { state, takenOn, recordedOn: doneOn, withdrawn: withdrawnAt !== null, formerlyDueOn };
    // Any day after the one that it has will do.
    return judge(redateFollowUp, { ...standing, dueOn: dueOn ?? addDays(formerlyDueOn, 1) });
  }

  execute(
    act: Act,
    { followUpId, dueOn, reason }: RedateFollowUpInput,
  ): Promise<ListedFollowUp | RuleRefusal> {
    return this.ledger.record(act, 'redateFollowUp', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const known = await this.followUps.byId(tx, followUpId);
      if (known === null) throw new NotFound(FOLLOW_UP_THING, followUpId);
      await this.decisions.lock(tx, known.decisionId);
      const decision = await this.decisions.known(tx, known.decisionId);
      const violations = this.verdict(decision, await this.followUps.known(tx, followUpId), dueOn);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.followUps.change(tx, {
        followUpId,
        dueOn,
        reason,
        recordedById: personId,
        recordedAt: act.at,
      });
      const followUp = await this.followUps.known(tx, followUpId);
      await this.charged.tell(tx, act, decision, followUp);
      return followUp;
    });
  }
}
