import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AuditRepository, AuditRow, hashOf, type Verification, verifyChain } from '@hemicycle/audit';
import { APPLICATION_ROLE, dataSourceOptions, type Tx } from '@hemicycle/database';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { TestForum, type Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

jest.setTimeout(60_000);

let forum: TestForum;
let secretariat: Voice;
let owner: DataSource;
const trail = new AuditRepository();

beforeAll(async () => {
  forum = await TestForum.on('2024-02-12');
  secretariat = await forum.secretary();
  owner = await new DataSource(
    dataSourceOptions({ url: forum.database.url, as: 'owner' }, { entities: [AuditRow], migrations: [] }),
  ).initialize();
});
afterAll(async () => {
  await owner?.destroy();
  await forum?.close();
});

const registers = (name: string, voice = secretariat) =>
  voice.does(
    'registerOrganisation',
    { nameFr: name, nameEn: name, college: 'CIVIL_SOCIETY' },
    '... on Organisation { id }',
  );
const verified = (head?: string): Promise<Verification> => verifyChain(trail.rows(owner.manager), head);
const length = async (): Promise<number> => (await verified()).rows;

describe('what is written down', () => {
  it('is one row for each of fifty commands at once, in one chain', async () => {
    const names = Array.from({ length: 50 }, (_, number) => `Organisation ${number + 1}`);
    const ids = (await Promise.all(names.map((name) => registers(name)))).map((made) => done(made).id);
    const rows = await owner.manager.find(AuditRow, { order: { seq: 'ASC' } });
    expect(rows.map(({ seq }) => Number(seq))).toEqual(names.map((_, index) => index + 1));
    expect(new Set(rows.map(({ subjectId }) => subjectId))).toEqual(new Set(ids));
    for (const row of rows) {
      expect(row).toMatchObject({ command: 'registerOrganisation', actorId: secretariat.personId });
    }
    const { flaws, head } = await verified();
    expect(flaws).toEqual([]);
    expect(head).toBe(rows.at(-1)?.hash);
  });

  it('is nothing of what was refused, by the charter or otherwise', async () => {
    const before = await length();
    expect(await registers('Organisation 1')).toBeRefusedBy('C3-COLLEGES');
    expect(await registers('')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await registers('Organisation 51', forum.anyone)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await registers('Organisation 51', await forum.person('Somebody'))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await length()).toBe(before);
  });

  it('is nothing of a ballot: the order of the rows would be that of the votes', async () => {
    const plenary = await Plenary.planned();
    const rows = (): Promise<{ command: string }[]> =>
      plenary.forum.database.query('SELECT command FROM audit_row ORDER BY seq');
    try {
      const elections = await plenary.convened();
      const candidacy = await plenary.stands(plenary.member('GOVERNMENT', 2), elections.GOVERNMENT);
      await plenary.opened();
      await plenary.vote(elections.GOVERNMENT);
      const before = await rows();
      await plenary.ballots(elections.GOVERNMENT, 'GOVERNMENT', [candidacy, null, candidacy]);
      expect(await rows()).toEqual(before);
      expect(before.at(-1)).toEqual({ command: 'openVoting' });
    } finally {
      await plenary.forum.close();
    }
  });
});

describe('rewriting the trail', () => {
  const REWRITINGS = [
    `UPDATE audit_row SET command = 'nothing' WHERE seq = 1`,
    `DELETE FROM audit_row WHERE seq = 1`,
    `TRUNCATE audit_row`,
  ];

  it.each([
    ...REWRITINGS,
    `ALTER TABLE audit_row DISABLE TRIGGER audit_row_is_append_only`,
    `DROP TRIGGER audit_row_is_append_only ON audit_row`,
    `DROP TABLE audit_row`,
  ])('is refused to the application: %s', async (statement) => {
    const application = new pg.Client({
      connectionString: forum.database.url,
      options: `-c role=${APPLICATION_ROLE}`,
    });
    await application.connect();
    const before = await length();
    try {
      await expect(application.query(statement)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await application.end();
    }
    expect(await length()).toBe(before);
  });

  it.each(REWRITINGS)('stops the owner of the table too: %s', async (statement) => {
    const before = await verified();
    await expect(owner.query(statement)).rejects.toThrow('audit_row is append-only');
    expect(await verified()).toEqual(before);
  });
});

describe('whoever takes the trigger away', () => {
  /** What a verification finds after `tamper`, of which nothing is kept. */
  async function found(tamper: (tx: Tx) => Promise<unknown>, head?: string): Promise<Verification> {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('ALTER TABLE audit_row DISABLE TRIGGER audit_row_is_append_only');
      await tamper(runner.manager);
      return await verifyChain(trail.rows(runner.manager), head);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  /** Writes the rows from `seq` on again, as a history of its own that holds together. */
  async function rewrite(tx: Tx, seq: number, change: Partial<AuditRow>): Promise<void> {
    const all = await tx.find(AuditRow, { order: { seq: 'ASC' } });
    await tx.query('DELETE FROM audit_row WHERE seq >= $1', [seq]);
    let previousHash = all[seq - 2]?.hash ?? '';
    for (const row of all.slice(seq - 1)) {
      const link = { ...row, ...(Number(row.seq) === seq ? change : {}), previousHash };
      previousHash = hashOf({ ...link, seq: Number(row.seq) });
      await tx.insert(AuditRow, { ...link, hash: previousHash });
    }
  }

  let head: { seq: number; hash: string };
  beforeAll(async () => {
    forum.clock.goTo('2024-02-13');
    secretariat = await forum.voiceOf(secretariat.personId ?? '');
    ({ auditHead: head } = await forum.anyone.reads('{ auditHead(on: "2024-02-12") { seq hash } }'));
    done(await registers('Organisation of the next day'));
    done(await registers('Another of the next day'));
  });

  it('changes nothing as long as nothing is tampered with', async () => {
    expect(head.seq).toBe(50);
    expect(await found(() => Promise.resolve(), head.hash)).toMatchObject({ rows: 52, flaws: [] });
  });

  const ALTERATIONS: Readonly<Record<string, readonly string[]>> = {
    seq: ['1000'],
    at: [`at + interval '1 millisecond'`],
    command: [`'renameOrganisation'`, `''`],
    actor_id: [`gen_random_uuid()`, 'NULL'],
    subject_id: [`gen_random_uuid()`, 'NULL'],
    fingerprint: [`''`, `repeat('0', 64)`],
    previous_hash: [`repeat('1', 64)`],
    hash: [`repeat('1', 64)`, 'upper(hash)'],
  };

  it('betrays an altered row, whichever column it is', async () => {
    const columns = await forum.database.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_row'`,
    );
    expect(columns.map(({ name }) => name).toSorted()).toEqual(Object.keys(ALTERATIONS).toSorted());
    for (const [column, values] of Object.entries(ALTERATIONS)) {
      for (const value of values) {
        for (const seq of [1, 20, 52]) {
          const { flaws } = await found((tx) =>
            tx.query(`UPDATE audit_row SET ${column} = ${value} WHERE seq = ${seq}`),
          );
          const kind = column === 'seq' ? 'missing' : 'altered';
          expect({ column, value, seq, flaws }).toMatchObject({
            flaws: expect.arrayContaining([expect.objectContaining({ kind, seq })]),
          });
        }
      }
    }
  });

  it.each([1, 20, 51])('betrays a removed row: %i', async (seq) => {
    const { flaws } = await found((tx) => tx.query('DELETE FROM audit_row WHERE seq = $1', [seq]));
    expect(flaws).toEqual([
      { kind: 'missing', seq, until: seq },
      { kind: 'unlinked', seq: seq + 1 },
    ]);
  });

  it('betrays a row put far away in one word, however far', async () => {
    const { flaws } = await found((tx) =>
      tx.query('UPDATE audit_row SET seq = 9000000000000000 WHERE seq = 52'),
    );
    expect(flaws).toEqual([
      { kind: 'missing', seq: 52, until: 8_999_999_999_999_999 },
      { kind: 'altered', seq: 9_000_000_000_000_000 },
    ]);
  });

  it('betrays a removed row whose number was given to the next, down to the last', async () => {
    const { rows, flaws } = await found(async (tx) => {
      await tx.query('DELETE FROM audit_row WHERE seq = 20');
      for (let seq = 21; seq <= 52; seq += 1) {
        await tx.query('UPDATE audit_row SET seq = seq - 1 WHERE seq = $1', [seq]);
      }
    });
    expect(rows).toBe(51);
    expect(flaws).toContainEqual({ kind: 'unlinked', seq: 20 });
    expect(flaws).toContainEqual({ kind: 'altered', seq: 20 });
  });

  it.each([
    [1, 2],
    [20, 21],
    [10, 40],
  ])('betrays two rows that changed places: %i and %i', async (one, other) => {
    const { flaws } = await found(async (tx) => {
      await tx.query('UPDATE audit_row SET seq = 1000 WHERE seq = $1', [one]);
      await tx.query('UPDATE audit_row SET seq = $1 WHERE seq = $2', [one, other]);
      await tx.query('UPDATE audit_row SET seq = $1 WHERE seq = 1000', [other]);
    });
    for (const seq of [one, other]) {
      expect(flaws).toContainEqual({ kind: 'unlinked', seq });
      expect(flaws).toContainEqual({ kind: 'altered', seq });
    }
  });

  it('betrays two rows that exchanged what they tell', async () => {
    const { flaws } = await found(async (tx) => {
      const subjects = await tx.find(AuditRow, {
        where: [{ seq: '20' }, { seq: '21' }],
        order: { seq: 'ASC' },
      });
      await tx.update(AuditRow, { seq: '20' }, { subjectId: subjects[1]?.subjectId ?? null });
      await tx.update(AuditRow, { seq: '21' }, { subjectId: subjects[0]?.subjectId ?? null });
    });
    expect(flaws).toEqual([
      { kind: 'altered', seq: 20 },
      { kind: 'altered', seq: 21 },
    ]);
  });

  it('betrays a row slipped in among the others, even one whose own hash is right', async () => {
    const { rows, flaws } = await found(async (tx) => {
      for (let seq = 52; seq >= 20; seq -= 1) {
        await tx.query('UPDATE audit_row SET seq = seq + 1 WHERE seq = $1', [seq]);
      }
      const before = await tx.findOneByOrFail(AuditRow, { seq: '19' });
      // No two rows may name the same predecessor: this one cannot name the right one.
      const slipped = { ...before, seq: 20, command: 'renameOrganisation', previousHash: 'f'.repeat(64) };
      await tx.insert(AuditRow, { ...slipped, seq: '20', hash: hashOf(slipped) });
    });
    expect(rows).toBe(53);
    expect(flaws).toContainEqual({ kind: 'unlinked', seq: 20 });
    expect(flaws).toContainEqual({ kind: 'unlinked', seq: 21 });
    expect(flaws).not.toContainEqual({ kind: 'altered', seq: 20 });
  });

  it('may cut the end off without a trace, but not past a head that was published', async () => {
    const cut = (tx: Tx) => tx.query('DELETE FROM audit_row WHERE seq >= 45');
    expect(await found(cut)).toMatchObject({ rows: 44, flaws: [] });
    expect((await found(cut, head.hash)).flaws).toEqual([{ kind: 'head not found', head: head.hash }]);
  });

  it('may empty it without a trace, but for a head that was published', async () => {
    const empty = (tx: Tx) => tx.query('TRUNCATE audit_row');
    expect(await found(empty)).toMatchObject({ rows: 0, flaws: [] });
    expect((await found(empty, head.hash)).flaws).toEqual([{ kind: 'head not found', head: head.hash }]);
  });

  it('may write it again from some row to its end without a trace, but for a head that was published', async () => {
    const again = (tx: Tx) => rewrite(tx, 30, { subjectId: null });
    expect(await found(again)).toMatchObject({ rows: 52, flaws: [] });
    expect((await found(again, head.hash)).flaws).toEqual([{ kind: 'head not found', head: head.hash }]);
  });

  it('is betrayed by a head only for what it covers: the rows up to it', async () => {
    const later = (tx: Tx) => rewrite(tx, 51, { subjectId: null });
    expect(await found(later, head.hash)).toMatchObject({ rows: 52, flaws: [] });
  });
});
