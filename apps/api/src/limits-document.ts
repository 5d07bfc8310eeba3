import { BALLOTS_OF_A_SEAT } from '@hemicycle/elections';
import { ERROR_CODES, type ErrorCode, LIMITS, LIMITS_SAID } from '@hemicycle/graphql';
import { COST_OF_A_REQUEST } from './request-rate.js';
import { STREAMS } from './subscriptions/open-streams.js';

/** When each code leaves the server, and the HTTP status that goes with an answer that holds nothing else. */
const MEANINGS: Readonly<Record<ErrorCode, string>> = {
  BAD_USER_INPUT:
    'The request cannot be read, does not fit the schema, asks for more than a limit allows, or a field is not of its form; `field` names it by its path, `limit` and `most` name a limit. HTTP 400, 405, 406, 413, 415 or 431 (address and headers of more than 16 kB) when nothing was executed.',
  UNAUTHENTICATED:
    'Sign in first, or the link or session is no longer valid, or the header `Read-As` names another person than the one signed in.',
  FORBIDDEN:
    'Your role does not allow this operation. With HTTP 429 and `retryAfter`, in seconds: too many requests from your address. With `limit` and `most`: this limit is reached.',
  NOT_FOUND:
    'A mutation was given an `id` that names nothing; a query answers null instead. With HTTP 404: there is nothing at this address.',
  CONFLICT:
    'Somebody else acted at the same moment; nothing was written, try again. Or more is being asked at once than the server can answer: what has this error was not done, try again in a moment.',
  INTERNAL_SERVER_ERROR:
    'A failure of ours. The log tells it under the `requestId` of the error, which is also the `X-Request-Id` of the answer.',
};

/** The errors and limits of the API, in Markdown: generated, so that they cannot differ from what is enforced. */
export function limitsDocument(): string {
  return [
    '# Errors and limits of the API',
    '',
    'What the charter refuses is no error: it is a `RuleRefusal` in `data`. Errors carry one of six codes in',
    '`extensions.code`, and a message in the language of `Accept-Language`. What GraphQL itself says of an operation that cannot be',
    'read, or does not fit the schema, is quoted in it in English: it is for whoever writes programs.',
    '',
    '| code | when |',
    '| --- | --- |',
    ...ERROR_CODES.map((code) => `| \`${code}\` | ${MEANINGS[code]} |`),
    '',
    '## What one request may ask',
    '',
    '| limit | at most | counts |',
    '| --- | --- | --- |',
    ...Object.entries(LIMITS).map(
      ([limit, most]) => `| \`${limit}\` | ${most} | ${LIMITS_SAID[limit as keyof typeof LIMITS].en} |`,
    ),
    '',
    'Lists are pages of 100 at most. Operations are sent one at a time, as a POST of JSON or, for queries, a GET with an',
    '`Apollo-Require-Preflight` header. The schema may be asked for once a request, without aliases.',
    '',
    '## How often',
    '',
    `\`REQUESTS_PER_MINUTE\` requests a minute from one address ([configuration](configuration.md)); each ${COST_OF_A_REQUEST} units of cost`,
    'count as one request more. Sign-in links and applications have limits of their own.',
    '',
    '## Ballots',
    '',
    `A seat casts \`ballotsOfASeat\` = ${BALLOTS_OF_A_SEAT} ballots in one round at most, the last of which counts; one more is \`FORBIDDEN\`.`,
    '',
    '## Subscriptions',
    '',
    'Over Server-Sent Events: one `GET /subscriptions?query=…&variables=…` is one stream, after the distinct connections',
    `mode of the GraphQL over SSE protocol. At most ${STREAMS.network} streams to one network and ${STREAMS.process} in one process, otherwise`,
    `\`FORBIDDEN\`. A stream is cut after ${STREAMS.minutes} minutes, and when the server stops: open it again.`,
    '',
  ].join('\n');
}
