import { ApiError, type ErrorCode } from '@hemicycle/graphql';
import { type ArgumentsHost, Catch, NotFoundException } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { apiErrorIn, shownError } from './errors.js';
import { ApplicationPage } from './pages/application-page.js';
import { TooManyRequests } from './request-rate.js';
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
  constructor(private readonly application: ApplicationPage) {
    super();
  }

  override catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw thrown;
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (thrown instanceof NotFoundException) {
      this.nothingThere(http.getRequest<Request>(), response).catch((failure: unknown) =>
        super.catch(failure, host),
      );
      return;
    }
    const error = apiErrorIn(thrown);
    if (error === null) return super.catch(thrown, host);
    tell(response, error);
  }

  /** An address that leads nowhere: a page for people, an error for programs. */
  private async nothingThere(request: Request, response: Response): Promise<void> {
    if (request.accepts(['json', 'html']) === 'html') return this.application.show(404, request, response);
    tell(response, new ApiError('NOT_FOUND', WORDS.notFound));
  }
}

function tell(response: Response, error: ApiError): void {
  const tooMany = error instanceof TooManyRequests;
  if (tooMany) response.set('Retry-After', String(error.retryAfter));
  response.status(tooMany ? 429 : STATUS[error.code]).json({ errors: [shownError(error.toJSON(), error)] });
}
