import { Ledger } from '@hemicycle/audit';
import { drawLot, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, COLLEGES, type College } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { LotsRepository } from '../lots.repository.js';
import { countedRound, type Situation, Situations } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/** Values rolled with dice in session, by college; absent where the scrutineer revealed hers. */
export type Dice = Partial<Readonly<Record<College, string>>>;

/** Draws lots between those whom a last round left tied, by the secretariat (charter TIE). */
@Injectable()
export class DrawLot {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly lots: LotsRepository,
    private readonly situations: Situations,
  ) {}

  verdict(situation: Situation, dice: Dice): Violation[] {
    const { election, meeting, actorIsCandidate, lots, lastRound } = situation;
    const value = (college: College) => ({
      revealed: lots.values.some((one) => one.roundId === lastRound?.id && one.college === college),
      rolled: dice[college] !== undefined,
    });
    return judge(drawLot, {
      state: election.state,
      actorIsCandidate,
      lastCount: countedRound(situation),
      plenaryInSession: meeting.state === 'IN_SESSION',
      values: { GOVERNMENT: value('GOVERNMENT'), CIVIL_SOCIETY: value('CIVIL_SOCIETY') },
    });
  }

  execute(
    act: Act,
    { electionId, dice }: { readonly electionId: string; readonly dice: Dice },
  ): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'drawLot', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const violations = this.verdict(situation, dice);
      const { lastRound } = situation;
      if (violations.length > 0 || lastRound === null) return new RuleRefusal(violations);
      const by = actingPerson(act);
      for (const college of COLLEGES) {
        const value = dice[college];
        if (value === undefined) continue;
        await this.lots.give(tx, {
          roundId: lastRound.id,
          college,
          value,
          rolled: true,
          givenById: by,
          givenAt: act.at,
        });
      }
      await this.lots.draw(tx, { roundId: lastRound.id, drawnById: by, drawnAt: act.at });
      return election;
    });
  }
}
