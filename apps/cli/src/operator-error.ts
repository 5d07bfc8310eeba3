import { EmbeddedPostgresError } from '@hemicycle/embedded-postgres';
import { ConfigError } from '../../api/src/config.js';

/** What stops a command, in one line that says what to do. */
export class OperatorError extends Error {}

/** Any failure as one line for the operator: no stack, no secret. */
export function inOneLine(failure: unknown): string {
  const known = [OperatorError, ConfigError, EmbeddedPostgresError].some((kind) => failure instanceof kind);
  if (known) return (failure as Error).message;
  const { code, driverError, errors, message } = (failure ?? {}) as Failure;
  // Node tries each address of a host and gathers the failures; TypeORM wraps what the driver says.
  const inner = driverError ?? errors?.[0];
  const sign = code ?? inner?.code ?? '';
  const said = (message || inner?.message) ?? String(failure);
  return (SIGNS[sign]?.(said) ?? said).replace(/\s*\n\s*/g, ' ');
}

interface Failure {
  readonly code?: string;
  readonly message?: string;
  readonly driverError?: Failure;
  readonly errors?: readonly Failure[];
}

const unreachable = (said: string): string =>
  `The database of DATABASE_URL cannot be reached (${said}): is it running, and is the address right?`;

const SIGNS: Readonly<Record<string, (said: string) => string>> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  '57P03': unreachable,
  '28P01': () => 'The database refuses the login or the password of DATABASE_URL.',
  '28000': () => 'The database refuses the login of DATABASE_URL.',
  '3D000': (said) => `${said}: create it, then run \`hemicycle migrate\`.`,
  '42501': (said) =>
    `The database login lacks a right (${said}): the application’s must be a member of hemicycle_app, the one that migrates must own the tables.`,
  '22023': (said) =>
    said.includes('hemicycle_app')
      ? 'The database has not been prepared (no role hemicycle_app): run `hemicycle migrate`, or start with --migrate.'
      : said,
  '42P01': (said) =>
    `The database has not been prepared (${said}): run \`hemicycle migrate\`, or start with --migrate.`,
};
