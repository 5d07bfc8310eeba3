import { Ledger } from '@hemicycle/audit';
import { draftMinutes, judge, type Violation } from '@hemicycle/charter';
import { Forbidden, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, type Language, newId } from '@hemicycle/kernel';
import { type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Happenings } from '../happenings.js';
import { MinutesReaders } from '../minutes-readers.js';
import type { Minutes } from '../minutes.entity.js';
import { MinutesRepository } from '../minutes.repository.js';
import { textsOf } from '../section-texts.js';
import { MEETING_THING } from '../things.js';

/** Drafts the minutes of a meeting from what happened there, by the secretariat, or a working group’s by a facilitator (charter MINUTES-AFTER-MEETING, MINUTES). */
@Injectable()
export class DraftMinutes {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly minutes: MinutesRepository,
    private readonly happenings: Happenings,
    private readonly readers: MinutesReaders,
  ) {}

  async verdict(reader: EntityManager, { id, state }: Meeting): Promise<Violation[]> {
    const drafted = await this.minutes.ofMeetings(reader, [id]);
    return judge(draftMinutes, { meetingState: state, drafted: drafted.length > 0 });
  }

  execute(
    act: Act,
    { meetingId, language }: { readonly meetingId: string; readonly language: Language },
  ): Promise<Minutes | RuleRefusal> {
    return this.ledger.record(act, 'draftMinutes', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      if (!(await this.readers.writes(tx, act, meetingId))) throw new Forbidden();
      const violations = await this.verdict(tx, meeting);
      if (violations.length > 0) return new RuleRefusal(violations);
      const id = newId();
      const facts = await this.happenings.of(tx, act, meeting);
      await this.minutes.add(tx, { id, meetingId, language, draftedById: personId, draftedAt: act.at });
      await this.minutes.write(tx, {
        minutesId: id,
        number: 1,
        facts,
        texts: textsOf([], facts, language, ''),
        writtenById: personId,
        writtenAt: act.at,
      });
      return this.minutes.known(tx, id);
    });
  }
}
