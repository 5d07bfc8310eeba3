import { demand } from './checks.js';
import { fixedBasePowers } from './fixed-base.js';
import type { Element, Group, PowersOf } from './group.js';
import { allBelong } from './membership.js';
import { plainProducts, type Products } from './products.js';
import { inverseModulo } from './scalars.js';
import { sharedPowers } from './shared-powers.js';

/** p, g and q of the specification, section 5.1. */
const P = BigInt(
  '0x' +
    'a3ef2d011fefb1b6e39e568fccdffb0fb7dc7ef3a791b6862791811d21fc35f21e6d36856b428030421f514ed40bfd4c' +
    '06e092a495af8d79a2f85e0fb11c0ede07dd973f9c53e50930c6e82ac36de1ae3fb8c3aabfff12ce27a5022ddd8912d1' +
    '07435012768a2cdd0a4091d8fa447f6c7ebc15a349fa318a6b4fe17d8d47e843a3e14dfa9b2162f4d7229abe93a188b4' +
    '6b006517d6f6747ebbb29c9ec3099b607f18fb1a8bc858279aa8599411d998d3e3fada9e010840d082d8c31911acdd4a' +
    '0e7992d0f18cc759cb5de0acf66a3882555bc810941e021b6a4ccfa04ee4008f878affa2375e2999b44f6cef17d70730' +
    '1e59e0e6351e051ed9cec4157646e64f',
);
const G = BigInt(
  '0x' +
    '1307c1ab5f295885d7caa3a78a42415e31fd1c5807b61fb1e781878a52230a51988b98c259597f9c5a9dfd001d26ba31' +
    'd9d8976f01d95a1c8262ee68a0e92cea541e5219e0d0d094301b894236823fe1d4bc04e29f3748aefd4f10d5b1a356a8' +
    '643e673fd9d215fc8fe5fb9cf9fdb8ea88fdb1a3381a697fdf9c2458570b06d26aef1be365fdd90165f397c6b870df8c' +
    '1b9e519edcee8bb0f74b7a1615a274ba60a7ea574a61f552d2dde0ce514e0927c4ff49b1964c4a913731ae4268d60d7f' +
    '22127b6cbba44d453ac8b72fd04e0991b7aeff04867d8724ac638f5f34100d2d47aa680d43771902743d663f42d853c0' +
    '41e1c91fe3823f4bcf284308f1d7e653',
);
const Q = BigInt('0xadb6066a73522565f4daa0f2579db7f2f0fa90c2168bc709e20263387d55c491');

/** The group's numbers, for an environment that brings its own power function. */
export const BELENIOS_2048 = { p: P, g: G, q: Q } as const;

/** (a, k) ↦ a^k mod p, for 0 < a < p and 0 ≤ k < 2^256. */
export type ModularPower = (base: bigint, exponent: bigint) => bigint;

/** (a, k₁…kₙ) ↦ a^k₁…a^kₙ mod p, in the same bounds. */
export type ModularPowers = (base: bigint, exponents: readonly bigint[]) => bigint[];

/** How an environment computes modulo p: the same results everywhere, more or less fast. */
export interface ModularArithmetic<Factor> {
  readonly power: ModularPower;
  /** The same for exponents that are no secret. */
  readonly publicPower: ModularPower;
  /** The same of one number to several exponents. */
  readonly publicPowers: ModularPowers;
  /** Makes products of numbers below p, for as long as they are needed. */
  readonly products: () => Products<bigint, Factor>;
  /** Bits of the exponent that a table of a fixed base answers for; eight where it says nothing. */
  readonly window?: number;
}

/** BELENIOS-2048 (5.1): the subgroup of order q of the integers modulo p. Elements are written in base 10. */
export function belenios2048<Factor>(arithmetic: ModularArithmetic<Factor>): Group {
  const { power, publicPower, publicPowers, products, window } = arithmetic;
  const times = (a: Element, b: Element): Element => seal((open(a) * open(b)) % P);
  // x^q = 1 (5.1), written x^(q−1)·x = 1 since some power functions refuse the result 1.
  const isMember = (value: bigint): boolean => (publicPower(value, Q - 1n) * value) % P === 1n;
  const powersOf = (base: Element): PowersOf => {
    const powers = fixedBasePowers(open(base), 256, products(), window);
    return (exponent, factor) => seal(powers(exponent, factor && open(factor)));
  };
  let powersOfGenerator: PowersOf | undefined;
  return {
    name: 'BELENIOS-2048',
    order: Q,
    one: seal(1n),
    generator: seal(G),
    powerOfGenerator: (exponent, factor) => (powersOfGenerator ??= powersOf(seal(G)))(exponent, factor),
    powersOf,
    times,
    inverse: (a) => seal(inverseModulo(open(a), P)),
    power: (a, exponent) => seal(power(open(a), exponent)),
    publicPower: (a, exponent) => seal(publicPower(open(a), exponent)),
    publicPowers: (a, exponents) => publicPowers(open(a), exponents).map(seal),
    equal: (a, b) => open(a) === open(b),
    encode: (element) => open(element).toString(),
    decode(text, place) {
      const value = numberFrom(text);
      demand(value !== null && isMember(value), 'element-in-group', place);
      return seal(value);
    },
    decodeTogether(texts) {
      const values = texts.map(numberFrom);
      if (values.length < MANY || values.includes(null)) return new Map();
      const numbers = values.filter((value) => value !== null);
      for (let start = 0; start < numbers.length; start += MOST)
        if (!allBelong(numbers.slice(start, start + MOST), products(), isMember)) return new Map();
      return new Map(numbers.map((value, index) => [texts[index] ?? '', seal(value)]));
    },
  };
}

/** Left-to-right powers by 4-bit windows. Not constant-time: see docs/sealed-ballots.md. */
export const modularPower: ModularPower = (base, exponent) => {
  const table = [1n, base];
  for (let index = 2; index < 16; index += 1) table.push(((table[index - 1] ?? 1n) * base) % P);
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    result = (result * result) % P;
    result = (result * result) % P;
    result = (result * result) % P;
    result = (result * result) % P;
    if (digit !== '0') result = (result * (table[Number.parseInt(digit, 16)] ?? 1n)) % P;
  }
  return result;
};

const modularPowers: ModularPowers = (base, exponents) => {
  const numbers: bigint[] = [];
  const at = (place: number): bigint => numbers[place] ?? 1n;
  return sharedPowers(base, exponents, 1n, {
    put: (place, value) => (numbers[place] = value),
    multiply: (place, a, b) => (numbers[place] = (at(a) * at(b)) % P),
    valueAt: at,
  });
};

/** In pure JavaScript, which runs everywhere. */
export const portableArithmetic: ModularArithmetic<bigint> = {
  power: modularPower,
  publicPower: modularPower,
  publicPowers: modularPowers,
  products: () => plainProducts(1n, (a, b) => (a * b) % P),
};

/** From how many elements on it pays to test their membership together, and how many at a time, for memory's sake. */
const MANY = 200;
const MOST = 4000;

/** A number of 1…p − 1 in its one decimal writing, or null. */
function numberFrom(text: unknown): bigint | null {
  if (typeof text !== 'string' || text.length > 617 || !/^[1-9][0-9]*$/.test(text)) return null;
  const value = BigInt(text);
  return value < P ? value : null;
}

const seal = (value: bigint): Element => value as unknown as Element;
const open = (element: Element): bigint => element as unknown as bigint;
