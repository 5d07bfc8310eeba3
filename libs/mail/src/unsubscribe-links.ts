import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { MAIL_SETTINGS, type MailSettings } from './mail-settings.js';
import { MAIL_TOPICS, type MailTopic } from './topics.js';

/** One topic, or all that may be declined. */
export type Declined = MailTopic | 'ALL';

/** Links that decline letters without signing in, for whoever received one (RFC 8058). They sign nobody in. */
@Injectable()
export class UnsubscribeLinks {
  constructor(@Inject(MAIL_SETTINGS) private readonly settings: MailSettings) {}

  /** The address that declines what a letter was about. */
  to(personId: string, declined: Declined): string {
    const token = `${declined}.${personId}.${this.signature(personId, declined)}`;
    return `${this.settings.publicUrl}/unsubscribe?token=${token}`;
  }

  /** Who declines what by a token; null: we did not make it. */
  read(token: string): { readonly personId: string; readonly topics: readonly MailTopic[] } | null {
    const [declined = '', personId = '', signature = ''] = token.split('.');
    const topics = declined === 'ALL' ? MAIL_TOPICS : MAIL_TOPICS.filter((topic) => topic === declined);
    if (topics.length === 0 || !isId(personId)) return null;
    const given = Buffer.from(signature);
    const right = Buffer.from(this.signature(personId, declined as Declined));
    return given.length === right.length && timingSafeEqual(given, right) ? { personId, topics } : null;
  }

  // What is signed for one use must never equal what is signed for another.
  private signature(personId: string, declined: Declined): string {
    return createHmac('sha256', this.settings.secretKey)
      .update(`unsubscribe\n${declined}\n${personId}`)
      .digest('base64url');
  }
}
