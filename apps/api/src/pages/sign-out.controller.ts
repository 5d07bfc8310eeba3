import { RevokeSession } from '@hemicycle/accounts';
import { Controller, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestContext } from '../request-context.js';
import { SessionCookie } from '../session-cookie.js';
import { OurPagesOnly } from './sign-in.controller.js';

/** The way out: a form, so that the browser forgets its cookie and everything that it had read. */
@Controller('sign-out')
export class SignOutController {
  constructor(
    private readonly requests: RequestContext,
    private readonly revocation: RevokeSession,
    private readonly cookie: SessionCookie,
  ) {}

  /** Whoever left already is let go all the same. */
  @Post()
  @UseGuards(OurPagesOnly)
  async leave(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { act } = await this.requests.of(request);
    if (act.actor.sessionId !== null) await this.revocation.execute(act, 'signOut', act.actor.sessionId);
    this.cookie.takeBack(response);
    response.redirect(303, '/');
  }
}
