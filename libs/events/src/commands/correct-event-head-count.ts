import { Ledger } from '@hemicycle/audit';
import { correctEventHeadCount, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { headsOf } from '../event-input.js';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { CorrectEventHeadCountInput } from '../graphql/events.inputs.js';
import { EVENT_THING } from '../things.js';

/** Corrects how many came to an event, with a reason; what was counted before stays. */
@Injectable()
export class CorrectEventHeadCount {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventsRepository,
  ) {}

  verdict({ at }: Act, event: ForumEvent): Violation[] {
    return judge(correctEventHeadCount, { ...event, at });
  }

  execute(act: Act, input: CorrectEventHeadCountInput): Promise<ForumEvent | RuleRefusal> {
    const { eventId, reason } = input;
    return this.ledger.record(act, 'correctEventHeadCount', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const event = await this.events.lock(tx, eventId);
      if (event === null) throw new NotFound(EVENT_THING, eventId);
      const violations = this.verdict(act, event);
      if (violations.length > 0) return new RuleRefusal(violations);
      const by = { reason, recordedById: personId, recordedAt: act.at };
      await this.events.count(tx, { eventId, ...headsOf(input), ...by });
      return event;
    });
  }
}
