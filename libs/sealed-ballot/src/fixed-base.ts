/** Bits of the exponent that one table answers for. */
const WINDOW = 8n;

/**
 * k ↦ a^k by tables of a^(j·2^8i), one table for each byte of the exponent: a power is then one product a byte.
 * @param bits length of the largest exponent
 */
export function fixedBasePowers<T>(
  base: T,
  one: T,
  bits: number,
  times: (a: T, b: T) => T,
): (exponent: bigint) => T {
  const size = 1 << Number(WINDOW);
  const tables: T[][] = [];
  let step = base;
  for (let shift = 0; shift < bits; shift += Number(WINDOW)) {
    const table: T[] = [one];
    let entry = one;
    for (let index = 1; index < size; index += 1) {
      entry = times(entry, step);
      table.push(entry);
    }
    tables.push(table);
    step = times(entry, step);
  }
  const mask = BigInt(size - 1);
  return (exponent) => {
    let rest = exponent;
    let product: T | undefined;
    for (const table of tables) {
      const digit = Number(rest & mask);
      rest >>= WINDOW;
      const entry = table[digit];
      if (digit !== 0 && entry !== undefined) product = product === undefined ? entry : times(product, entry);
    }
    return product ?? one;
  };
}
