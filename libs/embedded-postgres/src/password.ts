import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

/**
 * The password of the cluster's owner, made once. It is on the disk before the data that ask for it, so a crash between
 * the two never locks anyone out.
 */
export async function clusterPassword(folder: string, hasData: boolean): Promise<string> {
  const file = join(folder, 'password');
  const kept = (await readFile(file, 'utf8').catch(absent)).trim();
  if (kept) return kept;
  if (hasData) {
    throw new EmbeddedPostgresError({
      fr: `Le mot de passe de la base de données manque : remettez le fichier ${file} depuis votre sauvegarde de ce dossier.`,
      en: `The password of the database is missing: put the file ${file} back from your backup of that folder.`,
    });
  }
  const password = randomBytes(24).toString('base64url');
  const unfinished = await open(`${file}.unfinished`, 'w', 0o600);
  await unfinished.writeFile(password);
  await unfinished.sync();
  await unfinished.close();
  await rename(`${file}.unfinished`, file);
  return password;
}

function absent(failure: NodeJS.ErrnoException): string {
  if (failure.code === 'ENOENT') return '';
  throw failure;
}
