import { randomUUID } from 'node:crypto';
import type { ApiContext } from '@hemicycle/graphql';
import { Clock, dayOf, FORUM_TIME_ZONE, preferredLanguage } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { Standing } from './standing.js';

/** The session's cookie. `Lax`, `HttpOnly`; over HTTPS it is named with the `__Host-` prefix. */
export const SESSION_COOKIE = 'hemicycle-session';

/** Turns a request into the act that its resolvers receive. */
@Injectable()
export class RequestContext {
  constructor(
    private readonly clock: Clock,
    private readonly standing: Standing,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  async of(request: Request): Promise<ApiContext> {
    const at = this.clock.now();
    const on = dayOf(at, this.zone);
    return {
      act: {
        actor: await this.standing.actorBehind(sessionToken(request), at, on),
        at,
        on,
        requestId: randomUUID(),
      },
      language: preferredLanguage(request.headers['accept-language']),
      loaders: new Map(),
      callerAddress: request.ip ?? '',
    };
  }
}

/** The token that a request carries: a program's bearer, else a browser's cookie. */
function sessionToken({ headers }: Request): string | null {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return bearer ?? parseCookie(headers.cookie ?? '')[SESSION_COOKIE] ?? null;
}
