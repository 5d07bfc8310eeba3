import type { Tx } from '@hemicycle/database';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThan, MoreThan } from 'typeorm';
import { Session } from './session.entity.js';
import { hashOfToken, newToken } from './tokens.js';

/** How long a session lasts without being asked for anew. */
export const SESSION_DAYS = 30;
const DAY = 24 * 3_600_000;
/** How many sessions of a person are listed; whoever has more ends them all at once. */
const LISTED = 100;

export interface OpenedSession {
  readonly id: string;
  readonly personId: string;
  /** Kept nowhere: whoever has it is the person. */
  readonly token: string;
  readonly expiresAt: Date;
}

@Injectable()
export class SessionsRepository {
  /** Opens a session and gives its token, which is kept nowhere. */
  async open(tx: Tx, personId: string, at: Date): Promise<OpenedSession> {
    const id = newId();
    const token = newToken();
    const expiresAt = new Date(at.getTime() + SESSION_DAYS * DAY);
    await tx.insert(Session, {
      id,
      personId,
      tokenHash: hashOfToken(token),
      createdAt: at,
      expiresAt,
      revokedAt: null,
    });
    return { id, personId, token, expiresAt };
  }

  /** The session that a token opens at an instant; null when unknown, over or revoked. */
  async openedBy(reader: EntityManager, token: string, at: Date): Promise<Session | null> {
    const session = await reader.findOneBy(Session, { tokenHash: hashOfToken(token) });
    return session !== null && session.revokedAt === null && at < session.expiresAt ? session : null;
  }

  /** Whether the session of an act was opened so many minutes before it at most: the person was identified then. */
  async signedInWithin(
    reader: EntityManager,
    { actor: { sessionId }, at }: Pick<Act, 'actor' | 'at'>,
    minutes: number,
  ): Promise<boolean> {
    const session = sessionId === null ? null : await reader.findOneBy(Session, { id: sessionId });
    return session !== null && at.getTime() - session.createdAt.getTime() <= minutes * 60_000;
  }

  /** The open sessions of a person, the latest first. */
  openOf(reader: EntityManager, personId: string, at: Date): Promise<Session[]> {
    return reader.find(Session, {
      where: { personId, revokedAt: IsNull(), expiresAt: MoreThan(at) },
      order: { createdAt: 'DESC', id: 'ASC' },
      take: LISTED,
    });
  }

  /** Ends a session of a person; false when she has no such session. One that is over stays as it is. */
  async revoke(tx: Tx, { id, personId }: { id: string; personId: string }, at: Date): Promise<boolean> {
    await tx.update(Session, { id, personId, revokedAt: IsNull() }, { revokedAt: at });
    return tx.existsBy(Session, { id, personId });
  }

  /** Ends every open session of a person; gives how many there were. */
  async revokeAll(tx: Tx, personId: string, at: Date): Promise<number> {
    const { affected } = await tx.update(
      Session,
      { personId, revokedAt: IsNull(), expiresAt: MoreThan(at) },
      { revokedAt: at },
    );
    return affected ?? 0;
  }

  /** Forgets the sessions that ended more than a day ago. */
  async forget(writer: EntityManager, at: Date): Promise<void> {
    const aDayAgo = new Date(at.getTime() - DAY);
    await writer.delete(Session, [{ expiresAt: LessThan(aDayAgo) }, { revokedAt: LessThan(aDayAgo) }]);
  }
}
