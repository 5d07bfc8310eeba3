import 'reflect-metadata';
import { DatabaseModule, dataSourceOptions } from '@hemicycle/database';
import { SystemClock } from '@hemicycle/kernel';
import { NestFactory } from '@nestjs/core';
import { GRAPHQL_MODULE_OPTIONS, GraphQLFactory } from '@nestjs/graphql';
import { printSchema } from 'graphql';
import { AppModule } from './app.module.js';
import { demonstrationConfig, readSettings } from './config.js';
import { PARTS } from './tables.js';

/** The schema that the server answers with, in the schema language, sorted by name. Needs no database. */
export async function schemaDocument(): Promise<string> {
  const databaseUrl = 'postgres://nobody@localhost/none';
  const config = demonstrationConfig(readSettings({}), { databaseUrl, secretKey: '-'.repeat(32) });
  const database = DatabaseModule.unconnected(
    dataSourceOptions({ url: databaseUrl, as: 'application' }, PARTS),
  );
  // Composed but not started: nothing connects, listens or waits.
  const api = await NestFactory.create(AppModule.of(config, new SystemClock(), database), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const schema = await api
    .get(GraphQLFactory, { strict: false })
    .generateSchema(api.get(GRAPHQL_MODULE_OPTIONS, { strict: false }));
  return `${printSchema(schema)}\n`;
}
