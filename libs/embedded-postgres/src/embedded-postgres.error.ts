/** One clear line for whoever runs the server: what is wrong, where, and what to do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** Any failure as one line. What the system says in codes, the operator reads in words; the cause stays attached. */
export function inPlainWords(failure: unknown, folder: string): EmbeddedPostgresError {
  if (failure instanceof EmbeddedPostgresError) return failure;
  const { code, path = folder, message } = failure as NodeJS.ErrnoException;
  const line = (SYSTEM_FAILURES[code ?? ''] ?? unforeseen)(path, message);
  return new EmbeddedPostgresError(line.replace(/\s*\n\s*/g, ' '), { cause: failure });
}

const noRight = (path: string) =>
  `This user may not use ${path}: give it the right to write there, or choose another folder for the database.`;
const notAFolder = (path: string) =>
  `${path} is a file where a folder is needed: choose another folder for the database, or move that file away.`;
const unforeseen = (path: string, message: string) =>
  `The database in ${path} could not be started: ${message}.`;

const SYSTEM_FAILURES: Record<string, (path: string, message: string) => string> = {
  EACCES: noRight,
  EPERM: noRight,
  EEXIST: notAFolder,
  ENOTDIR: notAFolder,
  EROFS: (path) => `${path} is on a read-only disk: choose another folder for the database.`,
  ENOSPC: (path) => `The disk of ${path} is full: free some space, then start again. No data was lost.`,
  ENAMETOOLONG: (path) => `The path ${path} is too long for this system: choose a shorter folder.`,
};
