import type { OpenedSession } from '@hemicycle/accounts';
import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

/** The session of a browser, and which requests of a browser may use it. */
export class SessionCookie {
  private readonly secure: boolean;
  private readonly origin: string;

  /** @param publicUrl where people reach the forum. */
  constructor(publicUrl: string) {
    const { protocol, origin } = new URL(publicUrl);
    this.secure = protocol === 'https:';
    this.origin = origin;
  }

  /** Over HTTPS the prefix makes browsers refuse a cookie that a neighbouring host or a page in clear would plant. */
  get name(): string {
    return this.secure ? '__Host-hemicycle-session' : 'hemicycle-session';
  }

  tokenIn({ headers }: Request): string | null {
    return parseCookie(headers.cookie ?? '')[this.name] ?? null;
  }

  give(response: Response, { token, expiresAt }: OpenedSession): void {
    response.cookie(this.name, token, { ...this.attributes, expires: expiresAt });
  }

  takeBack(response: Response): void {
    response.clearCookie(this.name, this.attributes);
  }

  private get attributes(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' };
  }

  /**
   * False when a browser says that another site's page sent the request: whatever cookie comes with it, the person
   * meant nothing by it. A request without these headers comes from no page, or from a browser that GraphQL's own
   * prevention (a content type that no form can send) must stop.
   */
  comesFromOurPages({ headers }: Request): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    return headers.origin === undefined || this.isOurs(headers.origin, headers.host);
  }

  /** As {@link comesFromOurPages}, and a browser must say so: what a form of ours sends always does. */
  isSentByOurPages(request: Request): boolean {
    const { origin, 'sec-fetch-site': site } = request.headers;
    return (origin !== undefined || site !== undefined) && this.comesFromOurPages(request);
  }

  private isOurs(origin: string, host: string | undefined): boolean {
    if (origin === this.origin) return true;
    // In clear there is only this machine, which has several names; over HTTPS a page in clear is not ours.
    return !this.secure && host !== undefined && origin === `http://${host}`;
  }
}
