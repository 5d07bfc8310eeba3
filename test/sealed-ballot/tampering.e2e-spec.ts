import { jest } from '@jest/globals';
import {
  CheckFailed,
  checkBoundProofs,
  checkDecryption,
  decryptTally,
  type GroupName,
  type Groups,
  oneOf,
  type Report,
  sideFile,
  verifyArchive,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { createHash, randomBytes } from 'node:crypto';
import { anElection, type HeldElection } from '../../libs/sealed-ballot/test/an-election.js';
import { nativeBelenios2048 } from '../../libs/sealed-ballot-native/src/native-groups.js';
import {
  alterations,
  alterationsOfEachSort,
  archiveOf,
  chained,
  filesOf,
  forged,
  type ForgedFile,
} from './tampered-archive.js';
import { TOOL_IS_HERE, toolAccepts } from './third-party-tool.js';

// Exponentiations by the thousand, on machines that may be busy.
jest.setTimeout(120_000);

const anyElection = (group: GroupName, groups: Groups = nativeGroups): Promise<HeldElection> =>
  anElection({
    group,
    groups,
    trustees: [1, [2, 3]],
    questions: [oneOf('Qui ?', ['Ada', 'Bao'], true)],
    votes: [
      { voter: 0, choices: [[0]] },
      { voter: 1, choices: ['blank'] },
    ],
    voters: 3,
  });

/** `side`: as our verifier runs; null: without the bound proofs, as other tools do. */
const verified = (archive: Uint8Array, side: string | null, groups: Groups = nativeGroups): Promise<Report> =>
  verifyArchive(archive, { sideFile: side, standard: side === null ? 'belenios' : 'ours', groups });

/** A side file that names the forged box, as the forger would write it. */
function followed(side: string, forgery: Uint8Array): string {
  const data = JSON.parse(side) as { box: string };
  const files = filesOf(forgery);
  const end = files.findIndex(({ object }) => object === 'event EncryptedTally');
  if (end < 0) return side;
  const { timestamp } = JSON.parse(files[0]!.raw) as { timestamp: string };
  data.box = createHash('sha256')
    .update(archiveOf(files.slice(0, end + 1), timestamp))
    .digest('hex');
  return JSON.stringify(data);
}

/** As on a platform where the functions of C cannot be called. */
const withoutThem: Groups = (name) =>
  name === 'BELENIOS-2048' ? nativeBelenios2048(undefined, null) : nativeGroups(name);

/**
 * In each group every field of every object is altered, by native code. Without functions of C one field of each sort is: the
 * checks are the same, and that their arithmetic is the same too, there and in a browser, is what `native-groups.spec`
 * shows. What is wrong with the tar file itself is found before a group is known: it is tried in one.
 */
describe.each([
  ['Ed25519', '', nativeGroups, alterations],
  ['BELENIOS-2048', '', nativeGroups, alterations],
  ['BELENIOS-2048', ' without functions of C', withoutThem, alterationsOfEachSort],
] as const)('in %s%s, a forger who makes every hash right again', (group, _, groups, altered) => {
  let held: HeldElection;
  let files: ForgedFile[];
  const judged = (archive: Uint8Array, side: string | null): Promise<Report> =>
    verified(archive, side, groups);

  beforeAll(async () => {
    held = await anyElection(group, groups);
    files = filesOf(held.archive);
    expect(Buffer.compare(archiveOf(files, '1706745600'), held.archive)).toBe(0);
    expect((await judged(held.archive, held.sideFile)).valid).toBe(true);
  });

  const objects = [
    'header',
    'election',
    'trustees',
    'credentials',
    'setup',
    'event Setup',
    'ballot',
    'event Ballot',
    'event EndBallots',
    'encrypted tally',
    'sized tally',
    'event EncryptedTally',
    'partial decryption',
    'owned decryption',
    'event PartialDecryption',
    'result',
    'event Result',
  ];

  it('finds each kind of object in the archive', () => {
    expect([...new Set(files.map(({ object }) => object))].toSorted()).toEqual(objects.toSorted());
  });

  it.each(objects)('is found out, whatever field he alters in: %s', async (object) => {
    const index = files.findIndex((file) => file.object === object);
    const attempts = altered(files[index]!.raw, held.election.group);
    expect(attempts.length).toBeGreaterThan(0);
    const unseen: string[] = [];
    const unseenButByBoundProofs: string[] = [];
    for (const { path, raw } of attempts) {
      const forgery = forged(files, index, raw);
      const report = await judged(forgery, followed(held.sideFile, forgery));
      if (report.valid) unseen.push(path);
      if (report.failures.every(({ check }) => check === 'bound-proof')) unseenButByBoundProofs.push(path);
      expect(report.counts === null || report.valid).toBe(true);
    }
    expect(unseen).toEqual([]);
    // Bound proofs cover whatever precedes them, and would hide that nothing else is checked. They alone may tell of the
    // credential of whoever did not vote.
    expect(unseenButByBoundProofs.length).toBeLessThanOrEqual(object === 'credentials' ? 1 : 0);
  });

  it('is found out, whatever field he alters in the side file', async () => {
    for (const { path, raw } of altered(held.sideFile, held.election.group)) {
      const report = await judged(held.archive, raw);
      expect([path, report.valid]).toEqual([path, false]);
    }
  });

  it('is found out, by our standard, when he unsorts the credentials or gives one more weight', async () => {
    const index = files.findIndex(({ object }) => object === 'credentials');
    const [first, ...others] = JSON.parse(files[index]!.raw) as string[];
    for (const listed of [
      [...others, first],
      [`${first},2`, ...others],
    ]) {
      const forgery = forged(files, index, JSON.stringify(listed));
      const report = await judged(forgery, followed(held.sideFile, forgery));
      expect(report.failures).toContainEqual({ check: 'credentials-sorted', place: 'credentials' });
    }
  });

  it('by bound proofs alone when he adds a credential, reorders the box or changes its time', async () => {
    for (const forgery of Object.values(wholeForgeries(held))) {
      expect((await judged(forgery, null)).valid).toBe(true);
      const report = await judged(forgery, followed(held.sideFile, forgery));
      expect(report.failures).toEqual([
        { check: 'bound-proof', place: 'side-file.decryptions[0].proofs[0][0]' },
      ]);
    }
  });
});

/** Forgeries that leave every proof of the archive itself right. */
function wholeForgeries(held: HeldElection): Record<string, Uint8Array> {
  const files = filesOf(held.archive);
  const { group } = held.election;
  const credentials = files.findIndex(({ object }) => object === 'credentials');
  const listed = JSON.parse(files[credentials]!.raw) as string[];
  const longer = [...listed, group.encode(group.powerOfGenerator(7n))].toSorted();
  const time = JSON.stringify({ version: 1, timestamp: '1706745601' });
  const first = files.findIndex(({ object }) => object === 'ballot');
  const [ballot, event, ...others] = files.slice(first, first + 4);
  const swapped = files.toSpliced(first, 4, ...others, ballot!, event!);
  return {
    'a credential added': forged(files, credentials, JSON.stringify(longer)),
    'another timestamp': archiveOf(files.toSpliced(0, 1, { ...files[0]!, raw: time }), '1706745601'),
    'ballots in another order': archiveOf(chained(swapped), '1706745600'),
  };
}

describe('a forger of the tar file', () => {
  let held: HeldElection;
  let files: ForgedFile[];

  beforeAll(async () => {
    held = await anyElection('Ed25519');
    files = filesOf(held.archive);
  });

  it('is found out when he alters any byte of a tar header, or the padding, or cuts or adds an end', async () => {
    const spoiled = (offset: number): Uint8Array => {
      const bytes = held.archive.slice();
      bytes[offset] = (bytes[offset] ?? 0) ^ 1;
      return bytes;
    };
    const second = 512 + 512;
    for (let offset = 0; offset < 512; offset += 1)
      for (const start of [0, second]) {
        const report = await verified(spoiled(start + offset), held.sideFile);
        expect([start + offset, report.valid]).toEqual([start + offset, false]);
      }
    expect((await verified(spoiled(512 + 500), held.sideFile)).failures[0]?.check).toBe('archive-tar');
    expect((await verified(held.archive.slice(0, -512), held.sideFile)).valid).toBe(false);
    const longer = new Uint8Array(held.archive.length + 1024);
    longer.set(held.archive);
    expect((await verified(longer, held.sideFile)).failures[0]?.check).toBe('archive-tar');
  });

  it('is found out when he removes, doubles or moves what an event tells, and chains the rest again', async () => {
    const ends = files.flatMap(({ kind }, index) => (kind === 'event' ? [index + 1] : []));
    const [header, ...told] = [0, 1, ...ends].map((start, index, starts) =>
      files.slice(start, starts[index + 1]),
    );
    const events = told.filter((some) => some.length > 0);
    expect(events.map((some) => some.at(-1)?.object)).toEqual([
      'event Setup',
      'event Ballot',
      'event Ballot',
      'event EndBallots',
      'event EncryptedTally',
      ...Array<string>(4).fill('event PartialDecryption'),
      'event Result',
    ]);
    for (const [index, event] of events.entries()) {
      const others = events.toSpliced(index, 1);
      const moved = events.flatMap((_, to) => (to === index ? [] : [others.toSpliced(to, 0, event)]));
      for (const changed of [others, events.toSpliced(index, 0, event), ...moved]) {
        const forgery = archiveOf(chained([...header!, ...changed.flat()]), '1706745600');
        const report = await verified(forgery, followed(held.sideFile, forgery));
        expect([index, report.valid]).toEqual([index, false]);
      }
    }
  });

  it('is found out when he removes, doubles or moves any file', async () => {
    for (const [index, file] of files.entries())
      for (const changed of [
        files.toSpliced(index, 1),
        files.toSpliced(index, 0, file),
        ...(index + 1 < files.length ? [files.toSpliced(index, 2, files[index + 1]!, file)] : []),
      ]) {
        const report = await verified(archiveOf(changed, '1706745600'), held.sideFile);
        expect([index, report.valid]).toEqual([index, false]);
      }
  });
});

describe('a dishonest trustee', () => {
  it('makes a false factor that the standard proof lets through, and the bound proof does not', async () => {
    const held = await anyElection('Ed25519');
    const { election, tally, trustees, privateKeys, box } = held;
    const { group } = election;
    const { order } = group;
    const trustee = trustees.all[0]!;
    const secret = privateKeys[0]!;
    const modulo = (value: bigint): bigint => ((value % order) + order) % order;
    const random = (): bigint => BigInt(`0x${randomBytes(32).toString('hex')}`) % order;
    const inverse = (value: bigint): bigint => {
      let [result, base, exponent] = [1n, modulo(value), order - 2n];
      for (; exponent > 0n; exponent >>= 1n) {
        if (exponent & 1n) result = (result * base) % order;
        base = (base * base) % order;
      }
      return result;
    };
    // The standard challenge covers neither alpha nor the factor: choose B freely, and solve for the factor after.
    const alpha = tally[0]![1]!.alpha;
    const nonce = random();
    const commitment = group.encode(group.powerOfGenerator(nonce));
    const b = group.times(group.power(alpha, nonce), group.powerOfGenerator(random()));
    const text = `decrypt|${election.fingerprint}|${trustee.publicKeyText}|${commitment},${group.encode(b)}`;
    const challenge = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`) % order;
    const response = modulo(nonce - secret * challenge);
    const rest = group.times(b, group.inverse(group.power(alpha, response)));
    const factor = group.power(rest, inverse(challenge));
    expect(group.equal(factor, group.power(alpha, secret))).toBe(false);

    const data = JSON.parse(held.decryptions[0]!.raw) as {
      decryption_factors: string[][];
      decryption_proofs: { challenge: string; response: string }[][];
    };
    data.decryption_factors[0]![1] = group.encode(factor);
    data.decryption_proofs[0]![1] = { challenge: String(challenge), response: String(response) };
    const checked = checkDecryption(election, tally, trustee, JSON.stringify(data));
    expect(() => checkBoundProofs(election, tally, checked, box, held.bound[0]!.proofs)).toThrow(
      new CheckFailed('bound-proof', 'proofs[0][1]'),
    );
  });

  it('is refused when he gives another’s number, or decrypts twice', async () => {
    const held = await anyElection('Ed25519');
    const files = filesOf(held.archive);
    const first = held.trustees.all[0]!;
    const again = decryptTally(held.election, held.tally, first, held.box, held.privateKeys[0]!);
    const decryptions = files.flatMap(({ object }, index) =>
      object === 'partial decryption' ? [index] : [],
    );
    const [, next = 0] = decryptions;
    const his = filesOf(forged(files, next, again.raw));
    const twice = forged(his, next + 1, his[next + 1]!.raw.replace('"owner":2', '"owner":1'));
    expect((await verified(twice, held.sideFile)).failures).toContainEqual({
      check: 'decryption-owner',
      place: 'decryptions[1].owner',
    });
    const owned = files.findIndex(({ object }) => object === 'owned decryption');
    const second = forged(files, owned, files[owned]!.raw.replace('"owner":1', '"owner":2'));
    const report = await verified(second, held.sideFile);
    expect(report.failures.map(({ check }) => check)).toContain('decryption-proof');
    const fifth = forged(files, owned, files[owned]!.raw.replace('"owner":1', '"owner":5'));
    expect((await verified(fifth, held.sideFile)).failures[0]).toEqual({
      check: 'decryption-owner',
      place: 'decryptions[0].owner',
    });
  });

  it('is refused when he gives more or fewer factors or proofs than the sum has numbers', async () => {
    const { election, tally, trustees, box, decryptions, bound } = await anyElection('Ed25519');
    const trustee = trustees.all[0]!;
    const { raw } = decryptions[0]!;
    const { proofs } = bound[0]!;
    const right = checkDecryption(election, tally, trustee, raw);
    const data = JSON.parse(raw) as Record<'decryption_factors' | 'decryption_proofs', unknown[][]>;
    const wrong = (rows: readonly (readonly unknown[])[]) => [
      [],
      [...rows, []],
      rows.map((row) => row.slice(1)),
      rows.map((row) => [...row, row[0]]),
    ];
    for (const field of ['decryption_factors', 'decryption_proofs'] as const)
      for (const rows of wrong(data[field]))
        expect(() =>
          checkDecryption(election, tally, trustee, JSON.stringify({ ...data, [field]: rows })),
        ).toThrow(expect.objectContaining({ check: 'decryption-shape' }) as Error);
    for (const rows of wrong(proofs))
      expect(() => checkBoundProofs(election, tally, right, box, rows as typeof proofs)).toThrow(
        expect.objectContaining({ check: 'decryption-shape' }) as Error,
      );
  });

  it('cannot take bound proofs from another box', async () => {
    const [held, other] = await Promise.all([anyElection('Ed25519'), anyElection('Ed25519')]);
    const side = sideFile(held.election.fingerprint, held.box, other.bound);
    expect((await verified(held.archive, side)).valid).toBe(false);
  });
});

describe('the third-party tool, on one alteration of each kind of object and of the whole', () => {
  it('misses what only bound proofs tell, which ours finds', async () => {
    const held = await anyElection('BELENIOS-2048');
    const files = filesOf(held.archive);
    const missed: string[] = [];
    for (const object of new Set(files.map((file) => file.object))) {
      const index = files.findIndex((file) => file.object === object);
      const all = alterations(files[index]!.raw, held.election.group);
      const { raw } = all[all.length - 1]!;
      const forgery = forged(files, index, raw);
      const report = await verified(forgery, followed(held.sideFile, forgery));
      expect([object, report.valid]).toEqual([object, false]);
      if (TOOL_IS_HERE && toolAccepts(forgery)) missed.push(object);
    }
    for (const [name, forgery] of Object.entries(wholeForgeries(held))) {
      expect((await verified(forgery, followed(held.sideFile, forgery))).valid).toBe(false);
      if (TOOL_IS_HERE && toolAccepts(forgery)) missed.push(name);
    }
    console.info(`Alterations that the third-party tool alone would miss: ${missed.join(', ') || 'none'}.`);
  });
});
