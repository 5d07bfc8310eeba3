import '../support/matchers.js';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  credentialSecret,
  fingerprintOf,
  openDecryptionKey,
  publicCredential,
  shareOutputFrom,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { VoterKeys } from '../../libs/elections/src/sealed/voter-keys.js';
import { ForumApart } from '../support/forum-apart.js';
import { endEverything } from '../support/hemicycle.js';
import { done } from '../support/plenary.js';
import { casts, lastRound, pollFile, type TrusteeDevice } from '../support/sealed.js';
import { realForum } from '../support/server-process.js';

// A whole election by a server of its own, on machines that may be busy.
jest.setTimeout(300_000);

const group = nativeGroups('BELENIOS-2048');

/** Something that the server keeps: a row, a file, a line, a message. */
interface Kept {
  readonly where: string;
  readonly content: Buffer;
}

const holds = ({ content }: Kept, needle: string): boolean => content.includes(needle);

/** Where any of these stands. */
const found = (kept: readonly Kept[], needles: readonly string[]): string[] =>
  kept.flatMap((one) => needles.filter((needle) => holds(one, needle)).map(() => one.where));

/** Where something of the one list stands with something of the other. */
const together = (kept: readonly Kept[], some: readonly string[], others: readonly string[]): string[] =>
  kept
    .filter((one) => some.some((needle) => holds(one, needle)) && others.some((needle) => holds(one, needle)))
    .map(({ where }) => where);

