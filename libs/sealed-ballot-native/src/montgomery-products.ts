import type { Products } from '@hemicycle/sealed-ballot';
import { LIMB, LIMBS, MODULUS, montgomeryModule, NUMBER, NUMBERS } from './montgomery-code.js';

/** Pages of 64 kB that the memory grows by. The tables of one base's powers take eighty. */
const PAGES = 16;

/**
 * Products modulo n in WebAssembly, some three times faster than in JavaScript's big integers. A factor is the address
 * of a·R mod 2n, so that Montgomery's product a·(b·R)/R of a value by a factor is the value a·b.
 * @param n odd, below 2^2048
 * @returns makes products in a memory of their own, which is freed with them
 */
export function montgomeryProducts(n: bigint): () => Products<bigint, number> {
  const module = new WebAssembly.Module(montgomeryModule(n));
  const squareOfR = (1n << BigInt(2 * LIMB * LIMBS)) % n;
  return () => {
    const { memory, multiply } = new WebAssembly.Instance(module).exports as unknown as Exports;
    let words = new Uint32Array(memory.buffer);
    let next = NUMBERS;
    const place = (): number => {
      const address = next;
      next += NUMBER;
      if (next > words.byteLength) {
        memory.grow(PAGES);
        words = new Uint32Array(memory.buffer);
      }
      return address;
    };
    const write = (address: number, value: bigint): number => {
      words.set(limbsOf(value), address / 4);
      return address;
    };
    write(MODULUS, n);
    const toFactor = write(place(), squareOfR);
    const value = place();
    return {
      factorOf(number) {
        const factor = place();
        multiply(factor, write(value, number), toFactor);
        return factor;
      },
      times(a, b) {
        const factor = place();
        multiply(factor, a, b);
        return factor;
      },
      productOf(factors, first = 1n) {
        write(value, first);
        for (const factor of factors) multiply(value, value, factor);
        const product = numberOf(words.subarray(value / 4, value / 4 + LIMBS));
        return product < n ? product : product - n;
      },
    };
  };
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly multiply: (result: number, a: number, b: number) => void;
}

const BYTES = (LIMB * LIMBS) / 8;
const MASK = (1 << LIMB) - 1;

/** The limbs of a number below 2^2080, the lowest first, each with the one before it in its high half. */
function limbsOf(value: bigint): Uint32Array {
  const bytes = Buffer.from(value.toString(16).padStart(2 * BYTES, '0'), 'hex');
  const limbs = new Uint32Array(LIMBS);
  let [at, bits, rest, before] = [BYTES, 0, 0, 0];
  for (let index = 0; index < LIMBS; index += 1) {
    for (; bits < LIMB; bits += 8) rest |= (bytes[(at -= 1)] ?? 0) << bits;
    const limb = rest & MASK;
    limbs[index] = limb | (before << 16);
    before = limb;
    rest >>>= LIMB;
    bits -= LIMB;
  }
  return limbs;
}

/** The number whose limbs these are. */
function numberOf(limbs: Uint32Array): bigint {
  const bytes = Buffer.alloc(BYTES);
  let [at, bits, rest] = [BYTES, 0, 0];
  for (const limb of limbs) {
    rest |= (limb & MASK) << bits;
    for (bits += LIMB; bits >= 8; bits -= 8) {
      bytes[(at -= 1)] = rest & 0xff;
      rest >>>= 8;
    }
  }
  return BigInt(`0x${bytes.toString('hex')}`);
}
