import { QueryFailedError } from 'typeorm';

interface PostgresFailure {
  code?: string;
  constraint?: string;
}

const driverError = (error: unknown): PostgresFailure =>
  error instanceof QueryFailedError ? (error.driverError as PostgresFailure) : {};

/** Unique violation, exclusion violation, foreign key, check: the database's own refusals. */
const INTEGRITY = /^23/;
/** Serialisation failure, deadlock, lock not available. */
const RACES = new Set(['40001', '40P01', '55P03']);

/** Whether two acts met and this one lost: trying again may work. */
export function isLostRace(error: unknown): boolean {
  const { code } = driverError(error);
  return code !== undefined && (RACES.has(code) || code === '23505' || code === '23P01');
}

/** Whether the database refused by the named constraint. */
export function brokeConstraint(error: unknown, constraint: string): boolean {
  const failure = driverError(error);
  return failure.code !== undefined && INTEGRITY.test(failure.code) && failure.constraint === constraint;
}

/** Whether no connection became free in time: the statement was never sent. */
export const foundNoConnection = (error: unknown): boolean =>
  // The pool gives these words, and no code.
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';