describe('what the server keeps of a secret poll', () => {
  let forum: ForumApart;
  let devices: [TrusteeDevice, TrusteeDevice, TrusteeDevice];
  let ear: pg.Client;
  const told: string[] = [];
  const trackers: string[] = [];
  /** What nobody but a voter or a trustee may know. */
  const secrets: string[] = [];
  /** The key of the voters' credentials. */
  const keys: string[] = [];
  const credentials: string[] = [];

  beforeAll(async () => {
    forum = await ForumApart.inSession();
    await forum.starts();
    ear = new pg.Client({ connectionString: forum.databaseUrl });
    ear.on('error', () => undefined);
    ear.on('notification', ({ channel, payload = '' }) => told.push(`${channel} ${payload}`));
    await ear.connect();
    for (const channel of ['hemicycle_change', 'jobs:insert']) {
      await ear.query(`LISTEN "${channel}"`);
    }
    devices = forum.trustees();
    await forum.opens(devices);
    const { electionId } = forum;
    const { sealedUuid } = await lastRound(forum.secretary, electionId);
    const written = (secret: bigint): string[] => [secret.toString(), secret.toString(16)];
    for (const device of devices) {
      const { output } = await device.work();
      const share = await openDecryptionKey(group, device.seed, shareOutputFrom(output));
      secrets.push(device.seed, ...written(share));
    }
    for (const [index, voter] of forum.voters.entries()) {
      const { votingCredential: credential } = await voter.reads(
        'query ($id: ID!) { votingCredential(electionId: $id) }',
        { id: electionId },
      );
      secrets.push(credential, credential.replaceAll('-', ''));
      secrets.push(...written(credentialSecret(group, sealedUuid, credential)));
      const listed = publicCredential(group, sealedUuid, credential);
      credentials.push(listed, fingerprintOf(listed));
      // Blank, one candidate, the other; the first voter votes twice.
      const choice = [[], [forum.candidacyIds[0]], [forum.candidacyIds[1]]][index % 3] ?? [];
      for (let turn = index === 0 ? 0 : 1; turn < 2; turn += 1) {
        trackers.push(done(await casts(voter, electionId, choice)).tracker);
      }
    }
    const [{ kept } = { kept: '' }] = await forum.query<{ kept: string }>(
      'SELECT voter_key AS kept FROM sealed_poll',
    );
    const { SECRET_KEY = '' } = realForum('');
    const key = new VoterKeys(SECRET_KEY).open(kept);
    keys.push(key.toString('hex'), key.toString('base64'), key.toString('base64url'), key.toString('latin1'));
    const { secretary } = forum;
    done(await secretary.does('closeVoting', { electionId }));
    const { sealed } = await lastRound(secretary, electionId);
    const archive = await (await pollFile(forum.url, sealed.archiveUrl, null)).arrayBuffer();
    for (const device of devices.slice(0, 2)) done(await device.opens(electionId, new Uint8Array(archive)));
    done(await secretary.does('countVotes', { electionId }));
    await forum.query('CHECKPOINT');
  });
  afterAll(async () => {
    await ear?.end();
    await forum?.isOver();
    await endEverything();
  });

  /** Each row of each table. */
  async function rows(): Promise<Kept[]> {
    const tables = await forum.query<{ room: string; name: string }>(
      `SELECT schemaname AS room, tablename AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.map(({ room }) => room)).toContain('graphile_worker');
    const kept: Kept[] = [];
    for (const { room, name } of tables) {
      for (const row of await forum.query(`SELECT * FROM "${room}"."${name}"`)) {
        const text = Object.values(row).map((value) =>
          Buffer.isBuffer(value)
            ? value
            : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
        );
        kept.push({ where: `table ${room}.${name}`, content: Buffer.concat(text) });
      }
    }
    return kept;
  }

  /** Each file of the database: tables with the rows that are no more, the write-ahead log, its own log. */
  function files(folder = join(forum.folder, 'data')): Kept[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => ({ where: `file ${path.slice(forum.folder.length + 1)}`, content: readFileSync(path) }));
  }

  /** The log, the lines of one request together. */
  function requests(): Kept[] {
    const lines = new Map<string, string>();
    for (const [index, line] of forum.log.split('\n').entries()) {
      const request = /"requestId":"([^"]+)"/.exec(line)?.[1] ?? `line ${index}`;
      lines.set(request, (lines.get(request) ?? '') + line);
    }
    return [...lines].map(([request, text]) => ({ where: `log of ${request}`, content: Buffer.from(text) }));
  }

  const messages = (): Kept[] => told.map((text) => ({ where: 'notification', content: Buffer.from(text) }));

  it('has every ballot, so that there is something to search', async () => {
    const kept = await rows();
    expect(new Set(found(kept, trackers))).toContain('table public.sealed_ballot');
    expect(found(files(), trackers).some((where) => where.includes('pg_wal'))).toBe(true);
    expect(requests().length).toBeGreaterThan(20);
    expect(messages().length).toBeGreaterThan(0);
    const { count } = await lastRound(forum.secretary, forum.electionId);
    expect(count.blanks + count.votesCast).toBe(6);
  });

  it('is no secret of a voter or of a trustee, in clear (CNIL-1-07, CNIL-1-08)', async () => {
    const everything = [...(await rows()), ...files(), ...requests(), ...messages()];
    expect(found(everything, [...secrets, ...keys])).toEqual([]);
  });

  it('is no key of the credentials any more, even sealed (CNIL-1-07)', async () => {
    expect(await forum.query('SELECT voter_key FROM sealed_poll')).toEqual([{ voter_key: null }]);
  });

  it('never says a voter’s name beside her ballot or a choice (CNIL-1-07)', async () => {
    const rowsAndWords = [...(await rows()), ...requests(), ...messages()];
    // Candidates are named beside their candidacies: those of the voters who are none.
    const seats = forum.seats.filter((_, index) => index !== 1 && index !== 2);
    const voters = seats.flatMap(({ memberId, personId }) => [memberId, personId]);
    expect(together(rowsAndWords, voters, forum.candidacyIds)).toEqual([]);
    const all = forum.seats.flatMap(({ memberId, personId }) => [memberId, personId]);
    expect(together(rowsAndWords, all, [...trackers, ...credentials])).toEqual([]);
  });

  it('says neither a ballot nor a choice in its log, its letters, its trail or what it tells watchers', async () => {
    const spoken = (await rows()).filter(({ where }) => /outgoing_mail|audit_row/.test(where));
    expect(spoken.length).toBeGreaterThan(0);
    expect(found([...spoken, ...requests(), ...messages()], [...trackers, ...credentials])).toEqual([]);
    const heard = new Set(
      told.flatMap((message) => {
        const [channel, id = ''] = message.split(' ');
        return channel === 'hemicycle_change' ? [id] : [];
      }),
    );
    expect([...heard].toSorted()).toEqual([forum.electionId, forum.meetingId].toSorted());
  });

  it('would betray a secret that was kept: this search finds one', async () => {
    const [seed = ''] = secrets;
    const [tracker = ''] = trackers;
    const [seat] = forum.seats;
    await forum.query('CREATE TABLE planted (content text)');
    await forum.query('INSERT INTO planted VALUES ($1), ($2)', [seed, `${seat?.personId} ${tracker}`]);
    await forum.query('CHECKPOINT');
    expect(found(await rows(), secrets)).toEqual(['table public.planted']);
    const inFiles = found(files(), secrets);
    expect(inFiles.some((where) => where.includes('pg_wal'))).toBe(true);
    expect(inFiles.some((where) => where.includes('base'))).toBe(true);
    expect(together(await rows(), [seat?.personId ?? ''], trackers)).toEqual(['table public.planted']);
  });
});
