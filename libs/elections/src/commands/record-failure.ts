import { Ledger } from '@hemicycle/audit';
import { failureOf, judge, recordFailure, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { type Situation, Situations } from '../situations.js';
import { TellResult } from '../tell-result.js';
import { ELECTION_THING } from '../things.js';

/** Records that an election failed, by the secretariat: it lets the plenary close, and may be called again (POLL). */
@Injectable()
export class RecordFailure {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly situations: Situations,
    private readonly result: TellResult,
  ) {}

  async verdict(reader: EntityManager, act: Act, situation: Situation): Promise<Violation[]> {
    return judge(recordFailure, await this.situations.result(reader, situation, act));
  }

  execute(act: Act, { electionId }: { readonly electionId: string }): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'recordFailure', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const facts = await this.situations.result(tx, situation, act);
      const violations = judge(recordFailure, facts);
      if (violations.length > 0) return new RuleRefusal(violations);
      const failure = failureOf(facts);
      const conclusion = {
        state: 'FAILED',
        failure,
        concludedAt: act.at,
        concludedById: actingPerson(act),
      } as const;
      await this.elections.change(tx, electionId, conclusion);
      await this.result.send(tx, act, situation, { elected: [], failure });
      return { ...election, ...conclusion };
    });
  }
}
