import { ed25519 } from '@noble/curves/ed25519.js';
import type { EdwardsPoint } from '@noble/curves/abstract/edwards.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { CheckFailed, demand } from './checks.js';
import { fixedBasePowers } from './fixed-base.js';
import type { Element, Group, PowersOf } from './group.js';
import { plainProducts } from './products.js';

const { Point } = ed25519;

/** q = 2^252 + 27742317777372353535851937790883648493 (RFC 8032). */
export const ED25519_ORDER = Point.Fn.ORDER;

/**
 * Ed25519: the prime-order subgroup of the curve of RFC 8032, standard base point, in multiplicative words. An element
 * is written as 64 lowercase hexadecimal digits: the compressed point of RFC 8032 read as a big-endian number, hence
 * its bytes in reverse.
 */
export function ed25519Group(): Group {
  const times = (a: Element, b: Element): Element => seal(open(a).add(open(b)));
  const power = (a: Element, exponent: bigint): Element =>
    seal(exponent === 0n ? Point.ZERO : open(a).multiplyUnsafe(exponent));
  const powersOf = (base: Element): PowersOf =>
    fixedBasePowers(base, 256, plainProducts(seal(Point.ZERO), times));
  let powersOfGenerator: PowersOf | undefined;
  return {
    name: 'Ed25519',
    order: ED25519_ORDER,
    one: seal(Point.ZERO),
    generator: seal(Point.BASE),
    powerOfGenerator: (exponent, factor) =>
      (powersOfGenerator ??= powersOf(seal(Point.BASE)))(exponent, factor),
    powersOf,
    times,
    inverse: (a) => seal(open(a).negate()),
    power,
    publicPower: power,
    publicPowers: (a, exponents) => exponents.map((exponent) => power(a, exponent)),
    equal: (a, b) => open(a).equals(open(b)),
    encode: (element) => elementText(open(element).toBytes()),
    decode(text, place) {
      const bytes = elementBytes(text, place);
      let point: EdwardsPoint;
      try {
        point = Point.fromBytes(bytes);
      } catch {
        throw new CheckFailed('element-in-group', place);
      }
      // Order q, and the writing that we would give it: RFC 8032 lets some points be written twice.
      demand(point.isTorsionFree() && elementText(point.toBytes()) === text, 'element-in-group', place);
      return seal(point);
    },
  };
}

/** The writing of a compressed point. */
export const elementText = (compressed: Uint8Array): string => bytesToHex(compressed.toReversed());

/** The compressed point of a writing, whatever it encodes. @throws CheckFailed element-in-group */
export function elementBytes(text: unknown, place: string): Uint8Array {
  demand(typeof text === 'string' && /^[0-9a-f]{64}$/.test(text), 'element-in-group', place);
  return hexToBytes(text).toReversed();
}

const seal = (point: EdwardsPoint): Element => point as unknown as Element;
const open = (element: Element): EdwardsPoint => element as unknown as EdwardsPoint;
