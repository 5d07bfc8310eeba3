import { createRequire } from 'node:module';
import {
  type ModularPower,
  type ModularPowers,
  type Places,
  type Products,
  sharedPowers,
} from '@hemicycle/sealed-ballot';
import { BYTES, numberOf, writeNumber } from './big-endian.js';

const WORDS = BYTES / Uint32Array.BYTES_PER_ELEMENT;
/** Factors that memory is taken for at a time: 256 kB. */
const CHUNK = 1024;

/** Where OpenSSL keeps a number, or what it works with, in memory of its own. */
type Address = bigint;

/** OpenSSL could not do what it was asked. It refuses nothing of what we ask: it lacks memory. */
export class OpensslFailed extends Error {
  override readonly name = 'OpensslFailed';
}

/** What OpenSSL computes modulo one number, of 2048 bits at most. */
export interface OpensslNumbers {
  /** a^k; for exponents that are no secret. */
  readonly publicPower: ModularPower;
  readonly publicPowers: ModularPowers;
  /**
   * Products by Montgomery. What stands for a factor is its place in memory of JavaScript’s, where a·R mod n is kept, so that the
   * product a·(b·R)/R of a value by a factor is the value a·b.
   */
  readonly products: () => Products<bigint, number>;
}

/**
 * OpenSSL’s own arithmetic modulo n, by calling the functions of C that Node’s program exports; null where they cannot be
 * called: no foreign-function library for the platform, another program than Node, another OpenSSL than the third.
 *
 * Why it is safe. These functions of `openssl/bn.h` are public and have kept their signatures since OpenSSL 1.1. The
 * addresses that they are given were given by OpenSSL in this thread, are never null, are of the kind that each parameter
 * wants, and never leave this file. The only memory of ours that they read or write is one array of 256 bytes, which is never
 * given up; numbers are copied to it and from it in JavaScript, which knows where each array ends. Whatever is read is a number
 * for them, whoever chose it. Each result is looked at. What is kept in OpenSSL’s memory are some ninety things of 300 bytes a
 * modulus and thread, for as long as the process lives: nothing grows with what is computed.
 *
 * They are not constant-time in numbers, nor powers in the exponent.
 *
 * @param n odd, above 1 and below 2^2048
 * @throws OpensslFailed here and in what is given, when memory is lacking
 */
export function opensslNumbers(n: bigint, openssl = functionsOfOpenssl()): OpensslNumbers | null {
  if (openssl === null) return null;
  const context = given(openssl.newContext());
  const modulus = given(openssl.newNumber());
  const montgomery = given(openssl.newMontgomery());
  const a = given(openssl.newNumber());
  const b = given(openssl.newNumber());
  const bytes = Buffer.alloc(BYTES);
  /** The same, for JavaScript to copy. */
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, WORDS);
  const read = (number: Address): void => void given(openssl.read(bytes, BYTES, number));
  const write = (number: Address): void => {
    if (openssl.write(number, bytes, BYTES) !== BYTES) throw new OpensslFailed();
  };
  const put = (number: Address, value: bigint): void => {
    writeNumber(value, bytes);
    read(number);
  };
  const valueOf = (number: Address): bigint => {
    write(number);
    return numberOf(bytes);
  };
  /** product ← x·y/R */
  const multiply = (product: Address, x: Address, y: Address): void =>
    done(openssl.multiply(product, x, y, montgomery, context));
  put(modulus, n);
  done(openssl.setMontgomery(montgomery, modulus, context));
  const publicPower: ModularPower = (base, exponent) => {
    put(a, base % n);
    put(b, exponent);
    done(openssl.power(a, a, b, modulus, context, montgomery));
    return valueOf(a);
  };
  const numbers: Address[] = [];
  const at = (place: number): Address => (numbers[place] ??= given(openssl.newNumber()));
  const places: Places<bigint> = {
    put(place, value) {
      put(a, value);
      done(openssl.toMontgomery(at(place), a, montgomery, context));
    },
    multiply: (place, x, y) => multiply(at(place), at(x), at(y)),
    valueAt(place) {
      done(openssl.fromMontgomery(a, at(place), montgomery, context));
      return valueOf(a);
    },
  };
  return {
    publicPower,
    publicPowers: (base, exponents) =>
      exponents.length > 1
        ? sharedPowers(base % n, exponents, 1n, places)
        : exponents.map((exponent) => publicPower(base, exponent)),
    products() {
      const chunks: Uint32Array[] = [];
      let count = 0;
      const kept = (number: Address): number => {
        write(number);
        const chunk = (chunks[Math.floor(count / CHUNK)] ??= new Uint32Array(CHUNK * WORDS));
        chunk.set(words, (count % CHUNK) * WORDS);
        count += 1;
        return count - 1;
      };
      const readFactor = (number: Address, factor: number): void => {
        const chunk = chunks[Math.floor(factor / CHUNK)];
        if (chunk === undefined || factor >= count) throw new RangeError('No factor of these products.');
        const start = (factor % CHUNK) * WORDS;
        // One by one is faster than by a view of the chunk.
        for (let index = 0; index < WORDS; index += 1) words[index] = chunk[start + index] ?? 0;
        read(number);
      };
      return {
        factorOf(value) {
          put(a, value);
          done(openssl.toMontgomery(a, a, montgomery, context));
          return kept(a);
        },
        times(x, y) {
          readFactor(a, x);
          readFactor(b, y);
          multiply(a, a, b);
          return kept(a);
        },
        productOf(factors, value = 1n) {
          put(a, value);
          for (const factor of factors) {
            readFactor(b, factor);
            multiply(a, a, b);
          }
          return valueOf(a);
        },
      };
    },
  };
}

