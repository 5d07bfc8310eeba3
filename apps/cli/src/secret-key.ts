import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from './operator-error.js';

/**
 * The secret of an installation without DATABASE_URL: made once, kept beside the data, for its owner's eyes only.
 * It is on the disk, whole, before anything is signed with it.
 *
 * @throws OperatorError when the file cannot be read or written.
 */
export async function keptSecretKey(folder: string): Promise<string> {
  const file = join(folder, 'secret-key');
  try {
    const kept = (await readFile(file, 'utf8').catch(absent)).trim();
    if (kept.length >= 32) return kept;
    await mkdir(folder, { recursive: true });
    const made = randomBytes(32).toString('hex');
    const unfinished = await open(`${file}.unfinished`, 'w', 0o600);
    await unfinished.writeFile(made);
    await unfinished.sync();
    await unfinished.close();
    await rename(`${file}.unfinished`, file);
    return made;
  } catch (failure) {
    throw new OperatorError({
      fr: `Le secret de cette installation ne peut être gardé dans ${file} : ${(failure as Error).message}`,
      en: `The secret of this installation cannot be kept in ${file}: ${(failure as Error).message}`,
    });
  }
}

function absent(failure: NodeJS.ErrnoException): string {
  if (failure.code === 'ENOENT') return '';
  throw failure;
}
