import { SystemClock } from '@hemicycle/kernel';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, demonstrationConfig, productionConfig, type Settings } from '../../api/src/config.js';
import { migrate } from '../../api/src/migrate.js';
import { serve } from '../../api/src/serve.js';
import { linksByRole } from './demonstration/links-by-role.js';
import { makeDemonstration } from './demonstration/make-demonstration.js';
import { trusteeSeedsFile } from './demonstration/trustee-seeds.js';
import { OperatorError } from './operator-error.js';
import { say, tell } from './say.js';
import { keptSecretKey } from './secret-key.js';
import { dataFolderOf, databaseBeside, FORUM, forumExists, ownAddresses, startEmbedded } from './storage.js';

/** What was opened and must be closed, the last first; what opens after the closing began is closed at once. */
export class Opened {
  private readonly closers: (() => Promise<void>)[] = [];
  private closing = false;

  async keep(close: () => Promise<void>): Promise<void> {
    if (this.closing) {
      await close();
      throw new OperatorError({
        fr: 'Arrêt demandé.',
        en: 'Told to stop.',
      });
    }
    this.closers.push(close);
  }

  async close(): Promise<void> {
    this.closing = true;
    for (const close of this.closers.toReversed()) await close();
  }
}

/**
 * Opens the forum and tells the operator where it is.
 *
 * @param migrates whether a database of one’s own is brought up to date first; the embedded one always is
 * @param opened receives what must be closed in the end
 * @throws what `inOneLine` can say
 */
export async function openForum(settings: Settings, migrates: boolean, opened: Opened): Promise<void> {
  const config =
    settings.databaseUrl === null
      ? await demonstration(settings, opened)
      : await ownDatabase(settings.databaseUrl, settings, migrates);
  const serving = await serve(config, new SystemClock());
  await opened.keep(() => serving.stop());
  const at = config.publicUrl;
  say({
    fr: `\nLe forum est ouvert :\n  ${at}/           l’accueil, et la charte\n  ${at}/graphiql   l’interface de programmation, à essayer`,
    en: `\nThe forum is open:\n  ${at}/           home, and the charter\n  ${at}/graphiql   the API, to try`,
  });
  if (config.demonstration) await showDemonstration(serving.api, at, dataFolderOf(settings));
}

/** The embedded database, brought up to date, with its demonstration. */
async function demonstration(settings: Settings, opened: Opened): Promise<Config> {
  const folder = dataFolderOf(settings);
  const postgres = await startEmbedded(folder);
  await opened.keep(() => postgres.stop());
  const secretKey = settings.secretKey ?? (await keptSecretKey(folder));
  const databaseUrl = databaseBeside(postgres.url, FORUM);
  const config = demonstrationConfig(settings, { databaseUrl, secretKey });
  if (await forumExists(postgres.url)) await migrate(databaseUrl);
  else await makeDemonstration(postgres.url, config, folder);
  return config;
}

/** A database of one’s own, brought up to date only when asked for. */
async function ownDatabase(databaseUrl: string, settings: Settings, migrates: boolean): Promise<Config> {
  const config = productionConfig(settings);
  if (migrates) {
    const ran = await migrate(ownAddresses(databaseUrl, settings).ownerUrl);
    tell({ fr: `Migrations faites : ${ran.length}`, en: `Migrations run: ${ran.length}` });
  }
  return config;
}

async function showDemonstration(api: NestExpressApplication, at: string, folder: string): Promise<void> {
  say({
    fr: `  ${at}/outbox     les lettres que le forum envoie\n\nDémonstration : tout y est inventé. Pour entrer, un lien par rôle (il sert une fois) :`,
    en: `  ${at}/outbox     the letters that the forum sends\n\nDemonstration: everything in it is invented. To come in, one link per role (each works once):`,
  });
  for (const { who, path } of await linksByRole(api)) {
    say({ fr: `  ${who.fr}\n    ${at}${path}`, en: `  ${who.en}\n    ${at}${path}` });
  }
  const seeds = trusteeSeedsFile(folder);
  say({
    fr: `\nUne séance plénière est ouverte, un vote aussi, jusqu’à ce que vous les fermiez. Les porteurs de la clé ont été joués par\nle programme : leurs codes secrets, que l’ouverture de l’urne demande, sont dans\n  ${seeds}`,
    en: `\nA plenary is in session and a poll open until you close them. The program played the trustees of its key: their secret codes,\nwhich opening the box asks for, are in\n  ${seeds}`,
  });
  say({
    fr: '\nCtrl-C arrête le forum ; ses données restent.',
    en: '\nCtrl-C stops the forum; its data stay.',
  });
}
