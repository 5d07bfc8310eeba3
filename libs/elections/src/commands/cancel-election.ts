import { Ledger } from '@hemicycle/audit';
import { cancelElection, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { SealedPollsRepository } from '../sealed/sealed-polls.repository.js';
import { type Situation, Situations } from '../situations.js';
import { TellResult } from '../tell-result.js';
import { ELECTION_THING } from '../things.js';

/** Cancels an election before it is counted, by the secretariat, with a reason that is published (charter POLL). */
@Injectable()
export class CancelElection {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly situations: Situations,
    private readonly sealed: SealedPollsRepository,
    private readonly result: TellResult,
  ) {}

  verdict({ election: { state }, actorIsCandidate }: Situation): Violation[] {
    return judge(cancelElection, { state, actorIsCandidate });
  }

  execute(
    act: Act,
    { electionId, reason }: { readonly electionId: string; readonly reason: string },
  ): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'cancelElection', async (tx) => {
      const election = await this.elections.lockWithBallots(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const violations = this.verdict(situation);
      if (violations.length > 0) return new RuleRefusal(violations);
      const conclusion = {
        state: 'CANCELLED',
        cancelReason: reason,
        concludedAt: act.at,
        concludedById: actingPerson(act),
      } as const;
      await this.elections.change(tx, electionId, conclusion);
      await this.sealed.destroyVoterKeys(tx, electionId);
      // Nobody was told of one whose nominations never opened.
      if (election.nominationsOpenedAt !== null) await this.result.cancelled(tx, act, situation, reason);
      return { ...election, ...conclusion };
    });
  }
}
