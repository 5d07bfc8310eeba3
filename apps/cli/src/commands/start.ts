import { once } from 'node:events';
import { SystemClock } from '@hemicycle/kernel';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  type Config,
  demonstrationConfig,
  productionConfig,
  readSettings,
  type Settings,
} from '../../../api/src/config.js';
import { migrate } from '../../../api/src/migrate.js';
import { serve } from '../../../api/src/serve.js';
import { linksByRole } from '../demonstration/links-by-role.js';
import { makeDemonstration } from '../demonstration/make-demonstration.js';
import { OperatorError } from '../operator-error.js';
import { freePort } from '../port.js';
import { say, tell } from '../say.js';
import { keptSecretKey } from '../secret-key.js';
import { dataFolderOf, databaseBeside, FORUM, forumExists, ownAddresses, startEmbedded } from '../storage.js';

/** What was opened and must be closed, the last first; what opens after the closing began is closed at once. */
class Opened {
  private readonly closers: (() => Promise<void>)[] = [];
  private closing = false;

  async keep(close: () => Promise<void>): Promise<void> {
    if (this.closing) {
      await close();
      throw new OperatorError('Told to stop.');
    }
    this.closers.push(close);
  }

  async close(): Promise<void> {
    this.closing = true;
    for (const close of this.closers.toReversed()) await close();
  }
}

/**
 * `hemicycle start`: serves the forum until it is told to stop (SIGTERM, SIGINT), then lets the requests under way
 * finish and exits with code 0. A second signal does not wait.
 */
export async function start({ migrate: migrates }: { migrate: boolean }): Promise<void> {
  const settings = readSettings(process.env);
  const port = await freePort(settings.host, settings.port);
  const opened = new Opened();
  const stopping = untilToldToStop();
  const begun = begin({ ...settings, port }, migrates, opened);
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

async function begin(settings: Settings, migrates: boolean, opened: Opened): Promise<void> {
  const config =
    settings.databaseUrl === null
      ? await demonstration(settings, opened)
      : await ownDatabase(settings.databaseUrl, settings, migrates);
  const serving = await serve(config, new SystemClock());
  await opened.keep(() => serving.stop());
  const at = config.publicUrl;
  say({
    fr: `\nLe forum est ouvert :\n  ${at}/\n  ${at}/graphiql   l’interface de programmation, à essayer`,
    en: `\nThe forum is open:\n  ${at}/\n  ${at}/graphiql   the API, to try`,
  });
  if (config.demonstration) await showDemonstration(serving.api, at);
}

/** The embedded database, brought up to date, with its demonstration. */
async function demonstration(settings: Settings, opened: Opened): Promise<Config> {
  const folder = dataFolderOf(settings);
  const postgres = await startEmbedded(folder);
  await opened.keep(() => postgres.stop());
  const secretKey = settings.secretKey ?? (await keptSecretKey(folder));
  const databaseUrl = databaseBeside(postgres.url, FORUM);
  if (await forumExists(postgres.url)) await migrate(databaseUrl);
  else await makeDemonstration(postgres.url, secretKey);
  return demonstrationConfig(settings, { databaseUrl, secretKey });
}

/** A database of one's own, brought up to date only when asked for. */
async function ownDatabase(databaseUrl: string, settings: Settings, migrates: boolean): Promise<Config> {
  const config = productionConfig(settings);
  if (migrates) {
    const ran = await migrate(ownAddresses(databaseUrl, settings).ownerUrl);
    tell({ fr: `Migrations faites : ${ran.length}`, en: `Migrations run: ${ran.length}` });
  }
  return config;
}

async function showDemonstration(api: NestExpressApplication, at: string): Promise<void> {
  say({
    fr: `  ${at}/outbox     les lettres que le forum envoie\n\nDémonstration : tout y est inventé. Pour entrer, un lien par rôle (il sert une fois) :`,
    en: `  ${at}/outbox     the letters that the forum sends\n\nDemonstration: everything in it is invented. To come in, one link per role (each works once):`,
  });
  for (const { who, path } of await linksByRole(api)) {
    say({ fr: `  ${who.fr}\n    ${at}${path}`, en: `  ${who.en}\n    ${at}${path}` });
  }
  say({
    fr: '\nCtrl-C arrête le forum ; ses données restent.',
    en: '\nCtrl-C stops the forum; its data stay.',
  });
}

/** Resolves at the first signal to stop; a second one ends the process at once. */
async function untilToldToStop(): Promise<void> {
  const told = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (told.signal.aborted) process.exit(1);
      told.abort();
    });
  }
  await once(told.signal, 'abort');
}
