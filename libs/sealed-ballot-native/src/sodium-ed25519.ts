import { createRequire } from 'node:module';
import {
  CheckFailed,
  ED25519_ORDER,
  elementBytes,
  elementText,
  type Element,
  type Group,
  type PowersOf,
} from '@hemicycle/sealed-ballot';

/** What we use of libsodium; each function writes into its first argument and throws when libsodium refuses. */
interface Sodium {
  crypto_core_ed25519_is_valid_point(point: Uint8Array): boolean;
  crypto_core_ed25519_add(sum: Uint8Array, a: Uint8Array, b: Uint8Array): void;
  crypto_core_ed25519_sub(difference: Uint8Array, a: Uint8Array, b: Uint8Array): void;
  crypto_scalarmult_ed25519_noclamp(product: Uint8Array, scalar: Uint8Array, point: Uint8Array): void;
  crypto_scalarmult_ed25519_base_noclamp(product: Uint8Array, scalar: Uint8Array): void;
}

const BYTES = 32;

/** Ed25519 by libsodium, constant-time in the exponents; null on a platform that libsodium is not built for. */
export function sodiumEd25519(): Group | null {
  let sodium: Sodium;
  try {
    sodium = createRequire(import.meta.url)('sodium-native') as Sodium;
  } catch {
    return null;
  }
  const one = Buffer.alloc(BYTES);
  one[0] = 1;
  const isOne = (point: Uint8Array): boolean => one.equals(point);
  const made = (write: (point: Buffer) => void): Element => {
    const point = Buffer.alloc(BYTES);
    write(point);
    return seal(point);
  };
  // libsodium refuses products that are the neutral element: those are answered here.
  const power = (a: Element, exponent: bigint): Element =>
    exponent === 0n || isOne(open(a))
      ? seal(one)
      : made((point) => sodium.crypto_scalarmult_ed25519_noclamp(point, scalarBytes(exponent), open(a)));
  const times = (a: Element, b: Element): Element =>
    made((point) => sodium.crypto_core_ed25519_add(point, open(a), open(b)));
  const powerOfGenerator: PowersOf = (exponent, factor) => {
    const result =
      exponent === 0n
        ? seal(one)
        : made((point) => sodium.crypto_scalarmult_ed25519_base_noclamp(point, scalarBytes(exponent)));
    return factor === undefined ? result : times(result, factor);
  };
  return {
    name: 'Ed25519',
    order: ED25519_ORDER,
    one: seal(one),
    generator: powerOfGenerator(1n),
    powerOfGenerator,
    // A table would cost more than it spares: libsodium reads and writes points compressed.
    powersOf: (base) => (exponent, factor) =>
      factor === undefined ? power(base, exponent) : times(power(base, exponent), factor),
    times,
    inverse: (a) => made((point) => sodium.crypto_core_ed25519_sub(point, one, open(a))),
    power,
    publicPower: power,
    publicPowers: (a, exponents) => exponents.map((exponent) => power(a, exponent)),
    equal: (a, b) => Buffer.compare(open(a), open(b)) === 0,
    encode: (element) => elementText(open(element)),
    decode(text, place) {
      const point = Buffer.from(elementBytes(text, place));
      // Canonical, on the curve, of order q: everything but the neutral element, which libsodium excludes.
      if (!isOne(point) && !sodium.crypto_core_ed25519_is_valid_point(point))
        throw new CheckFailed('element-in-group', place);
      return seal(point);
    },
  };
}

const scalarBytes = (exponent: bigint): Uint8Array =>
  Buffer.from(exponent.toString(16).padStart(2 * BYTES, '0'), 'hex').toReversed();

const seal = (point: Uint8Array): Element => point as unknown as Element;
const open = (element: Element): Uint8Array => element as unknown as Uint8Array;
