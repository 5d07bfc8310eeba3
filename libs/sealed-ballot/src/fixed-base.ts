import type { Products } from './products.js';

/**
 * (k, b) ↦ a^k·b by tables of a^(j·2^wi), one table for each w bits of the exponent: a power is then one product a table.
 * @param bits length of the largest exponent
 * @param window w: one more makes tables nearly twice as long to make, and twice as large
 */
export function fixedBasePowers<Value, Factor>(
  base: Value,
  bits: number,
  products: Products<Value, Factor>,
  window = 8,
): (exponent: bigint, times?: Value) => Value {
  const tables: Factor[][] = [];
  let step = products.factorOf(base);
  for (let shift = 0; shift < bits; shift += window) {
    const table = [step];
    for (let index = 1; index < 1 << window; index += 1)
      table.push(products.times(table[index - 1] ?? step, step));
    // The last is the first of the next table, and no digit's.
    step = table.pop() ?? step;
    tables.push(table);
  }
  return (exponent, times) => {
    const factors: Factor[] = [];
    let rest = exponent;
    for (const table of tables) {
      // The digit 0 has no entry: nothing to multiply by.
      const entry = table[Number(BigInt.asUintN(window, rest)) - 1];
      if (entry !== undefined) factors.push(entry);
      rest >>= BigInt(window);
    }
    return products.productOf(factors, times);
  };
}
