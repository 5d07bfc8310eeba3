import { ApiError, type ErrorCode } from '@hemicycle/graphql';
import { type ArgumentsHost, Catch } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import type { Response } from 'express';
import { shownError } from './errors.js';

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
  override catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw thrown;
    if (!(thrown instanceof ApiError)) return super.catch(thrown, host);
    host
      .switchToHttp()
      .getResponse<Response>()
      .status(STATUS[thrown.code])
      .json({ errors: [shownError(thrown.toJSON(), thrown)] });
  }
}
