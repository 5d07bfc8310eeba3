import { ApiError, type ErrorCode } from '@hemicycle/graphql';
import { preferredLanguage } from '@hemicycle/kernel';
import { type ArgumentsHost, Catch, Inject, NotFoundException } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { shownError } from './errors.js';
import { markup, sendPage } from './pages/page.js';
import { IS_DEMONSTRATION } from './pages/sign-in.controller.js';
import { WORDS } from './pages/words.js';

const STATUS: Record<ErrorCode, number> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INTERNAL_SERVER_ERROR: 500,
};

/** What is thrown in a resolver goes on to GraphQL, which tells and logs it once; on a page it is told here. */
@Catch()
export class ThrownFilter extends BaseExceptionFilter {
  constructor(@Inject(IS_DEMONSTRATION) private readonly demonstration: boolean) {
    super();
  }

  override catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw thrown;
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (thrown instanceof NotFoundException) return this.nothingThere(http.getRequest<Request>(), response);
    if (!(thrown instanceof ApiError)) return super.catch(thrown, host);
    tell(response, thrown);
  }

  /** An address that leads nowhere: a page for people, an error for programs. */
  private nothingThere(request: Request, response: Response): void {
    if (request.accepts(['json', 'html']) !== 'html') {
      return tell(response, new ApiError('NOT_FOUND', WORDS.notFound));
    }
    const language = preferredLanguage(request.headers['accept-language']);
    sendPage(response, 404, {
      language,
      title: WORDS.notFoundTitle[language],
      body: markup`<p>${WORDS.notFound[language]} <a href="/">${WORDS.home[language]}</a></p>`,
      demonstration: this.demonstration,
    });
  }
}

function tell(response: Response, error: ApiError): void {
  response.status(STATUS[error.code]).json({ errors: [shownError(error.toJSON(), error)] });
}
