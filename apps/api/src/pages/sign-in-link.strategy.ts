import { LinkNotValid, type OpenedSession, SignIn } from '@hemicycle/accounts';
import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';
import { RequestContext } from '../request-context.js';

const NAME = 'sign-in-link';

/** The Passport strategy of the forum: who has the link of a letter is the person to whom it was sent. */
@Injectable()
export class SignInLinkStrategy extends PassportStrategy(Strategy, NAME) {
  constructor(
    private readonly requests: RequestContext,
    private readonly entry: SignIn,
  ) {
    super();
  }

  /** The session that the link of the form opens; false when it opens none. */
  async validate(request: Request): Promise<OpenedSession | false> {
    const { token } = (request.body ?? {}) as { token?: unknown };
    if (typeof token !== 'string') return false;
    const { act } = await this.requests.of(request);
    try {
      return await this.entry.execute(act, token);
    } catch (error) {
      if (error instanceof LinkNotValid) return false;
      throw error;
    }
  }
}

/** Lets the request pass either way: the page says that a link is not valid. */
@Injectable()
export class SignInLinkGuard extends AuthGuard(NAME) {
  override handleRequest<User>(error: unknown, session: User | false): User {
    if (error) throw error;
    return (session || null) as User;
  }
}
