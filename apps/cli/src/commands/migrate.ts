import { readStorage } from '../../../api/src/config.js';
import { migrate } from '../../../api/src/migrate.js';
import { say } from '../say.js';
import { onForum } from '../storage.js';

/** `hemicycle migrate`: brings the database up to date, as the owner of its tables. */
export async function migrateForum(): Promise<void> {
  const ran = await onForum(readStorage(process.env), ({ ownerUrl }) => migrate(ownerUrl));
  for (const name of ran) console.log(name);
  if (ran.length === 0) say({ fr: 'La base de données est à jour.', en: 'The database is up to date.' });
}
