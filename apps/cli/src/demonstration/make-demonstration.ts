import { SystemClock } from '@hemicycle/kernel';
import { migrate } from '../../../api/src/migrate.js';
import { databaseBeside, FORUM, runSql } from '../storage.js';
import type { StoryPlace } from './story.js';
import { tellStory } from './tell-story.js';
import { keepTrusteeSeeds } from './trustee-seeds.js';

/** Where the demonstration grows until it is complete. What is found there was cut short, and is thrown away. */
const UNFINISHED = 'forum_unfinished';

/**
 * Makes the demonstration forum on an embedded server: its database takes its name once the last act of the story is
 * written, so a forum that is there is a whole one. A forum that was there before is replaced at that moment.
 *
 * @param maintenanceUrl the server's owner, on its maintenance database
 * @param installation its secret, so that what the story signs stays good, and its address, to which minutes link
 * @param folder where the seeds of its open poll are kept
 */
export async function makeDemonstration(
  maintenanceUrl: string,
  installation: Omit<StoryPlace, 'url'>,
  folder: string,
): Promise<void> {
  await runSql(
    maintenanceUrl,
    `DROP DATABASE IF EXISTS ${UNFINISHED} WITH (FORCE)`,
    `CREATE DATABASE ${UNFINISHED}`,
    // Nobody has been told yet that any of it is kept: the last statement must reach the disk, and takes with it
    // everything written before.
    `ALTER DATABASE ${UNFINISHED} SET synchronous_commit = off`,
  );
  const url = databaseBeside(maintenanceUrl, UNFINISHED);
  await migrate(url);
  await keepTrusteeSeeds(folder, await tellStory({ ...installation, url }, new SystemClock().now()));
  await runSql(
    maintenanceUrl,
    `ALTER DATABASE ${UNFINISHED} RESET synchronous_commit`,
    `DROP DATABASE IF EXISTS ${FORUM}`,
    `ALTER DATABASE ${UNFINISHED} RENAME TO ${FORUM}`,
  );
}
