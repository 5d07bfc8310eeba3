import { ERROR_CODES, type ErrorCode } from '@hemicycle/graphql';
import { Logger } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';

const logger = new Logger('api');

/** Apollo's own codes for what the client wrote wrongly. */
const CLIENT_MISTAKES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What leaves the server of an error: one of the six codes, and never a stack, a query or a table's name. */
export function shownError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = String(formatted.extensions?.['code'] ?? '');
  if (CLIENT_MISTAKES.has(code)) {
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode } };
  }
  if (code !== 'INTERNAL_SERVER_ERROR' && ERROR_CODES.some((known) => known === code)) return formatted;
  logger.error(error);
  return {
    message: 'Internal error.',
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies ErrorCode },
  };
}
