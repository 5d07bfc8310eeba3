import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  ArchiveWriter,
  checkBallot,
  checkDecryption,
  fingerprintOf,
  openCredentials,
  openDecryptionKey,
  openElection,
  openTally,
  openTrustees,
  portableGroups,
  privateKeyFrom,
  publicCredential,
  readArchive,
  shareOutputFrom,
  sumOf,
  tallyFile,
  verifyArchive,
} from '../src/index.js';

// Exponentiations by the thousand, on machines that may be busy.
jest.setTimeout(120_000);

interface Secrets {
  readonly uuid: string;
  readonly credentials: readonly string[];
  readonly singlePrivateKey: string;
}

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));

/** Elections held by belenios-tool 2.0 from key to result, with what their voters and trustee kept. */
const FIXTURES = [
  {
    name: 'one-of-three-single',
    counts: [[[2n, 1n, 0n], null]],
  },
  {
    name: 'blank-and-few-single-and-two-of-three',
    counts: [
      [[1n, 0n, 1n], 1n],
      [[1n, 1n, 0n, 1n], null],
    ],
  },
] as const;

const group = portableGroups('BELENIOS-2048');

it('opens the decryption key that the third-party tool sealed for a trustee of a threshold', async () => {
  const { seed, output } = JSON.parse(
    new TextDecoder().decode(fixture('threshold-trustee.secrets.json')),
  ) as { seed: string; output: string };
  const { public_key } = shareOutputFrom(output).public_key;
  const key = await openDecryptionKey(group, seed, shareOutputFrom(output));
  expect(group.encode(group.powerOfGenerator(key))).toBe(public_key);
});

it('says of an archive which checks its trustees’ keys went through, whatever its texts contain', async () => {
  const passed = async (name: string, alter: (trustees: string) => string) => {
    const { election, trustees, credentials } = readArchive(fixture(`${name}.bel`));
    const writer = new ArchiveWriter(0);
    writer.setup(election, alter(trustees), credentials);
    const options = { sideFile: null, standard: 'belenios', unfinished: true } as const;
    const report = await verifyArchive(writer.bytes(), options);
    expect(report.failures).toEqual([]);
    return report.passed;
  };
  const threshold = ['threshold-possible', 'certificate-signed', 'coefficients-signed', 'verification-key'];
  const setup = ['certificate-context', 'setup-signed', 'verification-key-signed'];
  const single = await passed('one-of-three-single', (trustees) =>
    trustees.replace('{"pok"', '{"name":"Pedersen","pok"'),
  );
  expect(single).toContain('key-proof');
  for (const name of [...threshold, ...setup]) expect(single).not.toContain(name);
  const both = await passed('blank-and-few-single-and-two-of-three', (trustees) =>
    trustees.replace('{"pok"', '{"signatures":[],"pok"'),
  );
  expect(both).toEqual(expect.arrayContaining(threshold));
  for (const name of setup) expect(both).not.toContain(name);
});

describe.each(FIXTURES)('the election $name, held by the third-party tool', ({ name, counts }) => {
  const archive = readArchive(fixture(`${name}.bel`));
  const secrets = JSON.parse(new TextDecoder().decode(fixture(`${name}.secrets.json`))) as Secrets;
  const election = openElection(archive.election);

  it('verifies, to the counts that the tool published', async () => {
    const report = await verifyArchive(fixture(`${name}.bel`), { sideFile: null, standard: 'belenios' });
    expect(report.failures).toEqual([]);
    expect(report.valid).toBe(true);
    expect(report.counts?.map(({ answers, blank }) => [answers.map(({ votes }) => votes), blank])).toEqual(
      counts,
    );
  });

  it('is refused for want of bound proofs by the standard of our own elections', async () => {
    const report = await verifyArchive(fixture(`${name}.bel`), { sideFile: null, standard: 'ours' });
    expect(report.valid).toBe(false);
    expect(report.failures).toContainEqual({ check: 'side-file', place: 'side-file' });
  });

  it('derives the public credentials that the tool derived', () => {
    const derived = secrets.credentials.map((credential) =>
      publicCredential(group, secrets.uuid, credential),
    );
    expect(new Set(derived)).toEqual(new Set(JSON.parse(archive.credentials) as string[]));
  });

  it('sums its ballots to its encrypted tally, byte for byte', () => {
    const credentials = openCredentials(group, archive.credentials);
    const ballots = archive.ballots.map((raw) => checkBallot(election, credentials, raw));
    expect(tallyFile(election, sumOf(election, ballots))).toBe(archive.tally?.raw);
    expect(ballots.map(({ tracker }) => tracker)).toEqual(archive.ballots.map(fingerprintOf));
  });

  it('gives the factors that its trustee’s private key gives', () => {
    const trustees = openTrustees(group, archive.trustees);
    const tally = openTally(election, archive.tally?.raw ?? '');
    const published = archive.decryptions.find(({ owner }) => owner === 1)!;
    const trustee = trustees.all[0]!;
    const { factors } = checkDecryption(election, tally, trustee, published.raw);
    const key = privateKeyFrom(group, secrets.singlePrivateKey);
    expect(factors.map((row) => row.map((factor) => group.encode(factor)))).toEqual(
      tally.map((pairs) => pairs.map(({ alpha }) => group.encode(group.power(alpha, key)))),
    );
  });
});
