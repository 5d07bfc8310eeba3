import {
  ArchiveWriter,
  checkBallot,
  checkDecryption,
  countBox,
  credentialsFile,
  electionFile,
  inputFor,
  newCredential,
  newElectionUuid,
  oneOf,
  openCredentials,
  openElection,
  openResult,
  openTally,
  openTrustees,
  polynomialFrom,
  portableGroups,
  publicCredential,
  resultFile,
  sha256Hex,
  shareOutputFrom,
  sideFile,
  signedMessagesFrom,
  thresholdParameters,
  trusteesFile,
} from '@hemicycle/sealed-ballot';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkBox, makeCertificate, makeKey, makeShares, newSeed, openBox, seal, verify } from './tasks.js';

const GROUP = 'Ed25519';
const THRESHOLD = 2;
const group = portableGroups(GROUP);
const silent = (): void => undefined;

/** Three trustees make their key on three devices; the server routes what they send. */
async function aCeremony() {
  const seeds = [newSeed(), newSeed(), newSeed()];
  const certificates = seeds.map((seed, place) =>
    makeCertificate({ seed, group: GROUP, size: 3, threshold: THRESHOLD, index: place + 1 }),
  );
  const common = { group: GROUP, size: 3, threshold: THRESHOLD, certificates };
  const polynomials = await Promise.all(
    seeds.map((seed, place) => makeShares({ seed, index: place + 1, ...common })),
  );
  const read = polynomials.map(polynomialFrom);
  const outputs = await Promise.all(
    seeds.map((seed, place) =>
      makeKey({ seed, index: place + 1, ...common, shareInput: JSON.stringify(inputFor(read, place)) }),
    ),
  );
  const certs = signedMessagesFrom(`[${certificates.join(',')}]`);
  const parameters = thresholdParameters(group, certs, THRESHOLD, read, outputs.map(shareOutputFrom));
  return { seeds, certificates, outputs, trustees: trusteesFile([['Pedersen', parameters]]) };
}

/** A poll of three voters, one of whom votes again; sealed as the booth does it. */
function aPoll(trustees: string, weights: readonly string[] = ['', '', '']) {
  const uuid = newElectionUuid();
  const file = electionFile({
    version: 1,
    description: '',
    name: 'Election of the co-chair',
    group: GROUP,
    public_key: group.encode(openTrustees(group, trustees).electionKey),
    questions: [oneOf('Who?', ['Ada', 'Grace'], true)],
    uuid,
  });
  const credentials = [newCredential(), newCredential(), newCredential()];
  const listed = credentials.map((one, place) => publicCredential(group, uuid, one) + (weights[place] ?? ''));
  const list = credentialsFile(listed);
  const votes = [
    [0, [1]],
    [1, [0]],
    [2, 'blank'],
    [0, [0]],
  ] as const;
  const sealed = votes.map(([voter, choice]) =>
    seal({ electionFile: file, credential: credentials[voter] ?? '', choices: [choice] }),
  );
  const election = openElection(file);
  const read = openCredentials(group, list);
  const boxed = sealed.map(({ ballot }, place) => ({
    raw: ballot,
    credential: checkBallot(election, read, ballot).credential,
    counts: place > 0,
  }));
  const tallyFile = JSON.stringify(countBox(election, read, boxed).tally);
  const tally = openTally(election, tallyFile);
  const writer = new ArchiveWriter(1_718_900_000);
  writer.setup(file, trustees, list);
  for (const { ballot } of sealed) writer.ballot(ballot);
  writer.endBallots();
  const weight = weights.reduce((sum, one) => sum + BigInt(one.slice(1) || '1'), 0n);
  writer.encryptedTally(tallyFile, 3, weight);
  return { writer, election, tally, sealed, trustees: openTrustees(group, trustees) };
}

let ceremony: Awaited<ReturnType<typeof aCeremony>>;
let poll: ReturnType<typeof aPoll>;
/** The archive of the poll when it closed. */
let closed: Uint8Array;
beforeAll(async () => {
  ceremony = await aCeremony();
  poll = aPoll(ceremony.trustees);
  closed = poll.writer.bytes();
});

