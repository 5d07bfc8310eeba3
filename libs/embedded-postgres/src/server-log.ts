import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '@hemicycle/kernel';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

const LARGE = 10 * 1024 * 1024;

/** What one run of a program adds to postgres.log, read back to explain why it failed. */
export interface ServerLog {
  readonly descriptor: number;
  added(): string;
  close(): void;
}

/** The log never holds more than two files: a large one makes way at the next start. */
export function openLog(folder: string): ServerLog {
  const file = join(folder, 'postgres.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE) renameSync(file, `${file}.old`);
  const descriptor = openSync(file, 'a', 0o600);
  const start = fstatSync(descriptor).size;
  return {
    descriptor,
    added: () => readFileSync(file).subarray(start).toString(),
    close: () => closeSync(descriptor),
  };
}

/** PostgreSQL's own last words, and above all what to do about them. */
export function explain(words: string, folder: string): EmbeddedPostgresError {
  const lines = words.split('\n').filter((line) => line.trim());
  const last =
    lines.findLast((line) => /FATAL|PANIC|error:|error while/.test(line)) ?? lines.at(-1) ?? 'nothing';
  const reason = last.replace(/^.*?(FATAL|PANIC|error): */, '').trim();
  const [, advice] = ADVICE.find(([sign]) => sign.test(words)) ?? [];
  const { fr, en } = advice ?? {
    fr: 'voyez postgres.log dans ce dossier',
    en: 'see postgres.log in that folder',
  };
  return new EmbeddedPostgresError({
    fr: `PostgreSQL n’a pas démarré dans ${folder} : ${fr} (il a dit : ${reason}).`,
    en: `PostgreSQL did not start in ${folder}: ${en} (it said: ${reason}).`,
  });
}

/** First match wins: a full disk also reads as a damaged file. */
const ADVICE: [RegExp, Text][] = [
  [
    /No space left/,
    {
      fr: 'le disque est plein ; libérez de la place, puis redémarrez',
      en: 'the disk is full; free some space, then start again',
    },
  ],
  [
    /loading shared libraries/,
    {
      fr: 'ses bibliothèques sont incomplètes ; lancez `npm rebuild` pour que les scripts d’installation s’exécutent',
      en: 'its libraries are incomplete; run `npm rebuild` so that install scripts run',
    },
  ],
  [
    /pre-existing shared memory|lock file "postmaster.pid" already exists/,
    {
      fr: 'des processus d’un serveur précédent fonctionnent encore ; arrêtez-les, puis redémarrez',
      en: 'processes of an earlier server still run; stop them, then start again',
    },
  ],
  [
    /Permission denied|invalid permissions|wrong ownership/,
    {
      fr: 'des fichiers de son dossier de données n’ont pas le bon propriétaire ou les bons droits ; rendez-les au propriétaire du dossier, avec `chmod -R go= data`',
      en: 'files in its data folder have the wrong owner or rights; give them back to the owner of the folder, with `chmod -R go= data`',
    },
  ],
  [
    /control file|pg_control|incompatible with server|checkpoint|invalid (page|magic)|could not (read|open) (file|directory)|not a valid data directory|PANIC/,
    {
      fr: 'ses données sont endommagées ; remettez le dossier depuis votre sauvegarde. Rien n’a été effacé',
      en: 'its data are damaged; put the folder back from your backup. Nothing was deleted',
    },
  ],
];
