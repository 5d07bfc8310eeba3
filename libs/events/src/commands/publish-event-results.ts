import { Ledger } from '@hemicycle/audit';
import { judge, publishEventResults, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { PublishEventResultsInput } from '../graphql/events.inputs.js';
import { EVENT_THING } from '../things.js';

/** Publishes what came out of an event, or corrects it: what was said before stays in the tables. */
@Injectable()
export class PublishEventResults {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventsRepository,
  ) {}

  verdict({ at }: Act, event: ForumEvent): Violation[] {
    return judge(publishEventResults, { ...event, at });
  }

  execute(
    act: Act,
    { eventId, summaryFr, summaryEn, documents }: PublishEventResultsInput,
  ): Promise<ForumEvent | RuleRefusal> {
    return this.ledger.record(act, 'publishEventResults', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const event = await this.events.lock(tx, eventId);
      if (event === null) throw new NotFound(EVENT_THING, eventId);
      const violations = this.verdict(act, event);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.events.addResults(tx, {
        eventId,
        summaryFr,
        summaryEn: summaryEn ?? null,
        documentTitles: documents.map(({ title }) => title),
        documentLinks: documents.map(({ link }) => link),
        publishedById: personId,
        publishedAt: act.at,
      });
      return event;
    });
  }
}
