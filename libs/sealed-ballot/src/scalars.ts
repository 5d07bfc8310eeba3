import { demand } from './checks.js';

/** Reads an exponent of ℤq (4.2): decimal, no leading zero, below q. @throws CheckFailed scalar-in-range */
export function scalarFrom(text: unknown, order: bigint, place: string): bigint {
  // The length is tested first: a number of a million digits would be parsed for minutes.
  demand(
    typeof text === 'string' && text.length <= 80 && /^(0|[1-9][0-9]*)$/.test(text),
    'scalar-in-range',
    place,
  );
  const scalar = BigInt(text);
  demand(scalar < order, 'scalar-in-range', place);
  return scalar;
}

/** A uniform exponent of ℤq from the platform's generator (`crypto.getRandomValues`), by rejection. */
export function randomScalar(order: bigint): bigint {
  const bits = order.toString(2).length;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  for (;;) {
    globalThis.crypto.getRandomValues(bytes);
    let scalar = 0n;
    for (const byte of bytes) scalar = (scalar << 8n) | BigInt(byte);
    scalar &= (1n << BigInt(bits)) - 1n;
    if (scalar < order) return scalar;
  }
}

/** The representative of `value` in [0, order). */
export const modulo = (value: bigint, order: bigint): bigint => ((value % order) + order) % order;

/** value⁻¹ mod a prime order, by the extended Euclidean algorithm; `value` must not be a multiple of it. */
export function inverseModulo(value: bigint, order: bigint): bigint {
  let [a, b, x, y] = [modulo(value, order), order, 1n, 0n];
  while (a > 1n) {
    const quotient = b / a;
    [a, b, x, y] = [b - quotient * a, a, y - quotient * x, x];
  }
  return modulo(x, order);
}

/** `length` uniform base-58 characters (4.2), from the platform's generator, by rejection. */
export function randomBase58(length: number): string {
  let text = '';
  const byte = new Uint8Array(1);
  while (text.length < length) {
    globalThis.crypto.getRandomValues(byte);
    const value = byte[0] ?? 255;
    if (value < 232) text += BASE58.charAt(value % 58);
  }
  return text;
}

/** Whether a text holds no other character; by looking for one, since a pattern of the whole would exhaust the stack on a long text. */
export const isBase58 = (text: string): boolean => !/[^1-9A-HJ-NP-Za-km-z]/.test(text);

/** The base-58 characters of the specification (4.2), by value. */
export const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
