import { Hash } from 'node:crypto';
import { jest } from '@jest/globals';
import {
  BELENIOS_2048,
  CheckFailed,
  elementText,
  GROUP_NAMES,
  modularPower,
  portableGroups,
  portableSha256,
  sha256Hex,
} from '@hemicycle/sealed-ballot';
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { opensslPower, opensslPublicPower } from './modular-power.js';
import { groupsForManyBallots, nativeBelenios2048, nativeGroups } from './native-groups.js';
import { opensslNumbers } from './openssl-numbers.js';
import { opensslSha256 } from './openssl-sha256.js';

const { Point } = ed25519;

// Exponentiations by the thousand, on machines that may be busy.
jest.setTimeout(120_000);

describe.each([
  ...GROUP_NAMES.map((name) => [name, 'native code', nativeGroups(name)] as const),
  ['BELENIOS-2048', 'what Node reaches of OpenSSL', nativeBelenios2048(undefined, null)] as const,
])('%s by %s', (name, _, native) => {
  const portable = portableGroups(name);
  const exponents = fc.bigInt({ min: 0n, max: native.order - 1n });

  it('gives the portable results', () => {
    fc.assert(
      fc.property(exponents, exponents, (a, b) => {
        for (const group of [native, portable]) expect(group.order).toBe(native.order);
        const texts = [native, portable].map((group) => {
          const base = group.powerOfGenerator(a);
          const power = group.power(base, b);
          return [
            base,
            power,
            group.times(base, power),
            group.inverse(power),
            group.powersOf(base)(b),
            group.powersOf(base)(b, power),
            group.powerOfGenerator(b, base),
            group.powerOfGenerator(0n, base),
            group.publicPower(base, b),
            group.power(base, 0n),
            group.publicPower(base, 0n),
            ...group.publicPowers(base, [b, 0n, a]),
            ...group.publicPowers(base, [b]),
          ].map((element) => group.encode(element));
        });
        expect(texts[0]).toEqual(texts[1]);
      }),
      {
        numRuns: 5,
        examples: [
          [0n, 5n],
          [1n, 1n],
          [native.order - 1n, 2n],
          [7n, 0n],
        ],
      },
    );
  });

  it('reads and refuses what the portable group reads and refuses', () => {
    const one = portable.encode(portable.one);
    const good = portable.encode(portable.powerOfGenerator(11n));
    const reads = (text: string): boolean[] =>
      [native, portable].map((group) => {
        try {
          return group.encode(group.decode(text, '')) === text;
        } catch {
          return false;
        }
      });
    expect(reads(one)).toEqual([true, true]);
    expect(reads(good)).toEqual([true, true]);
    const { p } = BELENIOS_2048;
    for (const bad of [
      '0',
      '2',
      (p - 1n).toString(),
      p.toString(),
      `0${good}`,
      '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec',
      '0'.repeat(64),
      '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee',
      '80' + '0'.repeat(61) + '1',
      `${'0'.repeat(63)}2`,
    ])
      expect([bad, ...reads(bad)]).toEqual([bad, false, false]);
  });
});

it.each([
  ['', groupsForManyBallots('BELENIOS-2048')],
  [', without OpenSSL’s products', nativeBelenios2048(10, null)],
])('powers by larger tables as by others%s', (_, many) => {
  const few = nativeGroups('BELENIOS-2048');
  for (const exponent of [0n, 1n, 1023n, 1024n, 2n ** 250n - 1n, BELENIOS_2048.q - 1n])
    expect(many.powerOfGenerator(exponent, many.generator)).toEqual(
      few.powerOfGenerator(exponent, few.generator),
    );
});

it.each([
  ['', nativeGroups('BELENIOS-2048')],
  [', without OpenSSL’s products', nativeBelenios2048(undefined, null)],
])('reads many elements of BELENIOS-2048 together as one by one%s', (_, group) => {
  const texts = Array.from({ length: 203 }, (__, index) =>
    group.encode(group.powerOfGenerator(BigInt(index + 2))),
  );
  const known = group.decodeTogether?.(texts);
  expect(known?.size).toBe(203);
  expect(known?.get(texts[202] ?? '')).toEqual(group.decode(texts[202], ''));
  const opposite = (BELENIOS_2048.p - BigInt(texts[7] ?? '')).toString();
  expect(group.decodeTogether?.(texts.with(7, opposite)).size).toBe(0);
});

it('refuses points of Ed25519 that have a part of small order, which some versions of libsodium let through', () => {
  const group = nativeGroups('Ed25519');
  const orderEight = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
  for (let part = 0n; part < 8n; part += 1n) {
    const text = elementText(Point.BASE.add(orderEight.multiplyUnsafe(part)).toBytes());
    const read = (): unknown => group.decode(text, 'alpha');
    if (part === 0n) expect(read).not.toThrow();
    else expect(read).toThrow(new CheckFailed('element-in-group', 'alpha'));
  }
});

it.each([
  ['hiding the exponent', opensslPower()],
  ['without hiding it', opensslPublicPower()],
  ['by functions of C', opensslNumbers(BELENIOS_2048.p)!.publicPower],
  [
    'by functions of C, squarings shared',
    (base: bigint, exponent: bigint) =>
      opensslNumbers(BELENIOS_2048.p)!.publicPowers(base, [3n, exponent])[1],
  ],
])('powers by OpenSSL even where OpenSSL refuses, %s', (_, power) => {
  const { p, g, q } = BELENIOS_2048;
  for (const [base, exponent] of [
    [1n, 5n],
    [p - 1n, 5n],
    [p - 1n, 4n],
    [g, 0n],
    [g, 1n],
    [g, 2n],
    [g, q],
    [g, q - 1n],
    // The same exponent again, of another base.
    [g + 1n, q - 1n],
    [2n, 255n],
    [p, 5n],
    // More bytes than a number below p has.
    [2n ** 2048n + 1n, 5n],
  ] as const)
    expect(power(base, exponent)).toBe(modularPower(base, exponent));
});

it('hashes by OpenSSL what JavaScript hashes, and does once these groups are there', () => {
  // Half of a character alone, as a voter could write in a ballot, is replaced in the same way.
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\ud800|\udc00'));
  fc.assert(
    fc.property(fc.oneof(texts, fc.uint8Array()), (data) => {
      expect(Buffer.from(opensslSha256(data))).toEqual(Buffer.from(portableSha256(data)));
    }),
  );
  const update = jest.spyOn(Hash.prototype, 'update');
  try {
    sha256Hex('abc');
    expect(update).toHaveBeenCalledWith('abc');
  } finally {
    update.mockRestore();
  }
});