/** The functions of C, under names of ours. Those that say nothing else of their result give 1, or else failed. */
export interface OpensslFunctions {
  readonly newNumber: () => Address | null;
  readonly newContext: () => Address | null;
  readonly newMontgomery: () => Address | null;
  /** Makes ready to multiply modulo an odd number. */
  readonly setMontgomery: (montgomery: Address, modulus: Address, context: Address) => number;
  /** Reads bytes, the highest first, into a number, and gives where it is. */
  readonly read: (bytes: Uint8Array, length: number, number: Address) => Address | null;
  /** Writes a number on so many bytes, the highest first, and gives how many; −1 when it has more. */
  readonly write: (number: Address, bytes: Uint8Array, length: number) => number;
  /** product ← a·R */
  readonly toMontgomery: (product: Address, a: Address, montgomery: Address, context: Address) => number;
  /** a ← product/R */
  readonly fromMontgomery: (a: Address, product: Address, montgomery: Address, context: Address) => number;
  /** product ← a·b/R */
  readonly multiply: (
    product: Address,
    a: Address,
    b: Address,
    montgomery: Address,
    context: Address,
  ) => number;
  /** power ← a^k mod n */
  readonly power: (
    power: Address,
    a: Address,
    k: Address,
    modulus: Address,
    context: Address,
    montgomery: Address,
  ) => number;
}

/** The functions of the program that runs, looked up in each thread; null: see {@link opensslNumbers}. */
export function functionsOfOpenssl(): OpensslFunctions | null {
  // Other programs that run JavaScript for Node bring forks of OpenSSL, and say the version that these come from.
  if (!process.versions.openssl?.startsWith('3.')) return null;
  try {
    const koffi = createRequire(import.meta.url)('koffi') as typeof import('koffi');
    const program = koffi.load(null);
    return {
      newNumber: program.func('void *BN_new(void)'),
      newContext: program.func('void *BN_CTX_new(void)'),
      newMontgomery: program.func('void *BN_MONT_CTX_new(void)'),
      setMontgomery: program.func('int BN_MONT_CTX_set(void *mont, void *m, void *ctx)'),
      read: program.func('void *BN_bin2bn(const uint8_t *s, int len, void *ret)'),
      write: program.func('int BN_bn2binpad(void *a, uint8_t *to, int tolen)'),
      toMontgomery: program.func('int BN_to_montgomery(void *r, void *a, void *mont, void *ctx)'),
      fromMontgomery: program.func('int BN_from_montgomery(void *r, void *a, void *mont, void *ctx)'),
      multiply: program.func('int BN_mod_mul_montgomery(void *r, void *a, void *b, void *mont, void *ctx)'),
      power: program.func('int BN_mod_exp_mont(void *r, void *a, void *p, void *m, void *ctx, void *mont)'),
    };
  } catch {
    return null;
  }
}

function given(address: Address | null): Address {
  if (address === null) throw new OpensslFailed();
  return address;
}

function done(result: number): void {
  if (result !== 1) throw new OpensslFailed();
}
