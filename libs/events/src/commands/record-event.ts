import { Ledger } from '@hemicycle/audit';
import { judge, recordEvent, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
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

  execute(
    act: Act,
    { eventId, governmentHeads, civilSocietyHeads, publicHeads }: RecordEventInput,
  ): Promise<ForumEvent | RuleRefusal> {
    return this.ledger.record(act, 'recordEvent', async (tx) => {
      const event = await this.events.lock(tx, eventId);
      if (event === null) throw new NotFound(EVENT_THING, eventId);
      const violations = this.verdict(act, event);
      if (violations.length > 0) return new RuleRefusal(violations);
      return this.events.change(tx, eventId, {
        state: 'HELD',
        governmentHeads,
        civilSocietyHeads,
        publicHeads,
      });
    });
  }
}
