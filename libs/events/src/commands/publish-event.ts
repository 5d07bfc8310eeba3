import { Ledger } from '@hemicycle/audit';
import { judge, publishEvent, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { PublishEventInput } from '../graphql/events.inputs.js';
import { EVENT_THING } from '../things.js';

/** Announces an event with its topics: from then on anybody may register. */
@Injectable()
export class PublishEvent {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventsRepository,
  ) {}

  verdict({ at }: Act, event: ForumEvent): Violation[] {
    return judge(publishEvent, { ...event, at });
  }

  execute(act: Act, { eventId }: PublishEventInput): Promise<ForumEvent | RuleRefusal> {
    return this.ledger.record(act, 'publishEvent', async (tx) => {
      const event = await this.events.lock(tx, eventId);
      if (event === null) throw new NotFound(EVENT_THING, eventId);
      const violations = this.verdict(act, event);
      if (violations.length > 0) return new RuleRefusal(violations);
      return this.events.change(tx, event, { state: 'PUBLISHED', publishedAt: act.at }, act.at);
    });
  }
}
