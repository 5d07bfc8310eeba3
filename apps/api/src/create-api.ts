import 'reflect-metadata';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Clock } from '@hemicycle/kernel';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type DestinationStream, pino } from 'pino';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { underHttp } from './http.js';
import { inputProblem } from './input-problem.js';
import { logTo, NestLog } from './log.js';

/** The whole server, composed and not yet listening. The log goes to the standard output unless told otherwise. */
export async function createApi(
  config: Config,
  clock: Clock,
  destination: DestinationStream = pino.destination(1),
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config, clock), {
    logger: new NestLog(logTo(destination, config.logLevel)),
    abortOnError: false,
    bodyParser: false,
  });
  underHttp(app, config);
  // No whitelist: GraphQL refuses unknown fields itself, and a field whose form needs no check would be dropped.
  app.useGlobalPipes(new ValidationPipe({ transform: true, exceptionFactory: inputProblem }));
  const server: Server = app.getHttpServer();
  patience(server);
  server.on('clientError', answerWhatIsNoRequest);
  return app;
}

/** How long a connection may be slow or idle, in milliseconds. */
function patience(server: Server): void {
  // Longer than the usual proxy keeps its own, so that it is never the server that closes under a request.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 15_000;
  // The largest paper of an agenda by a slow line, a megabit a second.
  server.requestTimeout = 100_000;
  // Whoever asks and does not read the answer.
  server.timeout = 120_000;
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
