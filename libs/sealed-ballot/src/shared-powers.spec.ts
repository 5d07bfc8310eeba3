import fc from 'fast-check';
import { BELENIOS_2048, modularPower, portableArithmetic } from './belenios-2048.js';
import { sharedPowers } from './shared-powers.js';

const { p, g, q } = BELENIOS_2048;
const exponents = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
  // Digits that are missing, alone, or all the same; the last exponents of the group.
  fc.constantFrom(0n, 1n, 15n, 16n, 2n ** 252n, 2n ** 256n - 1n, q - 1n, q),
);
const bases = fc.oneof(fc.bigInt({ min: 0n, max: p - 1n }), fc.constantFrom(0n, 1n, p - 1n, g));

it('gives the powers that each exponent alone would, in the same order', () => {
  fc.assert(
    fc.property(bases, fc.array(exponents, { maxLength: 4 }), (base, some) => {
      const expected = some.map((exponent) => modularPower(base, exponent));
      expect(portableArithmetic.publicPowers(base, some)).toEqual(expected);
    }),
    { numRuns: 20, examples: [[g, [0n, q - 1n, 0n, 1n]]] },
  );
});

it('squares once for all, in as many places as the longest exponent has digits and 17 more', () => {
  const places: number[] = [];
  let squarings = 0;
  const powers = sharedPowers(3, [0xffffn, 0x1234n, 0n], 1, {
    put: (place, value) => (places[place] = value),
    multiply: (place, a, b) => {
      if (a === b) squarings += 1;
      places[place] = (places[a]! * places[b]!) % 65_537;
    },
    valueAt: (place) => places[place]!,
  });
  // 3 has the order 65,536 modulo 65,537, hence 3^65,535 = 1/3.
  expect(powers.map((power) => (power * 3) % 65_537)).toEqual([1, (3 * (powers[1] ?? 0)) % 65_537, 3]);
  expect(BigInt(powers[1]!)).toBe(3n ** 0x1234n % 65_537n);
  expect(squarings).toBeGreaterThanOrEqual(12);
  expect(squarings).toBeLessThan(12 + 8);
  expect(places.length).toBeLessThanOrEqual(4 + 17);
});
