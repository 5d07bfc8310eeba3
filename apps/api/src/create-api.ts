import 'reflect-metadata';
import type { Clock } from '@hemicycle/kernel';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { inputProblem } from './input-problem.js';

/** The whole server, composed and not yet listening. */
export async function createApi(config: Config, clock: Clock): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config, clock), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  // No whitelist: GraphQL refuses unknown fields itself, and a field whose form needs no check would be dropped.
  app.useGlobalPipes(new ValidationPipe({ transform: true, exceptionFactory: inputProblem }));
  app.enableShutdownHooks();
  return app;
}
