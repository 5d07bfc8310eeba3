import { Ledger } from '@hemicycle/audit';
import { judge, putToVote, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DecisionsRepository, type ListedDecision, wordingFingerprint } from '../decisions.repository.js';
import { Deliberations, type PublishedItem } from '../deliberations.js';
import type { PutToVoteInput } from '../graphql/decisions.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { MEETING_THING } from '../things.js';

/** Puts an item of the agenda to a recorded vote, by whoever presides over it: the secretariat may then open it. */
@Injectable()
export class PutToVote {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly deliberations: Deliberations,
  ) {}

  /** @param item null: the published agenda carries none such. */
  async verdict(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    item: PublishedItem | null,
  ): Promise<Violation[]> {
    return judge(putToVote, await this.deliberations.facts(reader, act, meeting, item));
  }

  execute(
    act: Act,
    { meetingId, itemId, wordingFr, wordingEn }: PutToVoteInput,
  ): Promise<ListedDecision | RuleRefusal> {
    return this.ledger.record(
      act,
      'putToVote',
      async (tx) => {
        const { personId } = act.actor;
        if (personId === null) throw new Unauthenticated();
        const meeting = await this.meetings.lock(tx, meetingId);
        if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
        const item = await this.deliberations.item(tx, meetingId, itemId);
        const violations = await this.verdict(tx, act, meeting, item);
        if (violations.length > 0 || item === null) return new RuleRefusal(violations);
        const { titleFr, titleEn } = item;
        const id = newId();
        await this.decisions.order(tx, {
          id,
          meetingId,
          agendaVersion: item.agendaVersion,
          itemId,
          titleFr,
          titleEn,
          wordingFr: wordingFr ?? titleFr,
          wordingEn: wordingEn ?? (wordingFr ? null : titleEn),
          orderedById: personId,
          orderedAt: act.at,
        });
        await this.deliberations.preside(tx, act, meeting, item);
        return this.decisions.known(tx, id);
      },
      wordingFingerprint,
    );
  }
}
