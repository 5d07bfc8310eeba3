import { Ledger } from '@hemicycle/audit';
import { askForSecrecy, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { type Situation, Situations } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/** One elector asks that the election be secret: from then on votes are not taken by name (charter SECRECY). */
@Injectable()
export class AskForSecrecy {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly situations: Situations,
  ) {}

  async verdict(reader: EntityManager, act: Act, situation: Situation): Promise<Violation[]> {
    const holders = await this.situations.holders(reader, act, situation);
    return judge(askForSecrecy, {
      state: situation.election.state,
      isElector: holders.some(({ personId }) => personId === act.actor.personId),
      alreadySecret: situation.election.secrecyAskedAt !== null,
    });
  }

  execute(act: Act, { electionId }: { readonly electionId: string }): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'askForSecrecy', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const violations = await this.verdict(tx, act, await this.situations.of(tx, act, election));
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.elections.change(tx, electionId, { secrecyAskedAt: act.at });
      return { ...election, secrecyAskedAt: act.at };
    });
  }
}
