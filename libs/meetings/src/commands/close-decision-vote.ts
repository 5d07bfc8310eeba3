import { Ledger } from '@hemicycle/audit';
import { closeDecisionVote, judge, type Violation, voteResult } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../decision.entity.js';
import { DecisionsRepository, type ListedDecision } from '../decisions.repository.js';
import { Deliberations } from '../deliberations.js';
import type { CloseDecisionVoteInput } from '../graphql/decisions.inputs.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { DECISION_THING } from '../things.js';

/**
 * Closes a recorded vote, by the secretariat, with its result: every answer given counts, none comes after. What the charter
 * makes follow from an adopted decision takes effect at once (charter DECISION, TIE, RULES-ADOPTION, VACANCY).
 */
@Injectable()
export class CloseDecisionVote {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly deliberations: Deliberations,
  ) {}

  verdict({ state }: Decision): Violation[] {
    return judge(closeDecisionVote, { state });
  }

  execute(act: Act, { decisionId }: CloseDecisionVoteInput): Promise<ListedDecision | RuleRefusal> {
    return this.ledger.record(act, 'closeDecisionVote', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const known = await this.decisions.byId(tx, decisionId);
      if (known !== null) await this.meetings.lock(tx, known.meetingId);
      const decision = await this.decisions.lock(tx, decisionId);
      if (decision === null) throw new NotFound(DECISION_THING, decisionId);
      const violations = this.verdict(decision);
      const { majority } = decision;
      if (violations.length > 0 || majority === null) return new RuleRefusal(violations);
      const { adopted } = voteResult(await this.decisions.votes(tx, [decisionId]), majority);
      await this.decisions.close(tx, decisionId, {
        state: adopted ? 'ADOPTED' : 'REJECTED',
        closedById: personId,
        closedAt: act.at,
        takenOn: act.on,
      });
      if (adopted) await this.deliberations.takeEffect(tx, act, decision);
      return this.decisions.known(tx, decisionId);
    });
  }
}
