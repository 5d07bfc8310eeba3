import { Ledger } from '@hemicycle/audit';
import {
  judge,
  lastDayOfNominations,
  moveMeeting,
  type OpenNominations,
  type Violation,
} from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, type Day, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import {
  AgendasRepository,
  type Calling,
  type Meeting,
  MeetingsRepository,
  Moves,
} from '@hemicycle/meetings';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnnouncedElections } from '../announced-elections.js';
import { ElectionsRepository } from '../elections.repository.js';
import type { MoveMeetingInput } from '../graphql/elections.inputs.js';
import { Situations } from '../situations.js';
import { MEETING_THING } from '../things.js';

/** A month, in milliseconds: longer than any notice by default. */
const SOME_DAY = 30 * 24 * 3_600_000;

/**
 * Moves a meeting to another day, hour or place, with a reason: one that is planned by whoever may plan it; one that is convened by
 * whoever convenes it, its convocation being judged again for the new day. Its agenda, its keys, its nominations and its proxies stand
 * (charter NOTICE, C3-CONVOCATION).
 */
@Injectable()
export class MoveMeeting {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly announced: AnnouncedElections,
    private readonly situations: Situations,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly moves: Moves,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** @param calling null: to some time to come, that of the meeting where it is. */
  async verdict(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    calling: Calling | null,
  ): Promise<Violation[]> {
    const ahead = act.at < meeting.startsAt ? meeting.startsAt : new Date(act.at.getTime() + SOME_DAY);
    const facts = await this.moves.facts(
      reader,
      act,
      meeting,
      calling ?? { startsAt: ahead, urgencyReason: null },
    );
    const agenda = await this.agendas.published(reader, meeting.id);
    const { called } = await this.announced.facts(reader, act, agenda, {
      meetingId: meeting.id,
      plenaryOn: facts.meetingOn,
      rules: facts.rules,
    });
    return judge(moveMeeting, {
      ...facts,
      called,
      nominations: await this.openNominations(reader, act, meeting.id, facts.meetingOn),
    });
  }

  execute(act: Act, input: MoveMeetingInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record<Meeting>(act, 'moveMeeting', async (tx) => {
      if (act.actor.personId === null) throw new Unauthenticated();
      const { meetingId, startsAt, reason, basedOnMove } = input;
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      await this.elections.lockOfMeeting(tx, meetingId);
      await this.meetings.notMovedSince(tx, meetingId, basedOnMove);
      const calling = { startsAt, urgencyReason: input.urgencyReason ?? null };
      const violations = await this.verdict(tx, act, meeting, calling);
      if (violations.length > 0) return new RuleRefusal(violations);
      return this.moves.write(tx, act, meeting, {
        ...calling,
        place: input.place ?? null,
        onlineLink: input.onlineLink ?? null,
        reason,
        nominationsUntilOn: await this.nominationsUntil(tx, act, meetingId, dayOf(startsAt, this.zone)),
      });
    });
  }

  /** The first day on which nominations close for the new day; null: none is open by then, or they close in session. */
  private async nominationsUntil(
    reader: EntityManager,
    act: Act,
    meetingId: string,
    meetingOn: Day,
  ): Promise<Day | null> {
    const open = await this.openNominations(reader, act, meetingId, meetingOn);
    const days = open.flatMap(({ newLastOn }) =>
      newLastOn === null || newLastOn < act.on ? [] : [newLastOn],
    );
    return days.toSorted()[0] ?? null;
  }

  /** Each by the edition that judges it, for the day that stands and for the new one. */
  private async openNominations(
    reader: EntityManager,
    act: Act,
    meetingId: string,
    meetingOn: Day,
  ): Promise<OpenNominations[]> {
    const open: OpenNominations[] = [];
    for (const election of await this.elections.ofMeetings(reader, [meetingId])) {
      if (election.state !== 'NOMINATIONS') continue;
      const { rules, plenaryOn } = await this.situations.of(reader, act, election);
      open.push({
        seat: election,
        lastOn: lastDayOfNominations(rules, plenaryOn),
        newLastOn: lastDayOfNominations(rules, meetingOn),
      });
    }
    return open;
  }
}
