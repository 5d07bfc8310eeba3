/**
 * Numbers in places, which are numbered from 0, and multiplied from place to place: many products, without room made for each.
 */
export interface Places<Value> {
  readonly put: (place: number, value: Value) => void;
  /** Leaves at a place the product of what is at two, which may be that same place. */
  readonly multiply: (place: number, a: number, b: number) => void;
  readonly valueAt: (place: number) => Value;
}

/** The digits of exponents are hexadecimal, hence four squarings from one to the next. */
const SQUARINGS = 4;
const HIGHEST = 15;

/**
 * a^k for several k, which share the squarings of a (Yao, 1976): with a^(16^i) at hand for each place i of a digit, a power
 * multiplies those of the places that have the same digit, then raises each of the fifteen products to its digit, all at once by
 * products of products. Two exponents of 256 bits cost 252 squarings and 146 products, where each alone costs as many squarings and
 * some 60 products. What is multiplied depends on the exponents: for those that are no secret.
 *
 * @param exponents not negative
 * @param one what a^0 is
 * @param places as many as the longest exponent has digits, and 17 more; what was there is lost
 */
export function sharedPowers<Value>(
  base: Value,
  exponents: readonly bigint[],
  one: Value,
  { put, multiply, valueAt }: Places<Value>,
): Value[] {
  const writings = exponents.map((exponent) => exponent.toString(16));
  const length = writings.reduce((longest, writing) => Math.max(longest, writing.length), 1);
  const [above, power] = [length, length + 1];
  const productOfDigit = (digit: number): number => power + digit;
  /** Where the product is of what is at two places, either of which may hold nothing yet. */
  const product = (place: number, a: number | undefined, b: number | undefined): number | undefined => {
    if (a === undefined || b === undefined) return a ?? b;
    multiply(place, a, b);
    return place;
  };
  put(0, base);
  for (let place = 1; place < length; place += 1) {
    multiply(place, place - 1, place - 1);
    for (let squaring = 1; squaring < SQUARINGS; squaring += 1) multiply(place, place, place);
  }
  return writings.map((writing) => {
    const products: (number | undefined)[] = [];
    for (let place = 0; place < writing.length; place += 1) {
      const digit = Number.parseInt(writing.charAt(writing.length - 1 - place), 16);
      if (digit > 0) products[digit] = product(productOfDigit(digit), products[digit], place);
    }
    let [productAbove, total]: (number | undefined)[] = [];
    for (let digit = HIGHEST; digit > 0; digit -= 1) {
      productAbove = product(above, productAbove, products[digit]);
      total = product(power, total, productAbove);
    }
    return total === undefined ? one : valueAt(total);
  });
}
