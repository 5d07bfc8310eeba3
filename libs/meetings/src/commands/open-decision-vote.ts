import { Ledger } from '@hemicycle/audit';
import { judge, openDecisionVote, type RulesOfProcedure, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Decision } from '../decision.entity.js';
import { DecisionsRepository, type ListedDecision } from '../decisions.repository.js';
import type { OpenDecisionVoteInput } from '../graphql/decisions.inputs.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { RecusalsRepository } from '../recusals.repository.js';
import { type Assembly, Sessions } from '../sessions.js';
import { DECISION_THING } from '../things.js';

/**
 * Opens the recorded vote that the president ordered, by the secretariat: the quorum is tested and kept, and who holds
 * the vote of each seat is fixed, without those who declared an interest (charter QUORUM, ALTERNATE, RECUSAL).
 */
@Injectable()
export class OpenDecisionVote {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly recusals: RecusalsRepository,
    private readonly sessions: Sessions,
    private readonly procedure: ProcedureRepository,
  ) {}

  async verdict(reader: EntityManager, act: Act, decision: Decision): Promise<Violation[]> {
    return (await this.judged(reader, act, decision)).violations;
  }

  private async judged(
    reader: EntityManager,
    { on }: Act,
    { meetingId, itemId, state }: Decision,
  ): Promise<{
    readonly violations: Violation[];
    readonly assembly: Assembly;
    readonly majority: RulesOfProcedure['decisionMajority'];
  }> {
    const meeting = await this.meetings.known(reader, meetingId);
    const recused = await this.recusals.inItem(reader, meetingId, itemId);
    const assembly = await this.sessions.assembly(reader, meeting, [], recused);
    const { rules } = await this.procedure.editionOn(reader, on);
    const violations = judge(openDecisionVote, {
      state,
      meetingState: meeting.state,
      quorum: assembly.quorum,
      quorumRequired: !(await this.meetings.isConvenedAgain(reader, meetingId)),
      majority: rules.decisionMajority,
    });
    return { violations, assembly, majority: rules.decisionMajority };
  }

  execute(act: Act, { decisionId }: OpenDecisionVoteInput): Promise<ListedDecision | RuleRefusal> {
    return this.ledger.record(act, 'openDecisionVote', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const known = await this.decisions.byId(tx, decisionId);
      // The session's row first, as everywhere: it must not close, nor its attendance change, while the vote opens.
      if (known !== null) await this.meetings.lock(tx, known.meetingId);
      const decision = await this.decisions.lock(tx, decisionId);
      if (decision === null) throw new NotFound(DECISION_THING, decisionId);
      const { violations, assembly, majority } = await this.judged(tx, act, decision);
      if (violations.length > 0) return new RuleRefusal(violations);
      const quorumNumber = await this.meetings.keepQuorum(tx, decision.meetingId, act.at, assembly.quorum);
      await this.decisions.open(
        tx,
        decisionId,
        { majority, openedById: personId, openedAt: act.at, quorumNumber },
        assembly.voters,
      );
      return this.decisions.known(tx, decisionId);
    });
  }
}
