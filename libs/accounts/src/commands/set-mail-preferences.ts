import { Ledger } from '@hemicycle/audit';
import type { Act } from '@hemicycle/kernel';
import { type MailDelivery, MailPreferences, type MailTopic } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';
import { PeopleRepository } from '../people.repository.js';
import { personActing } from '../person-acting.js';

export interface Preference {
  readonly topic: MailTopic;
  readonly delivery: MailDelivery;
}

/** Chooses what one is written about, and how. Nobody declines what the charter has sent. */
@Injectable()
export class SetMailPreferences {
  constructor(
    private readonly ledger: Ledger,
    private readonly people: PeopleRepository,
    private readonly preferences: MailPreferences,
  ) {}

  /** Chooses for oneself. */
  async execute(act: Act, chosen: readonly Preference[]): Promise<void> {
    await this.choose(act, 'setMailPreferences', personActing(act), chosen);
  }

  /** Declines for whoever holds a link of ours (RFC 8058), signed in or not. */
  async decline(act: Act, personId: string, topics: readonly MailTopic[]): Promise<void> {
    const chosen = topics.map((topic) => ({ topic, delivery: 'NEVER' as const }));
    await this.choose(act, 'unsubscribe', personId, chosen);
  }

  private async choose(
    act: Act,
    command: string,
    personId: string,
    chosen: readonly Preference[],
  ): Promise<void> {
    await this.ledger.record(act, command, async (tx) => {
      const person = await this.people.byId(tx, personId);
      for (const { topic, delivery } of chosen) {
        await this.preferences.choose(tx, { personId, topic, delivery });
      }
      return person;
    });
  }
}
