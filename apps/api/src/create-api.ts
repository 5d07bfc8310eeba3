import 'reflect-metadata';
import type { Server } from 'node:http';
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
import { patience } from './patience.js';

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
  return app;
}
