import { type ApiContext, SignedOutSince } from '@hemicycle/graphql';
import { Clock, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { requestUnderWay } from './request-under-way.js';
import { SessionCookie } from './session-cookie.js';
import { Standing } from './standing.js';

/** Turns a request into the act that its resolvers receive. */
@Injectable()
export class RequestContext {
  constructor(
    private readonly clock: Clock,
    private readonly standing: Standing,
    private readonly cookie: SessionCookie,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /**
   * @throws SignedOutSince when the header `Read-As` names another person than the one signed in, or nobody is: what
   *   somebody wrote in her page is neither lost to a page of the public nor done in another’s name.
   */
  async of(request: Request): Promise<ApiContext> {
    const under = requestUnderWay();
    if (under === null) throw new Error('A request came in past its own beginning.');
    const at = this.clock.now();
    const on = dayOf(at, this.zone);
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
    const actor = await this.standing.actorBehind(bearer ?? this.cookieOf(request), at, on);
    const reader = request.headers['read-as'];
    if (reader !== undefined && reader !== actor.personId) throw new SignedOutSince();
    return {
      act: {
        actor,
        at,
        on,
        requestId: under.id,
      },
      language: under.language,
      loaders: new Map(),
      callerAddress: request.ip ?? '',
      inAddress: request.method === 'GET',
      file: null,
      forgetSession: () => {
        if (bearer === null && request.res !== undefined) this.cookie.takeBack(request.res);
      },
    };
  }

  /** The token of a browser, if one of our pages sent the request. */
  private cookieOf(request: Request): string | null {
    return this.cookie.comesFromOurPages(request) ? this.cookie.tokenIn(request) : null;
  }
}
