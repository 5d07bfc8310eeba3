import { once } from 'node:events';
import { readSettings } from '../../../api/src/config.js';
import { freePort } from '../port.js';
import { tell } from '../say.js';

/**
 * `hemicycle start`: serves the forum until it is told to stop (SIGTERM, SIGINT), then lets the requests under way
 * finish and exits with code 0. A second signal does not wait.
 */
export async function start({ migrate: migrates }: { migrate: boolean }): Promise<void> {
  const settings = readSettings(process.env);
  const port = await freePort(settings.host, settings.port);
  // What is found wrong by now is said at once: loading the application takes its time.
  const { Opened, openForum } = await import('../open-forum.js');
  const opened = new Opened();
  const stopping = untilToldToStop();
  const begun = openForum({ ...settings, port }, migrates, opened);
  try {
    // A signal during a long first start does not wait for its end: what it cuts short is made again the next time.
    await Promise.race([begun, stopping]);
    await stopping;
    tell({ fr: 'Arrêt : les requêtes en cours se terminent', en: 'Stopping: the requests under way finish' });
  } finally {
    await opened.close();
  }
  await begun.catch(() => undefined);
  process.exit(0);
}

/**
 * Resolves at the first signal to stop; a second one ends the process at once. Under `npm start` the end of the
 * shell in between counts too: npm passes its signals on to that shell, which dies of them and tells nobody.
 */
async function untilToldToStop(): Promise<void> {
  const told = new AbortController();
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] !== undefined) {
    setInterval(() => process.ppid !== parent && told.abort(), 250).unref();
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (told.signal.aborted) process.exit(1);
      told.abort();
    });
  }
  await once(told.signal, 'abort');
}
