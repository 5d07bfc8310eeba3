import { Ledger } from '@hemicycle/audit';
import { judge, recordEvent, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { headsOf } from '../event-input.js';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { RecordEventInput } from '../graphql/events.inputs.js';
import { EVENT_THING } from '../things.js';

/** Records that an event was held, and how many of each college and of the public came. */
@Injectable()
export class RecordEvent {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventsRepository,
  ) {}

  verdict({ at }: Act, event: ForumEvent): Violation[] {
    return judge(recordEvent, { ...event, at });
  }

  execute(act: Act, input: RecordEventInput): Promise<ForumEvent | RuleRefusal> {
    const { eventId } = input;
    return this.ledger.record(act, 'recordEvent', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const event = await this.events.lock(tx, eventId);
      if (event === null) throw new NotFound(EVENT_THING, eventId);
      const violations = this.verdict(act, event);
      if (violations.length > 0) return new RuleRefusal(violations);
      const by = { reason: null, recordedById: personId, recordedAt: act.at };
      await this.events.count(tx, { eventId, ...headsOf(input), ...by });
      return this.events.change(tx, event, { state: 'HELD' }, act.at);
    });
  }
}
