import type { SecondKey } from '@hemicycle/charter';
import type { Day } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MeetingsRepository } from './meetings.repository.js';

/** Who holds the second key of a plenary's agenda (charter C3-AGENDA, RULES-ADOPTION). */
@Injectable()
export class SecondKeys {
  constructor(
    private readonly mandates: MandatesRepository,
    private readonly meetings: MeetingsRepository,
  ) {}

  /**
   * The founding group, until somebody was proclaimed or the first plenary was held, even if it elected nobody; then
   * the committee.
   */
  async holderOn(reader: EntityManager, on: Day): Promise<SecondKey> {
    const committee =
      (await this.mandates.committeeExists(reader, on)) || (await this.meetings.anyHeld(reader, 'PLENARY'));
    return committee ? 'COMMITTEE' : 'FOUNDING_GROUP';
  }
}
