import { Ledger } from '@hemicycle/audit';
import { commitLotValue, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { LotsRepository } from '../lots.repository.js';
import { scrutineerOf, type Situation, Situations, whatIsGiven } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/** Commits a college's value of the lot by its hash, by its scrutineer, before the round opens (charter TIE). */
@Injectable()
export class CommitLotValue {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly lots: LotsRepository,
    private readonly situations: Situations,
  ) {}

  verdict(act: Act, situation: Situation): Violation[] {
    const { election, lastRound } = situation;
    return judge(commitLotValue, {
      state: election.state,
      ...whatIsGiven(situation, act),
      roundWaits: lastRound !== null && lastRound.openedAt === null,
    });
  }

  execute(
    act: Act,
    { electionId, commitment }: { readonly electionId: string; readonly commitment: string },
  ): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'commitLotValue', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const violations = this.verdict(act, situation);
      const college = scrutineerOf(situation, act);
      const { lastRound } = situation;
      if (violations.length > 0 || college === null || lastRound === null) return new RuleRefusal(violations);
      const committedById = actingPerson(act);
      await this.lots.commit(tx, {
        roundId: lastRound.id,
        college,
        commitment,
        committedById,
        committedAt: act.at,
      });
      return election;
    });
  }
}
