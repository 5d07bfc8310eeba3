import type { Tx } from '@hemicycle/database';
import { newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Session } from './session.entity.js';
import { hashOfToken, newToken } from './tokens.js';

/** How long a session lasts without being asked for anew. */
export const SESSION_DAYS = 30;

@Injectable()
export class SessionsRepository {
  /** Opens a session and gives its token, which is kept nowhere. */
  async open(tx: Tx, personId: string, at: Date): Promise<{ id: string; token: string }> {
    const id = newId();
    const token = newToken();
    await tx.insert(Session, {
      id,
      personId,
      tokenHash: hashOfToken(token),
      createdAt: at,
      expiresAt: new Date(at.getTime() + SESSION_DAYS * 24 * 3_600_000),
      revokedAt: null,
    });
    return { id, token };
  }

  /** The session that a token opens at an instant; null when unknown, over or revoked. */
  async openedBy(reader: EntityManager, token: string, at: Date): Promise<Session | null> {
    const session = await reader.findOneBy(Session, { tokenHash: hashOfToken(token) });
    return session !== null && session.revokedAt === null && at < session.expiresAt ? session : null;
  }
}
