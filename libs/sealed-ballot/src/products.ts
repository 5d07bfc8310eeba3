/**
 * How to multiply many values of one group. What is multiplied may be kept in another writing than the values, of which
 * only the maker knows: a factor is worth nothing elsewhere, and lives as long as its maker.
 */
export interface Products<Value, Factor> {
  readonly factorOf: (value: Value) => Factor;
  readonly times: (a: Factor, b: Factor) => Factor;
  /** The product of factors, and of a value: one when there are none. */
  readonly productOf: (factors: readonly Factor[], value?: Value) => Value;
}

/** Products of values as they are. */
export const plainProducts = <Value>(
  one: Value,
  times: (a: Value, b: Value) => Value,
): Products<Value, Value> => ({
  factorOf: (value) => value,
  times,
  productOf: (factors, value = one) => factors.reduce(times, value),
});
