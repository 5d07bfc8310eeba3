import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it another user: the owner of the data once there are data (the
 * choice must not change when a `postgres` user appears later), else `postgres`, else `nobody`.
 * Undefined when we are not root: the server runs as ourselves.
 */
export function unprivilegedUser(data: string): User | undefined {
  const owner = statSync(data, { throwIfNoEntry: false });
  const self = process.getuid?.();
  if (self === undefined) return undefined;
  if (self !== 0) {
    if (!owner || owner.uid === self) return undefined;
    throw new EmbeddedPostgresError({
      fr: `Les données de ${data} sont à l’utilisateur numéro ${owner.uid} : démarrez sous ce nom ou en tant que root, ou choisissez un autre dossier.`,
      en: `The data in ${data} belong to user number ${owner.uid}: start as that user or as root, or choose another folder.`,
    });
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (!uid || !gid) continue;
    if (!owner) return { uid: Number(uid), gid: Number(gid) };
    throw new EmbeddedPostgresError({
      fr: `Les données de ${data} sont à root, pour qui PostgreSQL refuse de fonctionner : lancez \`chown -R ${name} '${data}'\`, puis redémarrez.`,
      en: `The data in ${data} belong to root, for whom PostgreSQL refuses to run: run \`chown -R ${name} '${data}'\`, then start again.`,
    });
  }
  throw new EmbeddedPostgresError({
    fr: 'PostgreSQL refuse de fonctionner en tant que root, et ce système n’a d’utilisateur ni postgres ni nobody : démarrez en utilisateur ordinaire, ou donnez DATABASE_URL.',
    en: 'PostgreSQL refuses to run as root and this system has neither a postgres nor a nobody user: start as an ordinary user, or set DATABASE_URL.',
  });
}

/**
 * Whether this user can walk down to the file and read it. Judged by permission bits; a lent user has no other groups.
 * An access list that grants more only costs a needless detour.
 */
export function canReach(path: string, user: User): boolean {
  const grants = (place: string, right: 4 | 1) => {
    const { uid, gid, mode } = statSync(place);
    return ((uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode) & right) !== 0;
  };
  for (let parent = dirname(path); ; parent = dirname(parent)) {
    if (!grants(parent, 1)) return false;
    if (parent === dirname(parent)) return grants(path, 4);
  }
}
