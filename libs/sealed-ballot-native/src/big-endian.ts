/** Bytes of a number modulo p of BELENIOS-2048. */
export const BYTES = 256;

/** Writes a number over {@link BYTES} bytes, the highest first. @throws RangeError when it has more, or is negative */
export function writeNumber(value: bigint, bytes: Buffer): void {
  const digits = value.toString(16).padStart(2 * BYTES, '0');
  // What is no digit ends what is written.
  if (digits.length > 2 * BYTES || bytes.write(digits, 'hex') !== BYTES)
    throw new RangeError('The number is not of 2048 bits.');
}

/** A number as bytes. @throws RangeError as {@link writeNumber} */
export function bytesOf(value: bigint): Buffer {
  const bytes = Buffer.alloc(BYTES);
  writeNumber(value, bytes);
  return bytes;
}

/** The number that bytes write, the highest first. */
export const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
