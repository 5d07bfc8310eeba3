import { Ledger } from '@hemicycle/audit';
import { countVotes, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { sumOf } from '@hemicycle/tally';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { PollsRepository } from '../polls.repository.js';
import { resultOfRound } from '../round-result.js';
import { type Situation, Situations } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/** Counts the round that was closed, by the secretariat, once (charter CNIL-1-09, METHOD, BLANK). */
@Injectable()
export class CountVotes {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly situations: Situations,
  ) {}

  verdict({ election: { state }, actorIsCandidate }: Situation): Violation[] {
    return judge(countVotes, { state, actorIsCandidate });
  }

  execute(act: Act, { electionId }: { readonly electionId: string }): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'countVotes', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const violations = this.verdict(situation);
      const { lastRound, rules } = situation;
      if (violations.length > 0 || lastRound === null) return new RuleRefusal(violations);
      const papers = await this.polls.ballotPapers(tx, [lastRound.id]);
      await this.elections.keepCount(tx, {
        roundId: lastRound.id,
        countedById: actingPerson(act),
        countedAt: act.at,
        result: resultOfRound(
          lastRound,
          sumOf(
            await this.polls.ballotsThatCount(tx, lastRound.id),
            papers.map(({ candidacyId }) => candidacyId),
            lastRound.seats,
          ),
          rules,
        ),
      });
      const change = { state: 'COUNTED' } as const;
      await this.elections.change(tx, electionId, change);
      return { ...election, ...change };
    });
  }
}
