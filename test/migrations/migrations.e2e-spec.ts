import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { dataSourceOptions } from '@hemicycle/database';
import { DataSource } from 'typeorm';
import { PARTS } from '../../apps/api/src/tables.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let owner: DataSource;

beforeAll(async () => {
  database = await aDatabase();
  owner = await new DataSource(dataSourceOptions({ url: database.url, as: 'owner' }, PARTS)).initialize();
});
afterAll(async () => {
  await owner?.destroy();
  await database?.drop();
});

/** Everything in the schema but what TypeORM keeps for itself, one line each. */
async function schemaDump(): Promise<string[]> {
  const lines = await database.query<{ line: string }>(`
    WITH relation AS (
      SELECT c.*, c.oid::regclass AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname !~ '^(migration|PK_)'
        AND c.relname <> 'migration_id_seq'
    )
    SELECT concat_ws(' ', 'relation', name, relkind, relpersistence, relrowsecurity) AS line FROM relation
    UNION ALL
    SELECT concat_ws(' ', 'column', name, attnum, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
                     attgenerated, pg_get_expr(adbin, adrelid))
    FROM relation JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE relkind <> 'i'
    UNION ALL
    SELECT concat_ws(' ', 'constraint', name, conname, pg_get_constraintdef(k.oid))
    FROM relation JOIN pg_constraint k ON conrelid = relation.oid
    UNION ALL
    SELECT pg_get_indexdef(oid) FROM relation WHERE relkind = 'i'
    UNION ALL
    SELECT pg_get_triggerdef(t.oid) FROM relation JOIN pg_trigger t ON tgrelid = relation.oid WHERE NOT tgisinternal
    UNION ALL
    SELECT pg_get_functiondef(p.oid) FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT concat_ws(' ', 'extension', extname) FROM pg_extension
    UNION ALL
    SELECT concat_ws(' ', 'grant', table_name, grantee, privilege_type, is_grantable)
    FROM information_schema.table_privileges WHERE table_schema = 'public'
    UNION ALL
    SELECT concat_ws(' ', 'grant', table_name, column_name, grantee, privilege_type)
    FROM information_schema.column_privileges WHERE table_schema = 'public' AND grantee = 'hemicycle_app'
    UNION ALL
    SELECT concat_ws(' ', 'schema', nspname, nspacl::text) FROM pg_namespace WHERE nspname = 'public'
    UNION ALL
    SELECT concat_ws(' ', 'function', p.oid::regprocedure, proacl::text) FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace AND proacl IS NOT NULL`);
  return lines.map(({ line }) => line).toSorted();
}

describe('the migrations', () => {
  it('are the files of their folder, each listed once, in order', () => {
    const files = readdirSync(new URL('../../migrations/', import.meta.url))
      .filter((file) => file !== 'index.ts')
      .toSorted();
    for (const file of files) expect(file).toMatch(/^\d{13}-[a-z-]+\.ts$/);
    const classes = files.map((file) => {
      const [time, ...words] = file.replace('.ts', '').split('-');
      return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') + time;
    });
    expect(MIGRATIONS.map(({ name }) => name)).toEqual(classes);
  });

  it('have all run, and none waits', async () => {
    expect(await owner.showMigrations()).toBe(false);
  });

  it('make what the entities describe', async () => {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('undo themselves to the last table, and make the same schema again', async () => {
    const before = await schemaDump();
    expect(before.filter((line) => line.startsWith('relation')).length).toBeGreaterThan(MIGRATIONS.length);
    for (const _ of MIGRATIONS) await owner.undoLastMigration({ transaction: 'each' });
    const left = (await schemaDump()).filter((line) => !/^(schema|extension|grant migration) /.test(line));
    expect(left).toEqual([]);
    await owner.runMigrations({ transaction: 'each' });
    expect(await schemaDump()).toEqual(before);
  });

  it('let the application add to the trail and read it, and empty no table', async () => {
    const granted = await database.query<{ table: string; privilege: string }>(
      `SELECT table_name AS table, privilege_type AS privilege FROM information_schema.table_privileges
       WHERE grantee = 'hemicycle_app' AND table_name IN ('audit_row', 'migration') ORDER BY 1, 2`,
    );
    expect(granted).toEqual([
      { table: 'audit_row', privilege: 'INSERT' },
      { table: 'audit_row', privilege: 'SELECT' },
      { table: 'migration', privilege: 'SELECT' },
    ]);
    const all = await database.query<{ privilege: string }>(
      `SELECT DISTINCT privilege_type AS privilege FROM information_schema.table_privileges
       WHERE grantee IN ('hemicycle_app', 'PUBLIC') AND table_schema = 'public' ORDER BY 1`,
    );
    expect(all.map(({ privilege }) => privilege)).not.toContain('TRUNCATE');
  });

  it('let the application change nothing but columns that have a next value', async () => {
    const whole = await database.query(
      `SELECT table_name FROM information_schema.table_privileges
       WHERE grantee IN ('hemicycle_app', 'PUBLIC') AND table_schema = 'public' AND privilege_type = 'UPDATE'`,
    );
    expect(whole).toEqual([]);
    for (const [table, column] of [
      ['mandate', 'term_until_on'],
      ['mandate', 'member_id'],
      ['member', 'college'],
      ['person', 'name'],
      ['sealed_poll', 'election_file'],
      ['key_ceremony', 'number'],
      ['election', 'office'],
      ['candidacy', 'statement'],
      ['meeting', 'number'],
      ['application', 'submitted_at'],
      ['session', 'person_id'],
      ['sign_in_link', 'expires_at'],
      ['rules_of_procedure_edition', 'rules'],
    ] as const) {
      const attempt = database.query(`SET ROLE hemicycle_app; UPDATE ${table} SET ${column} = ${column}`);
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
  });
});
