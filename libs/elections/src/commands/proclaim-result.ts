import { Ledger } from '@hemicycle/audit';
import { judge, proclaimResult, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { type Situation, Situations, winnerOf } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/** Proclaims whoever the count elected, by the secretariat: her mandate begins that day (charter POLL, C3-TERM). */
@Injectable()
export class ProclaimResult {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly situations: Situations,
  ) {}

  async verdict(reader: EntityManager, act: Act, situation: Situation): Promise<Violation[]> {
    const { election, meeting, plenaryOn, rounds } = situation;
    const opened = rounds[0]?.openedAt ?? null;
    return judge(proclaimResult, {
      ...(await this.situations.result(reader, situation, act)),
      ...(await this.situations.seatAtStake(reader, act, election, plenaryOn)),
      openedAtPlenary: opened !== null && meeting.openedAt !== null && opened >= meeting.openedAt,
    });
  }

  execute(act: Act, { electionId }: { readonly electionId: string }): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'proclaimResult', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const winner = winnerOf(await this.situations.of(tx, act, election));
      // A membership that ends meanwhile waits: nobody is proclaimed to a seat already lost.
      if (winner !== null) await this.members.lock(tx, winner.memberId);
      const situation = await this.situations.of(tx, act, election);
      const violations = await this.verdict(tx, act, situation);
      if (violations.length > 0 || winner === null) return new RuleRefusal(violations);
      const mandateId = await this.mandates.begin(tx, {
        memberId: winner.memberId,
        college: election.college,
        proclaimedOn: act.on,
        electionId,
        rules: situation.rules,
      });
      await this.elections.proclaim(tx, {
        electionId,
        candidacyId: winner.id,
        mandateId,
        proclaimedOn: act.on,
      });
      const conclusion = {
        state: 'PROCLAIMED',
        concludedAt: act.at,
        concludedById: actingPerson(act),
      } as const;
      await this.elections.change(tx, electionId, conclusion);
      return { ...election, ...conclusion };
    });
  }
}
