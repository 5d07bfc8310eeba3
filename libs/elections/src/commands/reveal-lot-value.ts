import { Ledger } from '@hemicycle/audit';
import { judge, revealLotValue, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { commitmentOf } from '@hemicycle/tally';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { LotsRepository } from '../lots.repository.js';
import { scrutineerOf, type Situation, Situations, whatIsGiven } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/** Reveals a college's value of the lot, by its scrutineer, after the round closed (charter TIE). */
@Injectable()
export class RevealLotValue {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly lots: LotsRepository,
    private readonly situations: Situations,
  ) {}

  /** @param value null: before one is given, it is taken to be the one committed. */
  verdict(act: Act, situation: Situation, value: string | null): Violation[] {
    const { election, lastRound, lots } = situation;
    const college = scrutineerOf(situation, act);
    const committed = lots.commitments.find(
      (one) => one.roundId === lastRound?.id && one.college === college,
    );
    return judge(revealLotValue, {
      state: election.state,
      ...whatIsGiven(situation, act),
      roundClosed: lastRound !== null && lastRound.closedAt !== null,
      matches: value === null || committed?.commitment === commitmentOf(value),
    });
  }

  execute(
    act: Act,
    { electionId, value }: { readonly electionId: string; readonly value: string },
  ): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'revealLotValue', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const violations = this.verdict(act, situation, value);
      const college = scrutineerOf(situation, act);
      const { lastRound } = situation;
      if (violations.length > 0 || college === null || lastRound === null) return new RuleRefusal(violations);
      await this.lots.give(tx, {
        roundId: lastRound.id,
        college,
        value,
        rolled: false,
        givenById: actingPerson(act),
        givenAt: act.at,
      });
      return election;
    });
  }
}
