import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@hemicycle/kernel';
import { GENESIS, hashOf } from '../../libs/audit/src/chain.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { type Ended, endEverything, Hemicycle } from '../support/hemicycle.js';

jest.setTimeout(60_000);
afterAll(endEverything);

let database: TestDatabase;
let head: string;

const verify = (...options: string[]): Promise<Ended> =>
  Hemicycle.ran(['verify-audit', ...options], { DATABASE_URL: database.url });

/** Does what the application cannot, nor the owner without taking the guard away. */
async function tamper(sql: string): Promise<void> {
  await database.query('ALTER TABLE audit_row DISABLE TRIGGER audit_row_is_append_only');
  await database.query(sql);
  await database.query('ALTER TABLE audit_row ENABLE TRIGGER audit_row_is_append_only');
}

describe('hemicycle verify-audit', () => {
  beforeEach(async () => {
    database = await aDatabase();
    head = GENESIS;
    for (const seq of [1, 2, 3, 4]) {
      const link = {
        seq,
        at: new Date(Date.UTC(2024, 2, seq)),
        command: 'registerOrganisation',
        actorId: newId(),
        subjectId: newId(),
        fingerprint: null,
        previousHash: head,
      };
      head = hashOf(link);
      await database.query(
        `INSERT INTO audit_row (seq, at, command, actor_id, subject_id, previous_hash, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [seq, link.at, link.command, link.actorId, link.subjectId, link.previousHash, head],
      );
    }
  });

  afterEach(() => database.drop());

  it('finds an untouched trail intact, in both languages, with its length and its head', async () => {
    const { code, stdout } = await verify();
    expect(stdout).toBe(
      `Piste d’audit intacte : 4 lignes, dernière empreinte ${head}\nAudit trail intact: 4 rows, head ${head}\n`,
    );
    expect(code).toBe(0);
    expect((await verify('--head', head)).code).toBe(0);
  });

  it('names an altered row', async () => {
    await tamper(`UPDATE audit_row SET command = 'nameFounder' WHERE seq = 2`);
    const { code, stdout } = await verify();
    expect(stdout).toContain('Ligne 2 modifiée');
    expect(stdout).toContain('Row 2 altered');
    expect(code).toBe(1);
  });

  it('names a row that was removed, and the one that no longer follows it', async () => {
    await tamper('DELETE FROM audit_row WHERE seq = 2');
    const { code, stdout } = await verify();
    expect(stdout).toContain('Ligne 2 manquante');
    expect(stdout).toContain('Row 2 missing');
    expect(stdout).toContain('Row 3 unlinked');
    expect(code).toBe(1);
  });

  it('finds rows that changed places', async () => {
    await tamper(
      `UPDATE audit_row SET seq = CASE seq WHEN 2 THEN 30 ELSE 2 END WHERE seq IN (2, 3);
       UPDATE audit_row SET seq = 3 WHERE seq = 30`,
    );
    const { code, stdout } = await verify();
    expect(stdout).toContain('Row 2 altered');
    expect(stdout).toContain('Row 3 altered');
    expect(code).toBe(1);
  });

  it('finds a tail that was cut, with a head published before', async () => {
    await tamper('DELETE FROM audit_row WHERE seq = 4');
    expect((await verify()).code).toBe(0);
    const { code, stdout } = await verify('--head', head);
    expect(stdout).toContain(`Head ${head} not found`);
    expect(stdout).toContain(`Empreinte ${head} introuvable`);
    expect(code).toBe(1);
  });

  it('gives no verdict where it cannot read: its exit code is another than that of a trail that was altered', async () => {
    const { code, stderr } = await verify('--head', 'abc');
    expect(code).toBe(2);
    expect(stderr).toContain('64 hexadecimal digits');
    const unreachable = { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/forum' };
    expect((await Hemicycle.ran(['verify-audit'], unreachable)).code).toBe(2);
  });
});
