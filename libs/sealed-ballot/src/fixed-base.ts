import type { Products } from './products.js';

/** Digits of an exponent that are taken at a time: small numbers are cheaper to cut than big integers. */
const TOGETHER = 4;

/**
 * (k, b) ↦ a^k·b by tables of a^(j·2^wi), one table for each w bits of the exponent: a power is then one product a table.
 * @param bits length of the largest exponent
 * @param window w, 13 at most: one more makes tables nearly twice as long to make, and twice as large
 */
export function fixedBasePowers<Value, Factor>(
  base: Value,
  bits: number,
  products: Products<Value, Factor>,
  window = 8,
): (exponent: bigint, times?: Value) => Value {
  const size = 1 << window;
  const tables: Factor[][] = [];
  let step = products.factorOf(base);
  for (let shift = 0; shift < bits; shift += window) {
    const table = [step];
    for (let index = 1; index < size; index += 1) table.push(products.times(table[index - 1] ?? step, step));
    // The last is the first of the next table, and no digit's.
    step = table.pop() ?? step;
    tables.push(table);
  }
  return (exponent, times) => {
    const factors: Factor[] = [];
    let [rest, digits] = [exponent, 0];
    for (const [index, table] of tables.entries()) {
      if (index % TOGETHER === 0) {
        digits = Number(BigInt.asUintN(TOGETHER * window, rest));
        rest >>= BigInt(TOGETHER * window);
      }
      // The digit 0 has no entry: nothing to multiply by.
      const entry = table[(digits % size) - 1];
      if (entry !== undefined) factors.push(entry);
      digits = Math.floor(digits / size);
    }
    return products.productOf(factors, times);
  };
}
