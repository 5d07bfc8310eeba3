import { BELENIOS_2048 } from '@hemicycle/sealed-ballot';
import fc from 'fast-check';
import { montgomeryProducts } from './montgomery-products.js';

// The modulus of the group, and two whose limbs are all full or nearly all empty.
const MODULI = { p: BELENIOS_2048.p, '2^2048 − 1': 2n ** 2048n - 1n, '2^2047 + 1': 2n ** 2047n + 1n };

describe.each(Object.entries(MODULI))('products modulo %s in WebAssembly', (_, n) => {
  const makeProducts = montgomeryProducts(n);
  const edges = [0n, 1n, 2n, n - 1n, n - 2n, n >> 1n, (1n << 1040n) - 1n];
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
    const values = Array.from({ length: 1000 }, (__, index) => (n - 1n) / BigInt(index + 1));
    const factors = values.map(factorOf);
    const [first = 0] = factors;
    const products = factors.map((factor) => times(factor, first));
    for (const [index, value] of values.entries()) {
      expect(productOf([factors[index] ?? 0])).toBe(value);
      expect(productOf([products[index] ?? 0])).toBe((value * (n - 1n)) % n);
    }
  });
});
