/** Bytes of a number modulo p of BELENIOS-2048. */
export const BYTES = 256;

/** A number as {@link BYTES} bytes, the highest first. @throws RangeError when it has more */
export function bytesOf(value: bigint): Buffer {
  const digits = value.toString(16).padStart(2 * BYTES, '0');
  if (digits.length > 2 * BYTES) throw new RangeError('The number is longer than 2048 bits.');
  return Buffer.from(digits, 'hex');
}

/** The number that bytes write, the highest first. */
export const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
