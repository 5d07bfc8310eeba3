import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

it('fills the tables of today with the lists that are measured', async () => {
  const lists = new URL('lists.mjs', import.meta.url);
  const { fill } = (await import(lists.href)) as { fill: (databaseUrl: string) => Promise<void> };
  await fill(database.url);
  const [counted] = await database.query(
    `SELECT (SELECT count(*)::integer FROM meeting) AS meetings, (SELECT count(*)::integer FROM agenda_item) AS items,
            (SELECT count(*)::integer FROM member) AS members`,
  );
  expect(counted).toEqual({ meetings: 100, items: 800, members: 100 });
});
