import type { Tx } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { PlenaryRequestItem } from './plenary-request-item.entity.js';
import { PlenaryRequestSupport } from './plenary-request-support.entity.js';
import { PlenaryRequest } from './plenary-request.entity.js';

@Injectable()
export class PlenaryRequestsRepository {
  /** The request's row, locked until the end of the transaction; null: unknown. */
  lock(tx: Tx, id: string): Promise<PlenaryRequest | null> {
    return tx.findOne(PlenaryRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  byId(reader: EntityManager, id: string): Promise<PlenaryRequest | null> {
    return reader.findOneBy(PlenaryRequest, { id });
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<PlenaryRequest> {
    const request = await this.byId(reader, id);
    if (request === null) throw new RangeError(`No request ${id}`);
    return request;
  }

  /** A page's worth, the latest first, of those in these states. */
  list(
    reader: EntityManager,
    {
      states,
      after,
      limit,
    }: {
      readonly states: readonly PlenaryRequest['state'][];
      readonly after: readonly unknown[] | null;
      readonly limit: number;
    },
  ): Promise<PlenaryRequest[]> {
    const query = reader
      .createQueryBuilder(PlenaryRequest, 'request')
      .where('request.state IN (:...states)', { states: [...states] })
      .orderBy('request.madeAt', 'DESC')
      .addOrderBy('request.id', 'DESC')
      .limit(limit);
    if (after !== null) {
      query.andWhere('(request.madeAt, request.id) < (:madeAt::timestamptz, :id::uuid)', {
        madeAt: after[0],
        id: after[1],
      });
    }
    return query.getMany();
  }

  /** Whether the member made a request that is open still. */
  hasOpenRequest(reader: EntityManager, memberId: string): Promise<boolean> {
    return reader.existsBy(PlenaryRequest, { madeById: memberId, state: 'OPEN' });
  }

  /** Whether a meeting is planned for a request: its agenda is the request's. */
  isRequested(reader: EntityManager, meetingId: string): Promise<boolean> {
    return reader.existsBy(PlenaryRequest, { meetingId });
  }

  /** The requests for which these meetings are planned. */
  ofMeetings(reader: EntityManager, meetingIds: readonly string[]): Promise<PlenaryRequest[]> {
    return reader.findBy(PlenaryRequest, { meetingId: In([...meetingIds]) });
  }

  /** The points of these requests, each one's in order. */
  items(reader: EntityManager, requestIds: readonly string[]): Promise<PlenaryRequestItem[]> {
    return reader.find(PlenaryRequestItem, {
      where: { requestId: In([...requestIds]) },
      order: { requestId: 'ASC', position: 'ASC' },
    });
  }

  /** Who supports these requests, in the order in which they did. */
  supports(reader: EntityManager, requestIds: readonly string[]): Promise<PlenaryRequestSupport[]> {
    return reader.find(PlenaryRequestSupport, {
      where: { requestId: In([...requestIds]) },
      order: { supportedAt: 'ASC', memberId: 'ASC' },
    });
  }

  /** Writes a request, which whoever makes it supports. */
  async make(
    tx: Tx,
    request: Pick<PlenaryRequest, 'id' | 'reason' | 'madeById' | 'madeAt'>,
    items: readonly Omit<PlenaryRequestItem, 'requestId' | 'position'>[],
  ): Promise<void> {
    const { id: requestId, madeById, madeAt } = request;
    await tx.insert(PlenaryRequest, { ...request, state: 'OPEN', requiredOn: null, meetingId: null });
    await tx.insert(
      PlenaryRequestItem,
      items.map((item, index) => ({ ...item, requestId, position: index + 1 })),
    );
    await this.support(tx, { requestId, memberId: madeById, supportedAt: madeAt });
  }

  async support(tx: Tx, support: PlenaryRequestSupport): Promise<void> {
    await tx.insert(PlenaryRequestSupport, support);
  }

  /** Writes that the plenary is required from that day. */
  async require(tx: Tx, id: string, requiredOn: Day): Promise<void> {
    await tx.update(PlenaryRequest, { id }, { state: 'REQUIRED', requiredOn });
  }

  async withdraw(tx: Tx, id: string): Promise<void> {
    await tx.update(PlenaryRequest, { id }, { state: 'WITHDRAWN' });
  }

  async plan(tx: Tx, id: string, meetingId: string): Promise<void> {
    await tx.update(PlenaryRequest, { id }, { meetingId });
  }
}
