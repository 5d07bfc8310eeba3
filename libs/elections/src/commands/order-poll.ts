import { Ledger } from '@hemicycle/audit';
import { judge, orderPoll, type Violation } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { AgendasRepository, MeetingsRepository, Sessions } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { type Situation, Situations } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/**
 * Orders the next round, by whoever presides over the item (charter POLL, PRESIDING): the secretariat may then open it.
 * The first order takes the item up: nominations are closed.
 */
@Injectable()
export class OrderPoll {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly sessions: Sessions,
    private readonly situations: Situations,
  ) {}

  async verdict(reader: EntityManager, act: Act, situation: Situation): Promise<Violation[]> {
    return judge(orderPoll, {
      ...(await this.situations.nextRound(reader, situation, act)),
      ...(await this.situations.president(reader, situation, act)),
    });
  }

  /** A round ordered in session is presided over; later ones may be ordered once it is closed. */
  private async preside(tx: Tx, act: Act, situation: Situation): Promise<void> {
    const { meeting, election } = situation;
    if (meeting.state !== 'IN_SESSION') return;
    const { memberId } = await this.situations.president(tx, situation, act);
    const agenda = await this.agendas.published(tx, meeting.id);
    const item = agenda?.items.find(
      ({ kind, office, college }) =>
        kind === 'ELECTION' && office === election.office && college === election.college,
    );
    await this.sessions.preside(tx, act, meeting.id, memberId, item?.itemId ?? null);
  }

  execute(act: Act, { electionId }: { readonly electionId: string }): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'orderPoll', async (tx) => {
      const known = await this.elections.byId(tx, electionId);
      // The session's row first, as everywhere: it must not close while its poll is ordered.
      if (known !== null) await this.meetings.lock(tx, known.meetingId);
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const violations = await this.verdict(tx, act, situation);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.elections.order(tx, {
        id: newId(),
        electionId,
        number: (situation.lastRound?.number ?? 0) + 1,
        ...situation.next,
        orderedById: actingPerson(act),
        orderedAt: act.at,
      });
      await this.preside(tx, act, situation);
      return election;
    });
  }
}
