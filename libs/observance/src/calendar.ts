import type { Day } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ForumFactsRepository } from './forum-facts.repository.js';
import { type Observance, observanceOn } from './observance.js';

/** The calendar of what the charter makes due, read for any day. */
@Injectable()
export class Calendar {
  constructor(private readonly facts: ForumFactsRepository) {}

  /** What was due on a day, with what was known then; on a day to come, with what is known today. */
  async on(reader: EntityManager, on: Day): Promise<Observance> {
    return observanceOn(on, await this.facts.knownOn(reader, on));
  }
}
