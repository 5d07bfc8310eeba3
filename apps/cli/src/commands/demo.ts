import { publicUrlOf, readSettings } from '../../../api/src/config.js';
import { makeDemonstration } from '../demonstration/make-demonstration.js';
import { OperatorError } from '../operator-error.js';
import { say } from '../say.js';
import { keptSecretKey } from '../secret-key.js';
import { dataFolderOf, forumExists, startEmbedded } from '../storage.js';

/**
 * `hemicycle demo`: makes the demonstration forum on the embedded PostgreSQL without serving it.
 *
 * @param anew whether one that is there gives way to a new one, told until today.
 */
export async function demo({ anew }: { anew: boolean }): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl !== null) {
    throw new OperatorError({
      fr: 'DATABASE_URL est donné : une base de données à soi ne reçoit pas de démonstration. Retirez-le, et choisissez peut-être un dossier avec HEMICYCLE_DATA.',
      en: 'DATABASE_URL is set: a database of one’s own gets no demonstration. Unset it, and perhaps choose a folder with HEMICYCLE_DATA.',
    });
  }
  const folder = dataFolderOf(settings);
  const postgres = await startEmbedded(folder);
  try {
    if (!anew && (await forumExists(postgres.url))) {
      return say({
        fr: `La démonstration est déjà dans ${folder} ; --anew la refait.`,
        en: `The demonstration is in ${folder} already; --anew makes it again.`,
      });
    }
    const secretKey = settings.secretKey ?? (await keptSecretKey(folder));
    await makeDemonstration(postgres.url, { secretKey, publicUrl: publicUrlOf(settings) }, folder);
    say({ fr: `La démonstration est dans ${folder}.`, en: `The demonstration is in ${folder}.` });
  } finally {
    await postgres.stop();
  }
}
