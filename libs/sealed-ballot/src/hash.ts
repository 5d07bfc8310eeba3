import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** SHA-256 of bytes, or of a text in UTF-8. */
export type Sha256 = (data: string | Uint8Array) => Uint8Array;

/** In pure JavaScript, which runs everywhere. */
export const portableSha256: Sha256 = (data) => digest(typeof data === 'string' ? utf8ToBytes(data) : data);

let platformSha256 = portableSha256;

/**
 * Has every hash of this room, but those inside PBKDF2, computed by the platform from now on: a server brings its own, ten
 * times faster. It is one function, whoever computes it, so that nothing needs to know by whom.
 */
export function hashBy(sha256: Sha256): void {
  platformSha256 = sha256;
}

/** SHA-256 by the platform. */
export const sha256: Sha256 = (data) => platformSha256(data);

/** SHA-256 in lowercase hexadecimal: the specification's ℍ (4.2), which names the files of an archive. */
export const sha256Hex = (data: string | Uint8Array): string => bytesToHex(sha256(data));

/** BASE64(SHA256(data)) without padding (4.15): fingerprints of elections, trackers of ballots. */
export function fingerprintOf(data: string | Uint8Array): string {
  const bytes = sha256(data);
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.subarray(index, index + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63);
    if (b !== undefined) text += ALPHABET.charAt((bits >> 6) & 63);
    if (c !== undefined) text += ALPHABET.charAt(bits & 63);
  }
  return text;
}

/** SHA-256 of a text read as a 256-bit big-endian number, mod q: the 𝓗 of every proof (4.5, 4.12–4.14, 4.18) and of a trustee's keys (4.6.1). */
export const hashToScalar = (text: string, order: bigint): bigint => BigInt(`0x${sha256Hex(text)}`) % order;
