import { isTimeZone } from '@hemicycle/kernel';

export interface Config {
  /** PostgreSQL, as the application uses it. */
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** IANA name; days are days there. */
  readonly timeZone: string;
}

/** A setting that cannot be used: said in one line, the start stops. */
export class ConfigError extends Error {}

/** Reads the environment once. @throws ConfigError naming the variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const databaseUrl = environment['DATABASE_URL'] ?? '';
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigError('DATABASE_URL must be a postgres:// address.');
  }
  const port = Number(environment['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError('PORT must be a port number.');
  const timeZone = environment['FORUM_TIME_ZONE'] ?? 'Europe/Paris';
  if (!isTimeZone(timeZone)) throw new ConfigError(`FORUM_TIME_ZONE: ${timeZone} is not a known time zone.`);
  return Object.freeze({ databaseUrl, host: environment['HOST'] ?? '127.0.0.1', port, timeZone });
}
