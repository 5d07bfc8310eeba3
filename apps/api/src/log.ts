import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, pino, type Logger as Pino } from 'pino';
import { QueryFailedError } from 'typeorm';
import type { LogLevel } from './config.js';
import { requestUnderWay } from './request-under-way.js';

/**
 * An error as the log shows it. What PostgreSQL says of a failed query may quote what people wrote: its code and the
 * names of table and constraint are kept, its message, its detail and the parameters are not.
 */
export function written(error: unknown): Record<string, unknown> {
  if (error instanceof QueryFailedError) {
    const { code, table, column, constraint } = error.driverError as Record<string, unknown>;
    return {
      type: 'QueryFailedError',
      code,
      table,
      column,
      constraint,
      sql: error.query,
      stack: frames(error),
    };
  }
  if (error instanceof Error) return { type: error.name, message: error.message, stack: frames(error) };
  return { type: typeof error };
}

/** The stack without its first lines, which repeat the message. */
const frames = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

/** JSON, one object a line, each with the number of the request that it belongs to. */
export function logTo(destination: DestinationStream, level: LogLevel): Pino {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: written },
      mixin: () => {
        const request = requestUnderWay();
        return request === null ? {} : { requestId: request.id };
      },
    },
    destination,
  );
}

/** How the framework says that it composed itself: forty lines at each start. */
const FRAMEWORK = new Set([
  'GraphQLModule',
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** What Nest and the rooms say through Nest's `Logger`, into our log. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Pino) {}

  log = (message: unknown, ...rest: unknown[]): void =>
    this.write(FRAMEWORK.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  error = (message: unknown, ...rest: unknown[]): void => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]): void => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);

  /** Nest gives the name of the speaker last. */
  private write(level: 'info' | 'error' | 'warn' | 'debug', message: unknown, rest: unknown[]): void {
    const from = rest.findLast((part) => typeof part === 'string');
    const where = typeof from === 'string' ? { from } : {};
    if (message instanceof Error) this.log_[level]({ ...where, err: message });
    else if (typeof message === 'object' && message !== null) this.log_[level]({ ...where, ...message });
    else this.log_[level](where, String(message));
  }
}