describe('a poll whose key, ballots and opening are all made on devices', () => {
  it('verifies before and after its count, by the words of the command line', async () => {
    const { writer, election, tally, sealed, trustees } = poll;
    const seen: string[] = [];
    const before = await verify({ archive: closed, sideFile: null, standard: 'ours' }, (checked, of) =>
      seen.push(`${checked}/${of}`),
    );
    expect(before).toMatchObject({ valid: true, counted: 3, replaced: [sealed[0]?.tracker] });
    expect(before.trackers).toContain(sealed[3]?.tracker);
    expect(seen.at(-1)).toBe('4/4');
    expect(sealed[0]?.fingerprint).toBe(election.fingerprint);

    const decryptions = await Promise.all(
      [1, 3].map(async (index) => {
        const { opening } = await checkBox({ archive: closed, index }, silent);
        if (opening === null) throw new Error('The box is not to be opened.');
        const key = {
          seed: ceremony.seeds[index - 1] ?? '',
          output: ceremony.outputs[index - 1] ?? '',
        };
        return { owner: index, ...(await openBox(opening, key)) };
      }),
    );
    for (const { owner, decryption } of decryptions) writer.partialDecryption(owner, decryption);
    const checked = decryptions.map(({ owner, decryption }) => {
      const trustee = trustees.all[owner - 1];
      if (trustee === undefined) throw new Error('No such trustee.');
      return checkDecryption(election, tally, trustee, decryption);
    });
    writer.result(resultFile(openResult(election, trustees, tally, checked, 3n)));
    const bound = decryptions.map(({ owner, decryption, boundProofs }) => ({
      owner,
      payload: sha256Hex(decryption),
      proofs: JSON.parse(boundProofs) as never,
    }));
    const { opening } = await checkBox({ archive: closed, index: 1 }, silent);
    const proofs = new TextEncoder().encode(sideFile(election.fingerprint, opening?.box ?? '', bound));
    const whole = { archive: writer.bytes(), standard: 'ours' } as const;
    const after = await verify({ ...whole, sideFile: proofs }, silent);
    expect(after.valid).toBe(true);
    expect(after.lines.map(({ en }) => en)).toContain('Who? — Ada: 2; Grace: 0; blank: 1');

    // A whole archive without its bound proofs is not what this product publishes.
    expect((await verify({ ...whole, sideFile: null }, silent)).valid).toBe(false);
  });
});

describe('a trustee’s device', () => {
  it('opens nothing of a box that lost a bit', async () => {
    const archive = closed.slice();
    archive[archive.length - 600] = (archive[archive.length - 600] ?? 0) ^ 1;
    const { verified, opening } = await checkBox({ archive, index: 1 }, silent);
    expect(opening).toBeNull();
    expect(verified.valid).toBe(false);
  });

  it('opens nothing before the encrypted tally is there', async () => {
    const writer = new ArchiveWriter(1_718_900_000);
    writer.setup(poll.election.raw, ceremony.trustees, '[]');
    const { opening } = await checkBox({ archive: writer.bytes(), index: 1 }, silent);
    expect(opening).toBeNull();
  });

  it('opens nothing of ballots whose weights would show each in the sum', async () => {
    const { writer } = aPoll(ceremony.trustees, ['', ',1000', ',1000000']);
    await expect(checkBox({ archive: writer.bytes(), index: 1 }, silent)).rejects.toMatchObject({
      check: 'credentials-sorted',
    });
  });

  it('makes no part with the seed of another trustee', async () => {
    const { seeds, certificates } = ceremony;
    const hers = { group: GROUP, size: 3, threshold: THRESHOLD, index: 3, certificates };
    const step = makeShares({ ...hers, seed: seeds[0] ?? '' });
    await expect(step).rejects.toMatchObject({ check: 'own-key' });
  });

  it('opens nothing with somebody else’s seed', async () => {
    const { opening } = await checkBox({ archive: closed, index: 1 }, silent);
    if (opening === null) throw new Error('The box is not to be opened.');
    const key = { seed: ceremony.seeds[1] ?? '', output: ceremony.outputs[0] ?? '' };
    await expect(openBox(opening, key)).rejects.toMatchObject({ check: 'message-for-me' });
  });
});

describe('a voter’s device', () => {
  it('refuses a credential mistyped', () => {
    const { election } = poll;
    const credential = 'dx7-Ybh-rNX-SmV-fyS';
    expect(() => seal({ electionFile: election.raw, credential, choices: ['blank'] })).toThrow(
      'credential-checksum',
    );
  });
});
