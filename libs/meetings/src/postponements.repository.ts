import type { Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Postponement } from './postponement.entity.js';

@Injectable()
export class PostponementsRepository {
  /** What these meetings left to the next ones, in the order in which they did. */
  ofMeetings(reader: EntityManager, meetingIds: readonly string[]): Promise<Postponement[]> {
    return reader.find(Postponement, {
      where: { meetingId: In([...meetingIds]) },
      order: { postponedAt: 'ASC', itemId: 'ASC' },
    });
  }

  /** Whether the meeting left the item to the next one. */
  has(reader: EntityManager, meetingId: string, itemId: string): Promise<boolean> {
    return reader.existsBy(Postponement, { meetingId, itemId });
  }

  async postpone(tx: Tx, postponement: Postponement): Promise<void> {
    await tx.insert(Postponement, postponement);
  }
}
