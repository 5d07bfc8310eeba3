import { Ledger } from '@hemicycle/audit';
import {
  conveneMeeting,
  judge,
  type RulesOfProcedure,
  type SeatFacts,
  seatsPutToTheVote,
  type Violation,
} from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import {
  AgendasRepository,
  type Calling,
  Convocations,
  type Meeting,
  MeetingsRepository,
} from '@hemicycle/meetings';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { nominationsOpening } from '../nominations-opening.js';
import { Situations } from '../situations.js';
import { MEETING_THING } from '../things.js';

/** Before the convocation, and, for a second one, while nobody can have voted yet. */
const isAhead = ({ state }: Election): boolean => state === 'DRAFT' || state === 'NOMINATIONS';

/**
 * Convenes a plenary, by the secretariat: the convocation leaves with the agenda, and the nominations of its elections
 * open (charter C3-CONVOCATION, C3-AGENDA, NOTICE, ELIGIBILITY).
 */
@Injectable()
export class ConveneMeeting {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly convocations: Convocations,
    private readonly procedure: ProcedureRepository,
    private readonly situations: Situations,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  async verdict(reader: EntityManager, act: Act, meeting: Meeting, calling: Calling): Promise<Violation[]> {
    const facts = await this.convocations.facts(reader, act, meeting, calling);
    const agenda = await this.agendas.toConveneOn(reader, meeting.id);
    const called = (await this.elections.ofMeetings(reader, [meeting.id])).filter(isAhead);
    const seats = [];
    for (const election of called) {
      seats.push(await this.seatsAtStake(reader, act, election, calling, facts.rules));
    }
    return judge(conveneMeeting, {
      ...facts,
      announced: (agenda?.items ?? []).flatMap(({ office, college }) =>
        office === null || college === null ? [] : [{ office, college }],
      ),
      called: seats,
    });
  }

  private seatsAtStake(
    reader: EntityManager,
    act: Act,
    election: Election,
    { startsAt }: Calling,
    rules: RulesOfProcedure,
  ): Promise<SeatFacts> {
    return this.situations.seatsAtStake(reader, act, election, {
      plenaryOn: dayOf(startsAt, this.zone),
      rules,
    });
  }

  execute(
    act: Act,
    input: {
      readonly meetingId: string;
      readonly startsAt?: Date | null;
      readonly urgencyReason?: string | null;
    },
  ): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'conveneMeeting', async (tx) => {
      const meeting = await this.meetings.lock(tx, input.meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, input.meetingId);
      const calling = {
        startsAt: input.startsAt ?? meeting.startsAt,
        urgencyReason: input.urgencyReason ?? null,
      };
      await this.elections.lockOfMeeting(tx, meeting.id);
      const violations = await this.verdict(tx, act, meeting, calling);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.convocations.send(tx, act, meeting, calling);
      const edition = await this.procedure.editionOn(tx, act.on);
      for (const election of await this.elections.ofMeetings(tx, [meeting.id])) {
        if (election.state !== 'DRAFT') continue;
        const seats = seatsPutToTheVote(await this.seatsAtStake(tx, act, election, calling, edition.rules));
        const { id, office } = election;
        await this.elections.change(tx, id, nominationsOpening({ office, seats }, edition, act));
      }
      return (await this.meetings.byId(tx, meeting.id)) ?? meeting;
    });
  }
}
