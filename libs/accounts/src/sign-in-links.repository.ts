import type { Tx } from '@hemicycle/database';
import { newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThan, MoreThan } from 'typeorm';
import { SignInLink } from './sign-in-link.entity.js';
import { SignInQuota } from './sign-in-quota.entity.js';
import { hashOfToken, newToken } from './tokens.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

@Injectable()
export class SignInLinksRepository {
  /** Makes a link good for some minutes; gives its token, which is kept nowhere. */
  async make(tx: Tx, personId: string, at: Date, minutes: number): Promise<string> {
    const token = newToken();
    await tx.insert(SignInLink, {
      id: newId(),
      tokenHash: hashOfToken(token),
      personId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + minutes * 60_000),
      usedAt: null,
    });
    return token;
  }

  /** Uses a link up and gives whose it was; null: unknown, over, or used by whoever came first. */
  async use(tx: Tx, token: string, at: Date): Promise<string | null> {
    // One statement: of simultaneous uses, the others wait for the first and then find the link used.
    const { raw } = await tx
      .createQueryBuilder()
      .update(SignInLink)
      .set({ usedAt: at })
      .where({ tokenHash: hashOfToken(token), usedAt: IsNull(), expiresAt: MoreThan(at) })
      .returning('person_id')
      .execute();
    const [used] = raw as { person_id: string }[];
    return used?.person_id ?? null;
  }

  /** Ends the links of a person that nobody used. */
  async endAll(tx: Tx, personId: string): Promise<void> {
    await tx.delete(SignInLink, { personId, usedAt: IsNull() });
  }

  /** Counts one more request in this hour and gives how many there were, all processes together. */
  async count(tx: Tx, askerHash: string, at: Date): Promise<number> {
    const fromAt = new Date(Math.floor(at.getTime() / HOUR) * HOUR);
    const rows: { asked: number }[] = await tx.query(
      `INSERT INTO sign_in_quota (asker_hash, from_at, asked) VALUES ($1, $2, 1)
       ON CONFLICT ON CONSTRAINT sign_in_quota_key DO UPDATE SET asked = sign_in_quota.asked + 1
       RETURNING asked`,
      [askerHash, fromAt],
    );
    return rows[0]?.asked ?? 1;
  }

  /** Forgets who asked, and the links that are over, a day later. */
  async forget(writer: EntityManager, at: Date): Promise<void> {
    const aDayAgo = new Date(at.getTime() - DAY);
    await writer.delete(SignInQuota, { fromAt: LessThan(aDayAgo) });
    await writer.delete(SignInLink, { expiresAt: LessThan(aDayAgo) });
  }
}
