import type { Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Proxy, type ProxyEnding } from './proxy.entity.js';

@Injectable()
export class ProxiesRepository {
  /** The proxies that stand for a meeting. */
  standing(reader: EntityManager, meetingId: string): Promise<Proxy[]> {
    return reader.findBy(Proxy, { meetingId, endedAt: IsNull() });
  }

  /** Every proxy given for these meetings, those that ended included, in the order of giving. */
  ofMeetings(reader: EntityManager, meetingIds: readonly string[]): Promise<Proxy[]> {
    return reader.find(Proxy, {
      where: { meetingId: In(meetingIds) },
      order: { givenAt: 'ASC', id: 'ASC' },
    });
  }

  async give(tx: Tx, proxy: Omit<Proxy, 'endedAt' | 'ending'>): Promise<void> {
    await tx.insert(Proxy, proxy);
  }

  /** Ends the proxies that these members gave for a meeting and that still stand. */
  async end(
    tx: Tx,
    meetingId: string,
    giverIds: readonly string[],
    { at, ending }: { readonly at: Date; readonly ending: ProxyEnding },
  ): Promise<void> {
    await tx.update(Proxy, { meetingId, giverId: In(giverIds), endedAt: IsNull() }, { endedAt: at, ending });
  }
}
