import {
  and,
  type Code,
  dot,
  get,
  lastWord,
  leftNeighbours,
  moduleOf,
  number,
  or,
  product,
  repeatWhileLess,
  set,
  setVector,
  setWord,
  shiftLeft,
  shiftRight,
  splat,
  sum,
  vector,
  vectorAnd,
  vectorShiftRight,
  vectorSum,
  word,
  zeros,
} from './webassembly.js';

/*
 * Montgomery's product (1985): a·b/R mod n without dividing by n, where R = 2^2080. With R > 4n, numbers below 2n give
 * a number below 2n, and nothing needs to be subtracted.
 *
 * A number is 160 limbs of 13 bits, so that one instruction (`dot`) makes eight products of limbs and adds them two by
 * two. Each limb is a word of memory, with the limb before it in its high half: `a_j + a_(j−1)·2^16`. The dot of that
 * word with `b_i + b_(i+1)·2^16` is a_j·b_i + a_(j−1)·b_(i+1): what the rows i and i + 1 of the product, as one writes
 * it by hand, have in the column i + j.
 */

/** Bits of a limb, and limbs of a number. */
export const LIMB = 13;
export const LIMBS = 160;
const MASK = (1 << LIMB) - 1;
/** Bytes of a number, of which the code reads the modulus at MODULUS and others from NUMBERS on. */
export const NUMBER = 4 * LIMBS;
export const MODULUS = 0;
const COLUMNS = MODULUS + NUMBER;
export const NUMBERS = COLUMNS + 2 * NUMBER + 16;

/**
 * Pairs of rows between two carries. A pair adds to a column four products of limbs, below 2^28: after ten, with what
 * carries left there, a column still holds in 32 bits.
 */
const PAIRS = 10;

// The parameters (addresses of the result, which may be that of a factor, and of the factors) and the local variables.
const [RESULT, A, B, COLUMN, LAST, STOP, CARRY, B0, B1, Q0, Q1] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const [ROWS, QUOTIENTS, HIGH, BEFORE, MASKS] = [11, 12, 13, 14, 15];

/** The module whose function `multiply` writes a·b/R mod n, for an odd n below 2^2048. */
export function montgomeryModule(n: bigint): Uint8Array<ArrayBuffer> {
  const limbOf = (value: bigint, index: number): number =>
    Number((value >> BigInt(LIMB * index)) & BigInt(MASK));
  const [n0, n1] = [number(limbOf(n, 0)), number(limbOf(n, 1))];
  // −1/n modulo 2^13, by Newton’s iteration: each doubles the number of right bits.
  let inverse = 1n;
  for (let bits = 1; bits < LIMB; bits *= 2) inverse = BigInt.asUintN(LIMB, inverse * (2n - n * inverse));
  const minusInverse = number(Number(BigInt.asUintN(LIMB, -inverse)));

  const limb = (address: number, index: number): Code => and(word(get(address), 4 * index), MASK);
  const column = (index: number): Code => word(get(COLUMN), 4 * index);
  const everyVector = (statements: (offset: number) => Code[]): Code =>
    Array.from({ length: LIMBS / 4 }, (_, index) => statements(16 * index)).flat(2);
  /** The multiple of n that makes the lowest column a multiple of 2^13, which is then carried. */
  const reduce = (quotient: number): Code[] => [
    set(quotient, and(product(get(CARRY), minusInverse), MASK)),
    set(CARRY, shiftRight(sum(get(CARRY), product(n0, get(quotient))), LIMB)),
  ];
  const pairOf = (first: number, second: number): Code => splat(or(get(first), shiftLeft(get(second), 16)));

  const addTwoRows: Code[] = [
    set(B0, limb(B, 0)),
    set(B1, limb(B, 1)),
    set(CARRY, sum(column(0), product(limb(A, 0), get(B0)))),
    ...reduce(Q0),
    set(
      CARRY,
      sum(
        get(CARRY),
        column(1),
        product(limb(A, 1), get(B0)),
        product(limb(A, 0), get(B1)),
        product(n1, get(Q0)),
      ),
    ),
    ...reduce(Q1),
    set(ROWS, pairOf(B0, B1)),
    set(QUOTIENTS, pairOf(Q0, Q1)),
    everyVector((offset) => [
      setVector(
        get(COLUMN),
        offset,
        vectorSum(
          vector(get(COLUMN), offset),
          dot(vector(get(A), offset), get(ROWS)),
          dot(vector(number(MODULUS), offset), get(QUOTIENTS)),
        ),
      ),
    ]),
    // Two columns are done with: they are multiples of 2^13, and only their carry counts.
    setWord(get(COLUMN), 8, sum(column(2), get(CARRY))),
    set(COLUMN, sum(get(COLUMN), number(8))),
    set(B, sum(get(B), number(8))),
  ];
  const carryOnce: Code[] = [
    set(BEFORE, zeros),
    everyVector((offset) => [
      set(HIGH, vectorShiftRight(vector(get(COLUMN), offset), LIMB)),
      setVector(
        get(COLUMN),
        offset,
        vectorSum(vectorAnd(vector(get(COLUMN), offset), get(MASKS)), leftNeighbours(get(BEFORE), get(HIGH))),
      ),
      set(BEFORE, get(HIGH)),
    ]),
    setWord(get(COLUMN), NUMBER, sum(word(get(COLUMN), NUMBER), lastWord(get(BEFORE)))),
  ];
  const writeLimb: Code[] = [
    set(CARRY, sum(column(0), shiftRight(get(CARRY), LIMB))),
    // Q0 is the limb before.
    set(Q1, and(get(CARRY), MASK)),
    setWord(get(RESULT), 0, or(get(Q1), shiftLeft(get(Q0), 16))),
    set(Q0, get(Q1)),
    set(RESULT, sum(get(RESULT), number(4))),
    set(COLUMN, sum(get(COLUMN), number(4))),
  ];
  return moduleOf('multiply', 3, { numbers: 8, vectors: 5 }, [
    set(COLUMN, number(COLUMNS)),
    everyVector((offset) => [
      setVector(get(COLUMN), offset, zeros),
      setVector(get(COLUMN), NUMBER + offset, zeros),
    ]),
    set(MASKS, splat(number(MASK))),
    set(LAST, sum(get(COLUMN), number(NUMBER))),
    repeatWhileLess(
      get(COLUMN),
      get(LAST),
      set(STOP, sum(get(COLUMN), number(8 * PAIRS))),
      repeatWhileLess(get(COLUMN), get(STOP), ...addTwoRows),
      ...carryOnce,
    ),
    set(LAST, sum(get(LAST), number(NUMBER))),
    set(CARRY, number(0)),
    set(Q0, number(0)),
    repeatWhileLess(get(COLUMN), get(LAST), ...writeLimb),
  ]);
}
