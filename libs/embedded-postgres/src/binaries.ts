import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { canReach, type User } from './unprivileged-user.js';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** The npm package they come from, and its exact version */
  readonly origin: string;
}

/**
 * Where root copies the programs when the user it lends to PostgreSQL cannot reach node_modules. Only root writes there,
 * so nobody can have put other programs in their place, and no cleaner sweeps it under a running server as it would /tmp.
 */
const REACHABLE = '/var/cache/hemicycle';

/** The PostgreSQL programs of this platform, at a place where the user who will run them can reach them. */
export async function findBinaries(version: 18 | 15, user: User | undefined): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = version === 18 ? `@embedded-postgres/${platform}` : `postgres-${version}-${platform}`;
  let found: { postgres: string; initdb: string; pg_ctl: string };
  try {
    found = (await import(name)) as typeof found;
  } catch (failure) {
    throw new EmbeddedPostgresError(
      {
        fr: `Aucun PostgreSQL ${version} n’est fourni pour ${platform} (le paquet ${name} n’est pas installé) : donnez dans DATABASE_URL un serveur PostgreSQL à vous.`,
        en: `No PostgreSQL ${version} is packaged for ${platform} (package ${name} is not installed): set DATABASE_URL to a PostgreSQL server of your own.`,
      },
      { cause: failure },
    );
  }
  const root = dirname(dirname(found.postgres));
  const manifest = await readFile(join(dirname(root), 'package.json'), 'utf8');
  const origin = `${name} ${(JSON.parse(manifest) as { version: string }).version}`;
  const home = user && !isReachable(root, user) ? await copied(root, origin) : root;
  const at = (program: string) => join(home, 'bin', basename(program));
  return { postgres: at(found.postgres), initdb: at(found.initdb), pgCtl: at(found.pg_ctl), origin };
}

/** Both ends are looked at: a strict umask at `npm install` closes each folder inside the package too. */
const isReachable = (root: string, user: User) =>
  ['bin/postgres', 'share/postgresql/postgres.bki'].every((file) => canReach(join(root, file), user));

async function copied(root: string, origin: string): Promise<string> {
  const home = join(REACHABLE, origin.replace(/[^\w.-]+/g, '-').replace(/^-/, ''));
  const unfinished = `${home}.${randomUUID()}`;
  try {
    if ((await readdir(home).catch(() => [])).length > 0) return home;
    await mkdir(REACHABLE, { recursive: true, mode: 0o755 });
    await copyForAll(root, unfinished);
    await rename(unfinished, home);
  } catch (failure) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process may have finished the same copy meanwhile.
    if ((await readdir(home).catch(() => [])).length > 0) return home;
    throw new EmbeddedPostgresError(
      {
        fr: `PostgreSQL ne peut fonctionner en tant que root, et les autres utilisateurs n’atteignent ni ${root} ni une copie dans ${REACHABLE} : démarrez en utilisateur ordinaire, ouvrez le dossier aux autres, ou donnez DATABASE_URL.`,
        en: `PostgreSQL may not run as root, and other users can neither reach ${root} nor a copy in ${REACHABLE}: start as an ordinary user, open the folder to others, or set DATABASE_URL.`,
      },
      { cause: failure },
    );
  }
  return home;
}

/** Copies a tree so that everyone may read it, whatever the rights of the original and our umask. */
async function copyForAll(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyForAll(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else {
      await copyFile(source, target);
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}
