import { Ledger } from '@hemicycle/audit';
import { Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { termsOf, timesOf } from '../event-input.js';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { DraftEventInput } from '../graphql/events.inputs.js';

/** Prepares an event: nobody but the secretariat sees it until it is published. */
@Injectable()
export class DraftEvent {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventsRepository,
  ) {}

  execute(act: Act, input: DraftEventInput): Promise<ForumEvent> {
    return this.ledger.record(act, 'draftEvent', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const id = newId();
      const event = {
        id,
        state: 'DRAFT' as const,
        ...termsOf(input),
        ...timesOf(input, act.at),
        publishedAt: null,
        cancelReason: null,
        draftedById: personId,
      };
      await this.events.draft(tx, event, act.at);
      return this.events.known(tx, id);
    });
  }
}
