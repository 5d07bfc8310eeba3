import { Ledger } from '@hemicycle/audit';
import { callElection, judge, seatsPutToTheVote, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, type College, dayOf, FORUM_TIME_ZONE, newId } from '@hemicycle/kernel';
import type { Office } from '@hemicycle/mandates';
import { AgendasRepository, type AgendaVersion, type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { nominationsOpening } from '../nominations-opening.js';
import { actingPerson } from '../acting-person.js';
import { Situations } from '../situations.js';
import { MEETING_THING } from '../things.js';

interface Call {
  readonly office: Office;
  readonly college: College;
}

/**
 * Calls an election for a plenary (charter C3-COCHAIRS, C3-ELECTED-AT-PLENARY). Its nominations open when the agenda that
 * announces it is published, with the convocation or since; at once, when it is.
 */
@Injectable()
export class CallElection {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly procedure: ProcedureRepository,
    private readonly situations: Situations,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  async verdict(reader: EntityManager, act: Act, meeting: Meeting, seat: Call): Promise<Violation[]> {
    const plenaryOn = dayOf(meeting.startsAt, this.zone);
    const rival = await this.elections.underWay(reader, seat.office, seat.college);
    const rivalMeeting = rival === null ? null : await this.meetings.byId(reader, rival.meetingId);
    const { rules } = await this.procedure.editionOn(reader, act.on);
    return judge(callElection, {
      ...(await this.situations.seatsAtStake(reader, act, seat, { plenaryOn, rules })),
      rules,
      on: act.on,
      meeting: {
        isPlenary: meeting.body === 'PLENARY',
        state: meeting.state,
        announced: await this.announced(reader, meeting, seat),
      },
      underWayFor: rivalMeeting === null ? null : dayOf(rivalMeeting.startsAt, this.zone),
    });
  }

  /** Whether the published agenda carries the election; null: none is published, or a draft that may be carries it. */
  private async announced(
    reader: EntityManager,
    { id, state }: Meeting,
    seat: Call,
  ): Promise<boolean | null> {
    const published = await this.agendas.published(reader, id);
    if (published === null) return null;
    if (carries(published, seat)) return true;
    if (state !== 'CONVENED' || (await this.meetings.isConvenedAgain(reader, id))) return false;
    const latest = await this.agendas.latest(reader, id);
    return latest !== null && carries(latest, seat) ? null : false;
  }

  execute(
    act: Act,
    { meetingId, office, college }: Call & { readonly meetingId: string },
  ): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'callElection', async (tx) => {
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const violations = await this.verdict(tx, act, meeting, { office, college });
      if (violations.length > 0) return new RuleRefusal(violations);
      const edition = await this.procedure.editionOn(tx, act.on);
      const plenaryOn = dayOf(meeting.startsAt, this.zone);
      const atStake = await this.situations.seatsAtStake(
        tx,
        act,
        { office, college },
        { plenaryOn, rules: edition.rules },
      );
      const election: Election = {
        id: newId(),
        meetingId,
        office,
        college,
        calledById: actingPerson(act),
        calledAt: act.at,
        secrecyAskedAt: null,
        concludedAt: null,
        concludedById: null,
        cancelReason: null,
        failure: null,
        ...((await this.announced(tx, meeting, { office, college })) === null
          ? { state: 'DRAFT', editionNumber: null, method: null, seats: null, nominationsOpenedAt: null }
          : nominationsOpening({ office, seats: seatsPutToTheVote(atStake) }, edition, act)),
      };
      await this.elections.add(tx, election);
      return election;
    });
  }
}

const carries = ({ items }: AgendaVersion, seat: Call): boolean =>
  items.some(({ office, college }) => office === seat.office && college === seat.college);
