import { Ledger } from '@hemicycle/audit';
import { countVotes, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { sumOf } from '@hemicycle/tally';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { PollsRepository } from '../polls.repository.js';
import { resultOfRound } from '../round-result.js';
import { SealedCount } from '../sealed/sealed-count.js';
import { SealedPollsRepository } from '../sealed/sealed-polls.repository.js';
import { type Situation, Situations } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/** Counts the round that was closed, by the secretariat, once; of a sealed box, the sum that its trustees opened (charter CNIL-1-08, CNIL-1-09, METHOD, BLANK). */
@Injectable()
export class CountVotes {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly situations: Situations,
    private readonly sealed: SealedPollsRepository,
    private readonly boxes: SealedCount,
  ) {}

  async verdict(
    reader: EntityManager,
    { election: { state }, actorIsCandidate, lastPoll }: Situation,
  ): Promise<Violation[]> {
    const openers = lastPoll === null ? null : await this.sealed.openers(reader, [lastPoll.roundId]);
    return judge(countVotes, { state, actorIsCandidate, decryptions: openers?.length ?? null });
  }

  execute(act: Act, { electionId }: { readonly electionId: string }): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'countVotes', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const violations = await this.verdict(tx, situation);
      const { lastRound, lastPoll, rules } = situation;
      if (violations.length > 0 || lastRound === null) return new RuleRefusal(violations);
      const papers = await this.polls.ballotPapers(tx, [lastRound.id]);
      const candidates = papers.map(({ candidacyId }) => candidacyId);
      await this.elections.keepCount(tx, {
        roundId: lastRound.id,
        countedById: actingPerson(act),
        countedAt: act.at,
        result: resultOfRound(
          lastRound,
          lastPoll === null
            ? sumOf(await this.polls.ballotsThatCount(tx, lastRound.id), candidates, lastRound.seats)
            : await this.boxes.count(tx, lastRound.id, candidates),
          rules,
        ),
      });
      const change = { state: 'COUNTED' } as const;
      await this.elections.change(tx, electionId, change);
      return { ...election, ...change };
    });
  }
}
