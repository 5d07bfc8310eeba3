import { Ledger } from '@hemicycle/audit';
import {
  assignSeats,
  judge,
  openSeats,
  proclaimResult,
  type SeatToFill,
  type Violation,
} from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { ComingsAndGoings, MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { type Situation, Situations } from '../situations.js';
import { TellResult } from '../tell-result.js';
import { ELECTION_THING } from '../things.js';

/** Proclaims those whom the counts elected, by the secretariat: their mandates begin that day (charter POLL, C3-TERM). */
@Injectable()
export class ProclaimResult {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly situations: Situations,
    private readonly comings: ComingsAndGoings,
    private readonly result: TellResult,
  ) {}

  async verdict(reader: EntityManager, act: Act, situation: Situation): Promise<Violation[]> {
    const { election, meeting, rounds } = situation;
    const opened = rounds[0]?.openedAt ?? null;
    return judge(proclaimResult, {
      ...(await this.situations.result(reader, situation, act)),
      ...(await this.situations.seatsAtStake(reader, act, election, situation)),
      openedAtPlenary: opened !== null && meeting.openedAt !== null && opened >= meeting.openedAt,
    });
  }

  execute(act: Act, { electionId }: { readonly electionId: string }): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'proclaimResult', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const { elected } = await this.situations.of(tx, act, election);
      // A membership that ends meanwhile waits: nobody is proclaimed to a seat already lost.
      for (const memberId of elected.map((one) => one.memberId).toSorted()) {
        await this.members.lock(tx, memberId);
      }
      const situation = await this.situations.of(tx, act, election);
      const violations = await this.verdict(tx, act, situation);
      if (violations.length > 0) return new RuleRefusal(violations);
      const names = await this.proclaim(tx, act, situation);
      const conclusion = {
        state: 'PROCLAIMED',
        concludedAt: act.at,
        concludedById: actingPerson(act),
      } as const;
      await this.comings.tell(tx);
      await this.elections.change(tx, electionId, conclusion);
      await this.result.send(tx, act, situation, { elected: names, failure: null });
      return { ...election, ...conclusion };
    });
  }

  /** Begins the mandates; gives the names proclaimed. */
  private async proclaim(tx: Tx, act: Act, situation: Situation): Promise<string[]> {
    const { election, rules } = situation;
    const { office, college } = election;
    const seats = await this.seatsToFill(tx, act, situation);
    const winners = await this.situations.winners(tx, situation, act);
    const memberIds = winners.map(({ memberId }) => memberId);
    for (const { memberId, seat } of assignSeats(memberIds, seats)) {
      const candidacyId = winners.find((winner) => winner.memberId === memberId)?.id ?? '';
      const mandateId = await this.mandates.begin(tx, {
        memberId,
        office,
        college,
        seat,
        proclaimedOn: act.on,
        electionId: election.id,
        rules,
      });
      await this.elections.proclaim(tx, {
        electionId: election.id,
        candidacyId,
        mandateId,
        proclaimedOn: act.on,
      });
    }
    await this.elections.lapse(tx, { meetingId: election.meetingId, memberIds, at: act.at });
    return winners.map(({ personName }) => personName);
  }

  private async seatsToFill(tx: Tx, act: Act, situation: Situation): Promise<SeatToFill[]> {
    const { election, rules } = situation;
    const { office, college } = election;
    const atStake = await this.situations.seatsAtStake(tx, act, election, situation);
    const seats: SeatToFill[] = [];
    for (const { number, holder } of openSeats(atStake)) {
      const seat = { office, college, seat: number };
      seats.push({
        number,
        heldBy: holder?.memberId ?? null,
        termUntilOn: await this.mandates.termOf(tx, seat, { proclaimedOn: act.on, rules }),
      });
    }
    return seats;
  }
}
