import { foundNoConnection } from '@hemicycle/database';
import { ApiError, Conflict, ERROR_CODES, type ErrorCode } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import { Logger } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import { requestUnderWay } from './request-under-way.js';

const logger = new Logger('api');

/** Apollo's own codes for what the client wrote wrongly. */
const CLIENT_MISTAKES: ReadonlySet<unknown> = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** GraphQL quotes what it refuses: enough to find it, not all of it back. */
const QUOTED = 500;

/** The error meant for whoever asked, inside what Nest, GraphQL and Apollo wrapped around it; null: it is meant for nobody. */
export function apiErrorIn(error: unknown): ApiError | null {
  for (
    let inner = error;
    inner instanceof Error;
    inner = (inner as { originalError?: unknown }).originalError
  ) {
    if (inner instanceof ApiError) return inner;
    if (foundNoConnection(inner)) return new Conflict(BUSY);
  }
  return null;
}

/** What leaves the server of an error: one of the six codes, in the reader's language; never a stack, a query or a table's name. */
export function shownError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const ours = apiErrorIn(error);
  const place = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  const told = ({ fr, en }: Text, extensions: Record<string, unknown>): GraphQLFormattedError => ({
    message: requestUnderWay()?.language === 'en' ? en : fr,
    ...place,
    extensions,
  });
  if (ours !== null) {
    const { http: _, ...extensions } = ours.extensions;
    return told(ours.text, extensions);
  }
  const code = formatted.extensions?.['code'];
  if (CLIENT_MISTAKES.has(code)) {
    const said = formatted.message.slice(0, QUOTED);
    return told(
      { fr: `Requête refusée : ${said}`, en: said },
      { code: 'BAD_USER_INPUT' satisfies ErrorCode },
    );
  }
  // An operation that Nest itself refused: its words are not for the public.
  const known = ERROR_CODES.find((one) => one === code && one !== 'INTERNAL_SERVER_ERROR');
  if (known !== undefined) return told({ fr: 'Opération refusée.', en: 'Refused.' }, { code: known });
  logger.error((error as { originalError?: unknown }).originalError ?? error);
  return told(INTERNAL, {
    code: 'INTERNAL_SERVER_ERROR' satisfies ErrorCode,
    requestId: requestUnderWay()?.id ?? null,
  });
}

const BUSY: Text = {
  fr: 'Trop de demandes arrivent en ce moment pour que le serveur réponde à celle-ci. Réessayez dans un instant.',
  en: 'Too much is being asked at this moment for the server to answer this. Try again in a moment.',
};

const INTERNAL: Text = {
  fr: 'Erreur interne. Rien ne dit que la demande a été enregistrée ; donnez « requestId » à qui tient le service.',
  en: 'Internal error. Nothing says that the request was carried out; give `requestId` to whoever runs the service.',
};
