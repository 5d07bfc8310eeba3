import { jest } from '@jest/globals';
import fc from 'fast-check';
import { anElection, refusal } from './an-election.js';
import {
  certificate,
  checkCertificates,
  checkOwnCertificate,
  checkOutput,
  checkPolynomial,
  combineShares,
  inputFor,
  oneOf,
  openDecryptionKey,
  openResult,
  openTrustees,
  portableGroups,
  newTrusteeSeed,
  type ShareInput,
  sha256Hex,
  shareOut,
  thresholdParameters,
  trusteesFile,
  verifyArchive,
  checkDecryption,
} from '../src/index.js';
import { receive } from '../src/sealed-message.js';
import { signedMessage } from '../src/signed-message.js';
import { commitmentsToSum } from '../src/threshold-key.js';

// Exponentiations by the thousand, on machines that may be busy.
jest.setTimeout(120_000);

const group = portableGroups('Ed25519');

describe('a threshold of trustees', () => {
  const plan = {
    trustees: [1, [2, 3]] as const,
    questions: [oneOf('Q', ['A', 'B'], false)],
    votes: [0, 1, 1].map((choice, voter) => ({ voter, choices: [[choice]] })),
  };

  it('is of a hundred trustees at most, who are counted before anything is computed', async () => {
    const nobody = { message: '', signature: { challenge: '', response: '' } };
    const parameters = (size: number, threshold: number) =>
      JSON.stringify([
        [
          'Pedersen',
          {
            threshold,
            certs: Array.from({ length: size }, () => nobody),
            coefexps: Array.from({ length: size }, () => nobody),
            verification_keys: Array.from({ length: size }, () => ({
              pok: nobody.signature,
              public_key: '',
            })),
          },
        ],
      ]);
    const opened = (size: number, threshold: number) =>
      refusal(() => openTrustees(group, parameters(size, threshold)));
    expect(opened(100, 100)).toMatch(/^json-well-formed at \[0\]\[1\]\.certs\[0\]/);
    for (const [size, threshold] of [
      [101, 2],
      [3, 4],
      [3, 0],
    ] as const)
      expect(opened(size, threshold)).toBe('threshold-possible at [0][1].threshold');
    expect(refusal(() => openTrustees(group, '[]'))).toBe('shares-enough at ');
    for (const [altered, place] of [
      [{ size: 101 }, 'threshold'],
      [{ threshold: 4 }, 'threshold'],
      [{ index: 0 }, 'index'],
      [{ index: 4 }, 'index'],
      [{ size: Number.NaN }, ''],
      [{ index: 1.5 }, ''],
    ] as const) {
      const context = { group: group.name, size: 3, threshold: 2, index: 1, ...altered };
      expect(refusal(() => certificate(group, newTrusteeSeed(), context))).toBe(
        `threshold-possible at ${place}`,
      );
    }
  });

  it('is made of every commitment of every trustee', () => {
    const { generator } = group;
    const commitments = [[generator, generator], [generator]];
    expect(refusal(() => commitmentsToSum(group, commitments, 2))).toBe('coefficients-signed at [1][1]');
    expect(refusal(() => commitmentsToSum(group, commitments, 1))).toBeUndefined();
  });

  it('takes nothing from a trustee who has no certificate', async () => {
    const context = { group: group.name, size: 1, threshold: 1, index: 1 };
    const seed = newTrusteeSeed();
    const certs = [certificate(group, seed, context)];
    const polynomial = await shareOut(group, seed, certs, 1);
    const output = await combineShares(group, seed, certs, 1, inputFor([polynomial], 0));
    const given = (index: number) => [
      refusal(() => checkPolynomial(group, certs, 1, polynomial, index)),
      refusal(() => checkOutput(group, certs, 1, [polynomial], output, index)),
    ];
    expect(given(0)).toEqual([undefined, undefined]);
    expect(given(1)).toEqual(['own-key at certs[1]', 'own-key at certs[1]']);
  });

  describe('with a trustee who cheats as the key is made', () => {
    const seeds = [1, 2, 3].map(newTrusteeSeed);
    const [size, threshold] = [3, 2];
    const contextOf = (index: number) => ({ group: group.name, size, threshold, index: index + 1 });
    const certs = seeds.map((seed, index) => certificate(group, seed, contextOf(index)));
    const keyOf = (prefix: string, seed: string) =>
      BigInt(`0x${sha256Hex(`${prefix}|${seed}`)}`) % group.order;
    const signingKey = (seed: string) => keyOf('sk', seed);
    const decryptionKey = (seed: string) => keyOf('dk', seed);
    const deal = () => Promise.all(seeds.map((seed) => shareOut(group, seed, certs, threshold)));
    const combined = (index: number, input: ShareInput) =>
      combineShares(group, seeds[index]!, certs, threshold, input);

    it('names her whose shares are not what she committed to', async () => {
      const [polynomials, others] = [await deal(), await deal()];
      const cheating = polynomials.with(2, { ...polynomials[2]!, secrets: others[2]!.secrets });
      for (const index of [0, 1])
        await expect(combined(index, inputFor(cheating, index))).rejects.toMatchObject({
          check: 'share-consistent',
          place: 'secrets[2]',
        });
    });

    it('takes no key that she signed but that the commitments do not make', async () => {
      const [polynomials, others] = [await deal(), await deal()];
      const outputs = await Promise.all(
        seeds.map((_, index) => combined(index, inputFor(polynomials, index))),
      );
      const parameters = thresholdParameters(group, certs, threshold, polynomials, outputs);
      const opened = (keys: typeof parameters) =>
        refusal(() => openTrustees(group, trusteesFile([['Pedersen', keys]])));
      expect(opened(parameters)).toBeUndefined();
      const own = await combined(1, inputFor(others, 1));
      expect(refusal(() => checkOutput(group, certs, threshold, polynomials, own, 1))).toBe(
        'verification-key at public_key',
      );
      expect(
        refusal(() => thresholdParameters(group, certs, threshold, polynomials, outputs.with(1, own))),
      ).toBe('verification-key at outputs[1].public_key');
      const verification_keys = parameters.verification_keys.with(1, own.public_key);
      expect(opened({ ...parameters, verification_keys })).toBe(
        'verification-key at [0][1].verification_keys[1].public_key',
      );
    });

    it('takes no commitments but as many as the threshold, and a share for each trustee', async () => {
      const [polynomial] = await deal();
      const { coefexps } = JSON.parse(polynomial!.coefexps.message) as { coefexps: string[] };
      const checked = (given: typeof polynomial) =>
        refusal(() => checkPolynomial(group, certs, threshold, given!, 0));
      expect(checked(polynomial)).toBeUndefined();
      for (const some of [coefexps.slice(1), [...coefexps, coefexps[0]]]) {
        const message = JSON.stringify({ coefexps: some });
        const signed = signedMessage(group, signingKey(seeds[0]!), message);
        expect(checked({ ...polynomial!, coefexps: signed })).toBe(
          'coefficients-signed at coefexps.message.coefexps',
        );
      }
      expect(checked({ ...polynomial!, secrets: polynomial!.secrets.slice(1) })).toBe(
        'json-shape at secrets',
      );
    });

    it('is not taken for one of older tools once a trustee’s signature is left out', async () => {
      const polynomials = await deal();
      const outputs = await Promise.all(
        seeds.map((_, index) => combined(index, inputFor(polynomials, index))),
      );
      const parameters = thresholdParameters(group, certs, threshold, polynomials, outputs);
      const opened = (altered: Partial<typeof parameters>) =>
        refusal(() => openTrustees(group, trusteesFile([['Pedersen', { ...parameters, ...altered }]])));
      const without = <T extends object>(whole: T, field: string): T =>
        Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field)) as T;
      const unsigned = trusteesFile([['Pedersen', without(parameters, 'signatures')]]);
      expect(refusal(() => openTrustees(group, unsigned))).toBe('setup-signed at [0][1].signatures');
      expect(opened({ signatures: parameters.signatures!.slice(1) })).toBe(
        'setup-signed at [0][1].signatures',
      );
      const key = without(parameters.verification_keys[0]!, 'signature');
      expect(opened({ verification_keys: parameters.verification_keys.with(0, key) })).toBe(
        'verification-key-signed at [0][1].verification_keys[0].signature',
      );
      const keys = JSON.stringify(without(JSON.parse(certs[0]!.message) as object, 'context'));
      const old = signedMessage(group, signingKey(seeds[0]!), keys);
      expect(opened({ certs: certs.with(0, old) })).toBe('certificate-context at [0][1].certs[0].message');
      expect(refusal(() => checkOwnCertificate(group, old, contextOf(0)))).toBe(
        'certificate-context at message',
      );
      for (const list of ['coefexps', 'verification_keys'] as const)
        expect(opened({ [list]: parameters[list].slice(1) })).toBe(`json-shape at [0][1].${list}`);
    });

    it('opens no share that was sealed for another trustee, and no key that is not the one published', async () => {
      const [polynomials, others] = [await deal(), await deal()];
      const sender = group.powerOfGenerator(signingKey(seeds[0]!));
      const [own, other] = [1, 2].map((index) => decryptionKey(seeds[index]!));
      // She who could open it seals it for another: all but the recipient within stays as its sender signed it.
      const { alpha, beta, data } = JSON.parse(polynomials[0]!.secrets[1]!) as Record<string, string>;
      const base = group.decode(alpha, '');
      const shared = group.times(group.decode(beta, ''), group.inverse(group.power(base, own!)));
      const passedOn = { alpha, beta: group.encode(group.times(shared, group.power(base, other!))), data };
      await expect(receive(group, own!, sender, polynomials[0]!.secrets[1]!)).resolves.toContain('secret');
      await expect(receive(group, other!, sender, JSON.stringify(passedOn))).rejects.toMatchObject({
        check: 'message-for-me',
        place: 'recipient',
      });
      for (const wrong of ['0', 'zz', 'AB', `${data}0`, 'ab'.repeat(20_000_000)])
        await expect(
          receive(group, own!, sender, JSON.stringify({ alpha, beta, data: wrong })),
        ).rejects.toMatchObject({ check: 'message-for-me', place: 'data' });
      const [output, another] = [
        await combined(1, inputFor(polynomials, 1)),
        await combined(1, inputFor(others, 1)),
      ];
      const mixed = { private_key: another.private_key, public_key: output.public_key };
      await expect(openDecryptionKey(group, seeds[1]!, mixed)).rejects.toMatchObject({ check: 'own-key' });
      await expect(openDecryptionKey(group, seeds[1]!, output)).resolves.toBeGreaterThan(0n);
    });

    it('takes no trustee for two', async () => {
      const both = certs.with(1, certificate(group, seeds[0]!, contextOf(1)));
      const place = 'certs[1].message.verification';
      expect(refusal(() => checkCertificates(group, both, threshold))).toBe(
        `certificate-context at ${place}`,
      );
      const outputs = await Promise.all(
        (await deal()).map((_, index, dealt) => combined(index, inputFor(dealt, index))),
      );
      const dealt = await deal();
      const parameters = {
        threshold,
        certs: both,
        coefexps: dealt.map(({ coefexps }) => coefexps),
        signatures: dealt.map(({ signature }) => signature),
        verification_keys: outputs.map(({ public_key }) => public_key),
      };
      expect(refusal(() => openTrustees(group, trusteesFile([['Pedersen', parameters]])))).toBe(
        `certificate-context at [0][1].${place}`,
      );
    });
  });

  it('opens by any of its trustees, as many as it wants, and with less never to the count', async () => {
    const sizes = fc
      .integer({ min: 1, max: 4 })
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size }), fc.nat()));
    await fc.assert(
      fc.asyncProperty(sizes, async ([size, needed, first]) => {
        const held = await anElection({ ...plan, trustees: [[needed, size]] });
        const all = held.decryptions.map(({ owner, raw }) =>
          checkDecryption(held.election, held.tally, held.trustees.all[owner - 1]!, raw),
        );
        // As many as are wanted, whoever comes first.
        const some = Array.from({ length: needed }, (_, index) => all[(first + index) % size]!);
        expect(openResult(held.election, held.trustees, held.tally, some, 3n)).toEqual([[1n, 2n]]);
        const fewer = some.slice(1);
        const opened = (trustees: typeof held.trustees) =>
          refusal(() => openResult(held.election, trustees, held.tally, fewer, 3n));
        expect(opened(held.trustees)).toBe('shares-enough at trustees[0]');
        // Even for somebody who takes the shares that he has for enough of them.
        const items = held.trustees.items.map((item) => ({ ...item, threshold: needed - 1 }));
        expect(opened({ ...held.trustees, items })).toBe('result-right at result[0][0]');
      }),
      { numRuns: 8 },
    );
  });

  it('opens by any two of three, and with all', async () => {
    const held = await anElection(plan);
    const all = held.decryptions.map(({ owner, raw }) =>
      checkDecryption(held.election, held.tally, held.trustees.all[owner - 1]!, raw),
    );
    for (const others of [
      [2, 3],
      [2, 4],
      [3, 4],
      [2, 3, 4],
    ]) {
      const some = all.filter(({ trustee }) => [1, ...others].includes(trustee.owner));
      const result = openResult(held.election, held.trustees, held.tally, some, 3n);
      expect(result).toEqual([[1n, 2n]]);
    }
    for (const others of [[], [2], [3], [4]]) {
      const some = all.filter(({ trustee }) => [1, ...others].includes(trustee.owner));
      expect(refusal(() => openResult(held.election, held.trustees, held.tally, some, 3n))).toBe(
        'shares-enough at trustees[1]',
      );
    }
    expect(refusal(() => openResult(held.election, held.trustees, held.tally, all.slice(1), 3n))).toBe(
      'shares-enough at trustees[0]',
    );
  });

  it('gives an archive with a trustee lost, and none below the threshold', async () => {
    const lost = await anElection({ ...plan, opening: [1, 3, 4] });
    const report = await verifyArchive(lost.archive, { sideFile: lost.sideFile, standard: 'ours' });
    expect(report.valid).toBe(true);
    expect(report.passed).toEqual(expect.arrayContaining(['certificate-context', 'setup-signed']));
    expect(report.decryptions).toBe(3);
    const closed = await anElection({ ...plan, opening: [] });
    const unopened = await verifyArchive(closed.archive, {
      sideFile: null,
      standard: 'ours',
      unfinished: true,
    });
    expect(unopened).toMatchObject({ valid: true, counted: 3 });
    expect(unopened.unmade).toContain('side-file');
    const few = await anElection({ ...plan, opening: [1, 3] });
    const unproved = await verifyArchive(few.archive, { sideFile: null, standard: 'ours', unfinished: true });
    expect(unproved.failures).toEqual([{ check: 'side-file', place: 'side-file' }]);
    expect(few.resultFile).toBeNull();
    const refused = await verifyArchive(few.archive, { sideFile: few.sideFile, standard: 'ours' });
    expect(refused.failures).toEqual([{ check: 'archive-complete', place: 'archive' }]);
    const soFar = await verifyArchive(few.archive, {
      sideFile: few.sideFile,
      standard: 'ours',
      unfinished: true,
    });
    expect(soFar).toMatchObject({ valid: true, counts: null, unmade: ['shares-enough', 'result-right'] });
  });
});
