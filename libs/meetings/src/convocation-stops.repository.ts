import type { Tx } from '@hemicycle/database';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { ConvocationStop } from './convocation-stop.entity.js';

/** A convocation that is stopped, and by whom. */
export interface StandingStop extends Pick<ConvocationStop, 'meetingId' | 'reason' | 'stoppedAt'> {
  readonly stoppedBy: NamedPerson;
}

@Injectable()
export class ConvocationStopsRepository {
  /** What is stopped of the convocations of these meetings. */
  standing(reader: EntityManager, meetingIds: readonly string[]): Promise<StandingStop[]> {
    return reader.query(
      `SELECT s.meeting_id AS "meetingId", s.reason, s.stopped_at AS "stoppedAt",
              json_build_object('id', p.id, 'name', p.name) AS "stoppedBy"
       FROM convocation_stop s JOIN person p ON p.id = s.stopped_by_id
       WHERE s.meeting_id = ANY ($1) AND s.ended_at IS NULL`,
      [meetingIds],
    );
  }

  /** Why the convocation of a meeting is stopped; null: it is not. */
  async reason(reader: EntityManager, meetingId: string): Promise<string | null> {
    return (await this.standing(reader, [meetingId]))[0]?.reason ?? null;
  }

  /** The meeting’s row is locked by then. */
  async stop(
    tx: Tx,
    stop: Pick<ConvocationStop, 'id' | 'meetingId' | 'reason' | 'stoppedById' | 'stoppedAt'>,
  ): Promise<void> {
    await tx.insert(ConvocationStop, stop);
  }

  /** The meeting’s row is locked by then. */
  async end(tx: Tx, meetingId: string, endedById: string, endedAt: Date): Promise<void> {
    await tx.update(ConvocationStop, { meetingId, endedAt: IsNull() }, { endedById, endedAt });
  }
}
