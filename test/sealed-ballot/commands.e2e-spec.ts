import { jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ArchiveWriter,
  type BoundDecryption,
  checkBallot,
  checkDecryption,
  electionFile,
  fingerprintOf,
  inputFor,
  newElectionUuid,
  newTrusteeKey,
  oneOf,
  openCredentials,
  openElection,
  openResult,
  openTally,
  openTrustees,
  polynomialFrom,
  resultFile,
  shareOutputFrom,
  sideFile,
  type SignedMessage,
  sumOf,
  tallyFile,
  thresholdParameters,
  trusteesFile,
  type TrusteePublicKey,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { Command } from 'commander';
import { addSealedBallotCommands } from '../../apps/cli/src/sealed-ballot/commands.js';
import { exitCodeOf } from '../../apps/cli/src/sealed-ballot/exit-code.js';
import { anotherResponse } from './tampered-archive.js';
import { decryptedByTool, TOOL_IS_HERE, toolAccepts } from './third-party-tool.js';

// Exponentiations by the thousand, on machines that may be busy.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'sealed-commands-'));
const file = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(file(name), 'utf8');
const write = (name: string, content: string | Uint8Array): void => writeFileSync(file(name), content);

/** Runs `hemicycle …` in this process: the exit code and what it printed. */
async function hemicycle(...args: (string | string[])[]): Promise<{ code: number; printed: string }> {
  const program = new Command().exitOverride();
  addSealedBallotCommands(program);
  const lines: string[] = [];
  const log = console.log;
  console.log = (line: string) => void lines.push(line);
  process.exitCode = undefined;
  try {
    await program.parseAsync(args.flat(), { from: 'user' });
    const code: unknown = process.exitCode;
    return { code: Number(code ?? 0), printed: lines.join('\n') };
  } finally {
    console.log = log;
    process.exitCode = undefined;
  }
}

/** Runs what was built, as `npx hemicycle …` does. */
function launched(language: string, ...args: string[]): { code: number | null; printed: string } {
  const launcher = fileURLToPath(new URL('../../apps/cli/hemicycle.mjs', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [launcher, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: language },
  });
  return { code: status, printed: stdout };
}

const GROUP = 'BELENIOS-2048';
const group = nativeGroups(GROUP);
const uuid = newElectionUuid();
const archive = file('election.bel');

describe('an election held from the command line', () => {
  let election: ReturnType<typeof openElection>;
  let credentials: string[];

  /** The archive as it stands with these ballots. */
  const boxOf = (ballots: readonly number[], publics = read(`${uuid}.pubcreds`)): ArchiveWriter => {
    const writer = new ArchiveWriter(1_706_745_600);
    writer.setup(election.raw, read('trustees.json'), publics);
    for (const index of ballots) writer.ballot(read(`${index}.ballot`));
    return writer;
  };
  const closedBox = (
    indexes: readonly number[],
    publics?: string,
  ): { writer: ArchiveWriter; tallyRaw: string } => {
    const writer = boxOf(indexes, publics);
    const listed = openCredentials(group, read(`${uuid}.pubcreds`));
    const ballots = indexes.map((index) => checkBallot(election, listed, read(`${index}.ballot`)));
    const tallyRaw = tallyFile(election, sumOf(election, ballots));
    writer.endBallots();
    writer.encryptedTally(tallyRaw, indexes.length);
    return { writer, tallyRaw };
  };

  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives trustees their keys, each on her own machine', async () => {
    const key = await hemicycle(
      'trustee',
      'key',
      '--key',
      file('single.key'),
      '--output',
      file('single.pub'),
    );
    expect(key.code).toBe(0);
    expect(statSync(file('single.key')).mode & 0o077).toBe(0);
    // Where nothing can be sent, no secret is left that would stop her from starting again.
    const over = await hemicycle([
      'trustee',
      'key',
      '--key',
      file('other.key'),
      '--output',
      file('single.pub'),
    ]);
    expect([over.code, existsSync(file('other.key'))]).toEqual([2, false]);
    const members = [1, 2, 3];
    for (const index of members)
      await hemicycle(
        ['trustee', 'certificate', '--seed', file(`${index}.seed`), '--output', file(`${index}.cert`)],
        ['--size', '3', '--threshold', '2', '--index', String(index)],
      );
    const certs = members.map((index) => JSON.parse(read(`${index}.cert`)) as SignedMessage);
    // As a mail or an editor passes it on.
    write('certs.json', `${JSON.stringify(certs)}\r\n`);
    const common = (index: number): string[] => [
      '--seed',
      file(`${index}.seed`),
      '--certificates',
      file('certs.json'),
      '--threshold',
      '2',
    ];
    for (const index of members)
      await hemicycle('trustee', 'share', common(index), '--output', file(`${index}.share`));
    const polynomials = members.map((index) => polynomialFrom(read(`${index}.share`)));
    for (const index of members) {
      write(`${index}.input`, JSON.stringify(inputFor(polynomials, index - 1)));
      const combine = ['trustee', 'combine', ...common(index), '--input', file(`${index}.input`), '--output'];
      // A file that is there already stops her; with another name she goes on.
      expect((await hemicycle(combine, file(`${index}.cert`))).code).toBe(2);
      expect((await hemicycle(combine, file(`${index}.output`))).code).toBe(0);
    }
    const outputs = members.map((index) => shareOutputFrom(read(`${index}.output`)));
    write(
      'trustees.json',
      trusteesFile([
        ['Single', JSON.parse(read('single.pub')) as TrusteePublicKey],
        ['Pedersen', thresholdParameters(group, certs, 2, polynomials, outputs)],
      ]),
    );
  });

  it('refuses a share meant for somebody else', async () => {
    const { code, printed } = await hemicycle(
      ['trustee', 'combine', '--seed', file('1.seed'), '--certificates', file('certs.json')],
      ['--threshold', '2', '--input', file('2.input'), '--output', file('never'), '--language', 'en'],
    );
    expect(code).toBe(1);
    expect(printed).toContain('[secrets[0].data]');
  });

  it('issues credentials, secret ones readable by their issuer alone, and never over others', async () => {
    write('voters.txt', 'Ada\nBao\n\nChloé\n');
    const args = ['credentials', uuid, '--voters', file('voters.txt'), '--output', folder];
    expect((await hemicycle(...args)).code).toBe(0);
    expect(statSync(file(`${uuid}.privcreds`)).mode & 0o077).toBe(0);
    expect((await hemicycle(...args)).code).toBe(2);
    expect((await hemicycle('credentials', '../uuid', args.slice(2))).code).toBe(1);
    // The secret half kept elsewhere, the public one published: no second half is made beside it.
    renameSync(file(`${uuid}.privcreds`), file('kept'));
    expect((await hemicycle(...args)).code).toBe(2);
    expect(existsSync(file(`${uuid}.privcreds`))).toBe(false);
    renameSync(file('kept'), file(`${uuid}.privcreds`));
    write('nobody.txt', '\n');
    const none = await hemicycle('credentials', newElectionUuid(), '--voters', file('nobody.txt'));
    expect(none.code).toBe(1);
    write('twice.txt', 'Ada\r\nBao\r\nAda\r\n');
    const twice = await hemicycle('credentials', newElectionUuid(), '--voters', file('twice.txt'));
    expect(twice).toEqual({ code: 1, printed: expect.stringMatching(/: Ada$/) as string });
    credentials = read(`${uuid}.privcreds`)
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[1]!);
    expect(credentials).toHaveLength(3);
  });

  it('seals ballots from the archive published at the opening', async () => {
    const trustees = openTrustees(group, read('trustees.json'));
    const raw = electionFile({
      version: 1,
      description: '',
      name: 'Coprésidence',
      group: GROUP,
      public_key: group.encode(trustees.electionKey),
      questions: [oneOf('Qui ?', ['Ada', 'Bao'], true)],
      uuid,
    });
    election = openElection(raw, nativeGroups);
    write('election.bel', boxOf([]).bytes());
    for (const [index, choices] of ['[[1]]', '["blank"]', '[[1]]'].entries()) {
      write('credential', credentials[index]!);
      const { code, printed } = await hemicycle(
        ['vote', archive, '--credential', file('credential'), '--choices', choices],
        ['--output', file(`${index}.ballot`), '--language', 'fr', '--fingerprint', election.fingerprint],
      );
      expect(code).toBe(0);
      expect(printed).toContain(choices === '[[1]]' ? 'Qui ? — Bao' : 'Qui ? — blanc');
      expect(printed).toContain(`« Coprésidence » : ${election.fingerprint}`);
      expect(printed).not.toContain(credentials[index]);
    }
  });

  it.each([
    ['an unknown credential', 'zzz', '[[0]]', /n’est pas|faux/],
    ['a choice that the question does not allow', null, '[[0,1]]', /choix/],
    ['choices that are no list', null, '{"a":1}', /choix/],
  ])('seals nothing with %s', async (_, credential, choices, said) => {
    write('credential', credential ?? credentials[0]!);
    const { code, printed } = await hemicycle(
      ['vote', archive, '--credential', file('credential'), '--choices', choices],
      ['--output', file('never'), '--language', 'fr'],
    );
    expect(code).toBe(1);
    expect(printed).toMatch(said);
    expect(printed).not.toContain(credential ?? credentials[0]!);
  });

  it('seals nothing for an election whose key is not its trustees’', async () => {
    const other = newTrusteeKey(group).publicKey.public_key;
    const { public_key } = JSON.parse(election.raw) as { public_key: string };
    const writer = new ArchiveWriter(0);
    writer.setup(election.raw.replace(public_key, other), read('trustees.json'), read(`${uuid}.pubcreds`));
    write('other.bel', writer.bytes());
    const { code, printed } = await hemicycle(
      ['vote', file('other.bel'), '--credential', file('credential'), '--choices', '[[0]]'],
      ['--output', file('never'), '--language', 'en'],
    );
    expect([code, printed]).toEqual([1, expect.stringContaining('the product of the trustees’ keys')]);
    expect(existsSync(file('never'))).toBe(false);
  });

  it('says of a ballot that chooses nothing that it does', async () => {
    const writer = new ArchiveWriter(0);
    const raw = election.raw.replace('"min":1', '"min":0');
    writer.setup(raw, read('trustees.json'), read(`${uuid}.pubcreds`));
    write('approval.bel', writer.bytes());
    const { printed } = await hemicycle(
      ['vote', file('approval.bel'), '--credential', file('credential'), '--choices', '[[]]'],
      ['--output', file('nothing.ballot'), '--language', 'fr'],
    );
    expect(printed).toContain('Qui ? — aucune réponse');
  });

  it('decrypts once the box is closed, not before, by two of three', async () => {
    const decrypt = (number: number, ...key: string[]) =>
      hemicycle(
        ['trustee', 'decrypt', archive, '--number', String(number), '--language', 'en'],
        ['--output', file(`${number}.decryption`), ...key],
      );
    write('election.bel', boxOf([0, 1, 2]).bytes());
    const early = await decrypt(1, '--key', file('single.key'));
    expect(early.code).toBe(1);
    expect(early.printed).toContain('nothing was decrypted');
    const { writer, tallyRaw } = closedBox([0, 1, 2]);
    const box = writer.digest();
    write('election.bel', writer.bytes());
    expect((await decrypt(2, '--key', file('single.key'))).code).toBe(1);
    // One credential weighs a thousand: with weights well chosen, a sum shows each ballot apart.
    const { credential } = JSON.parse(read('2.ballot')) as { credential: string };
    const weighted = read(`${uuid}.pubcreds`).replace(credential, `${credential},1000`);
    write('election.bel', closedBox([0, 1], weighted).writer.bytes());
    const weighed = await decrypt(1, '--key', file('single.key'), '--output', file('weighed'));
    expect(weighed).toMatchObject({ code: 1, printed: expect.stringContaining('sorted and bare') as string });
    // Of another box first, of which a ballot was left out: whoever opened both would read that ballot.
    write('election.bel', closedBox([0, 1]).writer.bytes());
    expect((await decrypt(1, '--key', file('single.key'), '--output', file('lesser'))).code).toBe(0);
    write('election.bel', writer.bytes());
    const twice = await decrypt(1, '--key', file('single.key'));
    expect(twice).toMatchObject({
      code: 1,
      printed: expect.stringContaining('another box of this election') as string,
    });
    rmSync(file(`single.key.${uuid}.opened`));
    const opened = await decrypt(1, '--key', file('single.key'));
    expect(opened.code).toBe(0);
    expect(opened.printed).toContain(`the sum of 3 ballots of “Coprésidence”, in the box ${box}`);
    for (const member of [1, 3]) {
      const shares = ['--seed', file(`${member}.seed`), '--shares', file(`${member}.output`)];
      expect((await decrypt(member + 1, ...shares)).code).toBe(0);
    }
    // The key of a session opens one box of each of its elections.
    const another = newElectionUuid();
    const fresh = new ArchiveWriter(0);
    const elsewhere = openElection(election.raw.replace(uuid, another), nativeGroups);
    fresh.setup(elsewhere.raw, read('trustees.json'), read(`${uuid}.pubcreds`));
    fresh.endBallots();
    fresh.encryptedTally(tallyFile(elsewhere, sumOf(elsewhere, [])), 0);
    write('elsewhere.bel', fresh.bytes());
    const next = ['trustee', 'decrypt', file('elsewhere.bel'), '--number', '1', '--key', file('single.key')];
    expect((await hemicycle(next, '--output', file('elsewhere.decryption'))).code).toBe(0);
    expect(existsSync(file(`single.key.${another}.opened`))).toBe(true);
    if (TOOL_IS_HERE) {
      const decrypted = decryptedByTool(readFileSync(archive), file('3.seed'), file('3.seed.dkey'), 4);
      const trustee = openTrustees(group, read('trustees.json')).all[3]!;
      expect(checkDecryption(election, openTally(election, tallyRaw), trustee, decrypted).trustee.owner).toBe(
        4,
      );
    }
    const sent = [1, 2, 4].map(
      (number) =>
        JSON.parse(read(`${number}.decryption`)) as {
          owner: number;
          decryption: string;
          bound: BoundDecryption;
        },
    );
    for (const { owner, decryption } of sent) writer.partialDecryption(owner, decryption);
    const trustees = openTrustees(group, read('trustees.json'));
    const tally = openTally(election, tallyRaw);
    const checked = sent.map(({ owner, decryption }) =>
      checkDecryption(election, tally, trustees.all[owner - 1]!, decryption),
    );
    writer.result(resultFile(openResult(election, trustees, tally, checked, 3n)));
    write('election.bel', writer.bytes());
    const proofs = sideFile(
      election.fingerprint,
      box,
      sent.map(({ bound }) => bound),
    );
    write('election.bound.json', proofs);
  });

  it('verifies, in French and in English', async () => {
    const french = await hemicycle('verify', archive, '--language', 'fr');
    expect(french.code).toBe(0);
    expect(french.printed).toContain('L’archive est valide.');
    expect(french.printed).toContain('Qui ? — Ada : 0 ; Bao : 2 ; blancs : 1');
    const english = await hemicycle('verify', archive, '--language', 'en');
    expect(english.printed).toContain('Qui ? — Ada: 0; Bao: 2; blank: 1');
    if (TOOL_IS_HERE) expect(toolAccepts(readFileSync(archive))).toBe(true);
  });

  it('tells a voter whether her ballot is in the box and counts, with an exit code to match', async () => {
    const tracked = async (name: string, tracker: string, ...options: string[]) => {
      const { code, printed } = await hemicycle(
        ['verify', file(name), '--tracker', tracker, '--language', 'en'],
        options,
      );
      return [code, printed.split('\n').at(-1)];
    };
    const tracker = fingerprintOf(read('0.ballot'));
    expect(await tracked('election.bel', tracker)).toEqual([
      0,
      `✓ The ballot ${tracker} is in the box and counts.`,
    ]);
    const unknown = fingerprintOf('no ballot');
    expect(await tracked('election.bel', unknown)).toEqual([
      1,
      `✗ No ballot of this box that could be read has the tracker ${unknown}.`,
    ]);
    write('credential', credentials[0]!);
    await hemicycle(
      ['vote', archive, '--credential', file('credential'), '--choices', '[[0]]'],
      ['--output', file('3.ballot')],
    );
    write('voted-again.bel', boxOf([0, 3]).bytes());
    expect(await tracked('voted-again.bel', tracker, '--unfinished')).toEqual([
      1,
      `✗ The ballot ${tracker} is in the box but does not count: its voter’s credential cast a later one.`,
    ]);
    // Hers counts, but somebody else's is wrong: the archive is not valid.
    const writer = boxOf([0]);
    writer.ballot(anotherResponse(read('1.ballot')));
    write('one-wrong.bel', writer.bytes());
    expect(await tracked('one-wrong.bel', tracker, '--unfinished')).toEqual([
      1,
      `✓ The ballot ${tracker} is in the box and counts.`,
    ]);
  });

  it('verifies that nothing was removed since an earlier moment of the poll', async () => {
    write('earlier.bel', boxOf([0, 1]).bytes());
    const since = (name: string) => hemicycle('verify', archive, '--since', file(name), '--language', 'en');
    expect((await since('earlier.bel')).code).toBe(0);
    write('with-another.bel', boxOf([0, 2]).bytes());
    const removed = await since('with-another.bel');
    expect([removed.code, removed.printed]).toEqual([
      1,
      expect.stringContaining('✗ FALSE: The archive begins'),
    ]);
  });

  it('verifies as it is installed, in the language of the system, with exit codes', () => {
    const french = launched('fr_FR.UTF-8', 'verify', archive);
    expect([french.code, french.printed]).toEqual([0, expect.stringContaining('L’archive est valide.')]);
    write('spoiled.bel', readFileSync(archive).subarray(512));
    const english = launched('C.UTF-8', 'verify', file('spoiled.bel'));
    expect([english.code, english.printed]).toEqual([1, expect.stringContaining('NOT valid')]);
    expect(launched('C.UTF-8', 'verify', file('nowhere.bel')).code).toBe(2);
    expect(launched('C.UTF-8', 'verify').code).toBe(2);
    expect(launched('C.UTF-8', 'verify', archive, '--standart', 'ours').code).toBe(2);
    expect(launched('C.UTF-8', 'verify', '--help').code).toBe(0);
  });

  it('takes no failure of its own for a verdict', async () => {
    const lines: string[] = [];
    const screen = { language: 'fr', print: (line: string) => void lines.push(line) } as const;
    const failing = () => {
      throw new RangeError('memory');
    };
    expect(await exitCodeOf(screen, failing)).toBe(2);
    expect(lines).toEqual(['Cela n’a pu être fait : RangeError: memory']);
  });

  it('never lets an archive write on the terminal anything but text', async () => {
    const name = 'Fraude\u001b[2K\r\nL’archive est valide.\u001b[8m\u202e\u200f';
    const raw = election.raw.replace('Coprésidence', JSON.stringify(name).slice(1, -1));
    const writer = new ArchiveWriter(0);
    writer.setup(raw, read('trustees.json'), read(`${uuid}.pubcreds`));
    write('fraud.bel', writer.bytes());
    const { printed } = await hemicycle('verify', file('fraud.bel'), '--language', 'fr');
    expect(printed).toMatch(/^Scrutin « Fraude/);
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(printed.split('\n')).not.toContain('L’archive est valide.');
  });

  it('says what fails, by name and place, with exit code 1; and 2 for a file that is not there', async () => {
    const proofs = read('election.bound.json');
    write('altered.json', anotherResponse(proofs));
    const altered = await hemicycle('verify', [
      archive,
      '--bound-proofs',
      file('altered.json'),
      '--language',
      'en',
    ]);
    expect(altered.code).toBe(1);
    expect(altered.printed).toMatch(/✗ FALSE: .*side-file\.decryptions\[0\]/);
    expect(altered.printed).toContain('The archive is NOT valid.');
    write('alone.bel', readFileSync(archive));
    const alone = await hemicycle('verify', file('alone.bel'), '--language', 'en');
    expect(alone).toEqual({
      code: 1,
      printed: expect.stringContaining(`${file('alone.bound.json')} is not there`) as string,
    });
    const without = await hemicycle('verify', archive, '--standard', 'belenios', '--language', 'en');
    expect(without.code).toBe(0);
    expect(without.printed).toContain('– Not checked: Each factor is proved, once more');
    expect((await hemicycle('verify', file('nowhere.bel'))).code).toBe(2);
  });
});
