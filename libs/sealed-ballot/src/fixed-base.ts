import type { Products } from './products.js';

/** Bits of the exponent that one table answers for. */
const WINDOW = 8;

/**
 * k ↦ a^k by tables of a^(j·2^8i), one table for each byte of the exponent: a power is then one product a byte.
 * @param bits length of the largest exponent
 */
export function fixedBasePowers<Value, Factor>(
  base: Value,
  bits: number,
  products: Products<Value, Factor>,
): (exponent: bigint) => Value {
  const tables: Factor[][] = [];
  let step = products.factorOf(base);
  for (let shift = 0; shift < bits; shift += WINDOW) {
    const table = [step];
    for (let index = 1; index < 1 << WINDOW; index += 1)
      table.push(products.times(table[index - 1] ?? step, step));
    // The last is the first of the next table, and no digit's.
    step = table.pop() ?? step;
    tables.push(table);
  }
  return (exponent) => {
    const factors: Factor[] = [];
    let rest = exponent;
    for (const table of tables) {
      // The digit 0 has no entry: nothing to multiply by.
      const entry = table[Number(BigInt.asUintN(WINDOW, rest)) - 1];
      if (entry !== undefined) factors.push(entry);
      rest >>= BigInt(WINDOW);
    }
    return products.productOf(factors);
  };
}
