import { BELENIOS_2048, portableArithmetic, type Products } from '@hemicycle/sealed-ballot';
import fc from 'fast-check';
import { functionsOfOpenssl, OpensslFailed, opensslNumbers } from './openssl-numbers.js';

const { p } = BELENIOS_2048;

// The modulus of the group, two whose bits are nearly all one or nearly all zero, and a short one.
const MODULI = { p, '2^2048 − 1': 2n ** 2048n - 1n, '2^2047 + 1': 2n ** 2047n + 1n, '23': 23n };

for (const [name, n] of Object.entries(MODULI))
  productsModulo(`${name}, by functions of C`, n, opensslNumbers(n)!.products);
productsModulo('p, in JavaScript', p, portableArithmetic.products);

function productsModulo<Factor>(name: string, n: bigint, makeProducts: () => Products<bigint, Factor>): void {
  describe(`products modulo ${name}`, () => {
    const edges = [0n, 1n, 2n, n - 1n, n - 2n, n >> 1n, (1n << 1040n) - 1n].map((edge) => edge % n);
    const numbers = fc.oneof(fc.bigInt({ min: 0n, max: n - 1n }), fc.constantFrom(...edges));
    const expected = (values: readonly bigint[]) => values.reduce((total, value) => (total * value) % n, 1n);

    it('are those of big integers, whether factors were multiplied before or not', () => {
      fc.assert(
        fc.property(fc.array(numbers, { maxLength: 8 }), numbers, numbers, (values, a, b) => {
          const { factorOf, times, productOf } = makeProducts();
          const factors = values.map(factorOf);
          expect(productOf(factors)).toBe(expected(values));
          expect(productOf(factors, a)).toBe(expected([...values, a]));
          const product = times(factorOf(a), factorOf(b));
          expect(productOf([product, ...factors])).toBe(expected([a, b, ...values]));
          expect(productOf([times(product, product)])).toBe(expected([a, b, a, b]));
        }),
        { numRuns: 200 },
      );
    });

    it('keep every factor, however many', () => {
      const { factorOf, times, productOf } = makeProducts();
      const values = Array.from({ length: 1000 }, (_, index) => (n - 1n) / BigInt(index + 1));
      const factors = values.map(factorOf);
      const products = factors.map((factor) => times(factor, factors[0]!));
      for (const [index, value] of values.entries()) {
        expect(productOf([factors[index]!])).toBe(value);
        expect(productOf([products[index]!])).toBe((value * (n - 1n)) % n);
      }
    });
  });
}

it('gives OpenSSL no number that is longer, and no factor that is not there', () => {
  const numbers = opensslNumbers(p)!;
  const { factorOf, times, productOf } = numbers.products();
  const factor = factorOf(2n);
  for (const unknown of [-1, 1, 5000, Number.NaN, Infinity]) {
    expect(() => times(factor, unknown)).toThrow(RangeError);
    expect(() => times(unknown, factor)).toThrow(RangeError);
    expect(() => productOf([factor, unknown])).toThrow(RangeError);
  }
  for (const number of [2n ** 2048n, 10n ** 5000n, -1n, -p]) {
    expect(() => factorOf(number)).toThrow(RangeError);
    expect(() => productOf([factor], number)).toThrow(RangeError);
    expect(() => numbers.publicPower(2n, number)).toThrow(RangeError);
    expect(() => numbers.publicPowers(2n, [number])).toThrow(RangeError);
  }
  expect(() => opensslNumbers(2n ** 2048n + 1n)).toThrow(RangeError);
});

it('says so when OpenSSL could not do what it was asked', () => {
  const functions = functionsOfOpenssl()!;
  for (const name of ['newNumber', 'newContext', 'newMontgomery', 'read'] as const)
    expect(() => opensslNumbers(p, { ...functions, [name]: () => null })).toThrow(OpensslFailed);
  const failing = ['setMontgomery', 'toMontgomery', 'fromMontgomery', 'multiply', 'power', 'write'] as const;
  for (const name of failing)
    expect(() => {
      const { products, publicPower, publicPowers } = opensslNumbers(p, { ...functions, [name]: () => 0 })!;
      publicPower(2n, 3n);
      publicPowers(2n, [3n, 5n]);
      const { factorOf, times } = products();
      times(factorOf(2n), factorOf(3n));
    }).toThrow(OpensslFailed);
});

it('is not there where the functions are not', () => {
  expect(opensslNumbers(p, null)).toBeNull();
});
