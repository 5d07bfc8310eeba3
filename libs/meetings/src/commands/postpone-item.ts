import { Ledger } from '@hemicycle/audit';
import { judge, postponeItem, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Deliberations, type PublishedItem } from '../deliberations.js';
import type { PostponeItemInput } from '../graphql/decisions.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { PostponementsRepository } from '../postponements.repository.js';
import { MEETING_THING } from '../things.js';

/** Leaves an item of the agenda to the next session, by whoever presides over it (charter PRESIDING). */
@Injectable()
export class PostponeItem {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly postponements: PostponementsRepository,
    private readonly deliberations: Deliberations,
  ) {}

  /** @param item null: the published agenda carries none such. */
  async verdict(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    item: PublishedItem | null,
  ): Promise<Violation[]> {
    return judge(postponeItem, {
      ...(await this.deliberations.facts(reader, act, meeting, item)),
      item: item === null ? null : { isElection: item.kind === 'ELECTION' },
    });
  }

  execute(act: Act, { meetingId, itemId, reason }: PostponeItemInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'postponeItem', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const item = await this.deliberations.item(tx, meetingId, itemId);
      const violations = await this.verdict(tx, act, meeting, item);
      if (violations.length > 0 || item === null) return new RuleRefusal(violations);
      await this.postponements.postpone(tx, {
        meetingId,
        itemId,
        reason: reason ?? null,
        postponedById: personId,
        postponedAt: act.at,
      });
      await this.deliberations.preside(tx, act, meeting, item);
      return meeting;
    });
  }
}
