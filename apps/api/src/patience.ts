import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** In milliseconds. */
const BODY_COMES_WITHIN = 30_000;

/**
 * How long a connection may be slow or idle, and what is said to one that is too long or too slow to be a request.
 *
 * @param bodyComesWithin how long the body of a request may take, in milliseconds; that of a paper may take longer.
 */
export function patience(server: Server, bodyComesWithin = BODY_COMES_WITHIN): void {
  // Longer than the usual proxy keeps its own, so that it is never the server that closes under a request.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 15_000;
  // The largest paper of an agenda by a slow line, a megabit a second.
  server.requestTimeout = 100_000;
  // Whoever asks and does not read the answer.
  server.timeout = 120_000;
  server.on('clientError', answerWhatIsNoRequest);
  server.on('request', (request: IncomingMessage) => hurry(request, bodyComesWithin));
}

/** The server has one patience for all requests, which is that for papers: it is cut short for every other body. */
function hurry(request: IncomingMessage, within: number): void {
  const { headers, socket, url = '' } = request;
  const hasBody = 'content-length' in headers || 'transfer-encoding' in headers;
  if (!hasBody || url.startsWith('/papers/')) return;
  const late = setTimeout(() => {
    if (request.complete) return;
    answerWhatIsNoRequest(Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
    socket.destroySoon();
  }, within);
  request.once('close', () => clearTimeout(late));
}

const TOO_LONG = {
  errors: [
    {
      message:
        'The address and the headers of a request hold 16 kB at most: send the operation as a POST. / L’adresse et les en-têtes d’une requête tiennent en 16 ko : envoyez l’opération par POST.',
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ],
};

/** Status and body, by the code of what went wrong. */
const SAID: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', JSON.stringify(TOO_LONG)],
  // Browsers open connections ahead of what they will ask. They know by this status that one was left unused too long,
  // and ask on another; any other they would take for the answer to a request that crossed it.
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', ''],
};

/** What is too long to be read as a request is told so, in both languages, since nothing says which is preferred. */
function answerWhatIsNoRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, body] = SAID[error.code ?? ''] ?? ['400 Bad Request', ''];
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
}
