import { APPLICATION_ROLE } from '@hemicycle/database';
import type { Text } from '@hemicycle/kernel';
import pg from 'pg';
import type { Config } from './config.js';
import { StartError } from './start-error.js';
import { MIGRATIONS } from '../../../migrations/index.js';

/** Lists the migrations that a database has had. */
export const MIGRATIONS_DONE = 'SELECT name FROM migration';

/** The migrations that are still to run, in order. */
export function pendingAmong(done: readonly { readonly name: string }[]): string[] {
  return MIGRATIONS.map(({ name }) => name).filter((name) => !done.some((one) => one.name === name));
}

/**
 * Whether a forum can be run on this database, as the application would: it answers, it is up to date, what it holds is
 * invented if and only if the forum is a demonstration, and the application cannot rewrite the audit trail. Gives
 * warnings that do not stop the start.
 *
 * @throws StartError
 */
export async function checkDatabase({
  databaseUrl: url,
  demonstration,
}: Pick<Config, 'databaseUrl' | 'demonstration'>): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    options: `-c role=${APPLICATION_ROLE}`,
    connectionTimeoutMillis: 5_000,
    application_name: 'hemicycle check',
  });
  // The connection may break while nothing is asked; what is asked next says so.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const pending = pendingAmong((await client.query<{ name: string }>(MIGRATIONS_DONE)).rows);
    if (pending.length > 0) {
      throw new StartError({
        fr: `La base de données n’est pas à jour (il manque ${pending.length} migrations, d’abord ${pending[0]}) : lancez "hemicycle migrate".`,
        en: `The database is not up to date (${pending.length} to come, first ${pending[0]}): run "hemicycle migrate".`,
      });
    }
    // From here on the settings say the same as the data: pages and letters ask the ones, the API the others.
    const { rows: forums } = await client.query<{ demonstration: boolean }>(
      'SELECT demonstration FROM forum',
    );
    if (forums[0]?.demonstration !== demonstration) {
      throw new StartError(
        demonstration
          ? {
              fr: 'La base de données fournie contient un forum qui n’est pas une démonstration : ouvrez-le avec DATABASE_URL.',
              en: 'The embedded database holds a forum that is no demonstration: run it with DATABASE_URL.',
            }
          : {
              fr: 'La base de données contient la démonstration, où tout est inventé : un vrai forum commence sur une base vide.',
              en: 'The database holds the demonstration, in which everything is invented: a real forum begins on an empty one.',
            },
      );
    }
    const { rows } = await client.query<{ acting: boolean; login: boolean }>(
      `SELECT ${rewriting('current_user')} AS acting, ${rewriting('session_user')} AS login`,
    );
    if (rows[0]?.acting !== false) {
      throw new StartError({
        fr: `L’application pourrait réécrire la piste d’audit : reprenez à ${APPLICATION_ROLE} UPDATE, DELETE et TRUNCATE sur audit_row, et les droits de superutilisateur.`,
        en: `The application could rewrite the audit trail: take UPDATE, DELETE and TRUNCATE on audit_row back from ${APPLICATION_ROLE}, and superuser rights too.`,
      });
    }
    return rows[0].login
      ? [
          `The login of DATABASE_URL could rewrite the audit trail by changing its role: better one that is a member of ${APPLICATION_ROLE} and nothing else.`,
        ]
      : [];
  } catch (failure) {
    throw failure instanceof StartError ? failure : new StartError(whyNot(failure));
  } finally {
    await client.end().catch(() => undefined);
  }
}

const rewriting = (user: string): string =>
  `(has_table_privilege(${user}, 'audit_row', 'UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(${user}, 'audit_row', 'UPDATE'))`;

/** What PostgreSQL, or the road to it, said; never the address, which holds a password. */
function whyNot(failure: unknown): Text {
  const { code = '', message = '' } = failure as { code?: string; message?: string };
  switch (code) {
    case '28P01':
    case '28000':
      return {
        fr: 'La base de données refuse l’identifiant de DATABASE_URL.',
        en: 'The database refuses the login of DATABASE_URL.',
      };
    case '3D000':
      return {
        fr: 'La base de données que nomme DATABASE_URL n’existe pas.',
        en: 'The database that DATABASE_URL names does not exist.',
      };
    case '22023':
      return {
        fr: `Le rôle ${APPLICATION_ROLE} n’existe pas encore : lancez "hemicycle migrate".`,
        en: `The role ${APPLICATION_ROLE} does not exist yet: run "hemicycle migrate".`,
      };
    case '42501':
      return {
        fr: `L’identifiant de DATABASE_URL ne peut agir comme ${APPLICATION_ROLE} : donnez-le-lui par GRANT ${APPLICATION_ROLE} TO.`,
        en: `The login of DATABASE_URL may not act as ${APPLICATION_ROLE}: GRANT ${APPLICATION_ROLE} TO it.`,
      };
    case '42P01':
      return {
        fr: 'La base de données est vide : lancez "hemicycle migrate".',
        en: 'The database is empty: run "hemicycle migrate".',
      };
    default:
      return {
        fr: `La base de données de DATABASE_URL ne répond pas (${code === '' ? message : code}).`,
        en: `The database of DATABASE_URL does not answer (${code === '' ? message : code}).`,
      };
  }
}
