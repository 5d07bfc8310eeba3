import {
  type CalledElection,
  type ElectedSeat,
  type RulesOfProcedure,
  type SeatFacts,
  seatsPutToTheVote,
} from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { Act, Day } from '@hemicycle/kernel';
import type { AgendaVersion } from '@hemicycle/meetings';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Election } from './election.entity.js';
import { ElectionsRepository } from './elections.repository.js';
import { nominationsOpening } from './nominations-opening.js';
import { Situations } from './situations.js';

/** Before the convocation, and, once it has left, while nobody can have voted yet. */
const isAhead = ({ state }: Election): boolean => state === 'DRAFT' || state === 'NOMINATIONS';

/** The plenary that elects, and the edition that judges the elections whose nominations open now. */
interface Electing {
  readonly meetingId: string;
  readonly plenaryOn: Day;
  readonly rules: RulesOfProcedure;
}

/** The elections that an agenda announces: their nominations open when it is published, with the convocation or since. */
@Injectable()
export class AnnouncedElections {
  constructor(
    private readonly elections: ElectionsRepository,
    private readonly procedure: ProcedureRepository,
    private readonly situations: Situations,
  ) {}

  /** The seats that the agenda about to be published puts to the vote, and the elections called for its meeting. */
  async facts(
    reader: EntityManager,
    act: Act,
    agenda: AgendaVersion | null,
    electing: Electing,
  ): Promise<{ readonly announced: readonly ElectedSeat[]; readonly called: readonly CalledElection[] }> {
    const called: CalledElection[] = [];
    for (const election of await this.elections.ofMeetings(reader, [electing.meetingId])) {
      if (!isAhead(election)) continue;
      const seats = await this.seatsAtStake(reader, act, election, electing);
      called.push({ ...seats, opens: election.state === 'DRAFT' });
    }
    return {
      announced: (agenda?.items ?? []).flatMap(({ office, college }) =>
        office === null || college === null ? [] : [{ office, college }],
      ),
      called,
    };
  }

  private seatsAtStake(
    reader: EntityManager,
    act: Act,
    election: Election,
    electing: Electing,
  ): Promise<SeatFacts> {
    return this.situations.seatsAtStake(reader, act, election, electing);
  }

  /** Opens the nominations of the elections called and not open yet. Their rows are locked by then. */
  async open(
    tx: Tx,
    act: Act,
    { meetingId, plenaryOn }: Pick<Electing, 'meetingId' | 'plenaryOn'>,
  ): Promise<void> {
    const edition = await this.procedure.editionOn(tx, act.on);
    for (const election of await this.elections.ofMeetings(tx, [meetingId])) {
      if (election.state !== 'DRAFT') continue;
      const electing = { meetingId, plenaryOn, rules: edition.rules };
      const seats = seatsPutToTheVote(await this.seatsAtStake(tx, act, election, electing));
      const { id, office } = election;
      await this.elections.change(tx, id, nominationsOpening({ office, seats }, edition, act));
    }
  }
}
