/*
 * AES-256 in CCM mode (RFC 3610) without associated data, with a tag of 8 bytes and a nonce of 13: what trustees'
 * envelopes are encrypted with (4.6.1). Browsers offer CBC and CTR, of which CCM is made: its tag is the last block of a
 * CBC chain, and both are then masked by a CTR stream.
 */

const BLOCK = 16;
const TAG = 8;
/** Bytes in which the length of a message, and the counter of its blocks, are written. */
const COUNTER = 2;

export const CCM_NONCE = BLOCK - 1 - COUNTER;
const LONGEST = 2 ** (8 * COUNTER) - 1;

type Bytes = Uint8Array<ArrayBuffer>;

/** The ciphertext followed by its tag. @param key 32 bytes, used for this message only; @param nonce 13 bytes */
export async function encryptCcm(key: Bytes, nonce: Bytes, message: Bytes): Promise<Bytes> {
  if (message.length > LONGEST) throw new RangeError('The message is too long for CCM with this nonce.');
  const { text, mask } = await masked(key, nonce, message);
  return joined(text, exclusiveOr(await tagOf(key, nonce, message), mask));
}

/** The message, or null when the tag is not its own: altered, or for another key. */
export async function decryptCcm(key: Bytes, nonce: Bytes, sealed: Bytes): Promise<Bytes | null> {
  if (sealed.length < TAG || sealed.length > LONGEST + TAG) return null;
  const { text: message, mask } = await masked(key, nonce, sealed.slice(0, -TAG));
  const difference = exclusiveOr(exclusiveOr(await tagOf(key, nonce, message), mask), sealed.slice(-TAG));
  return difference.every((byte) => byte === 0) ? message : null;
}

/** The CTR stream (RFC 3610, 2.3): its first block masks the tag, the following ones the text, either way. */
async function masked(key: Bytes, nonce: Bytes, text: Bytes): Promise<{ text: Bytes; mask: Bytes }> {
  const { subtle } = globalThis.crypto;
  const cipher = await subtle.importKey('raw', key, 'AES-CTR', false, ['encrypt']);
  const counter = joined(Uint8Array.of(COUNTER - 1), nonce, new Uint8Array(COUNTER));
  const stream = await subtle.encrypt(
    { name: 'AES-CTR', counter, length: 8 * COUNTER },
    cipher,
    joined(new Uint8Array(BLOCK), text),
  );
  const bytes = new Uint8Array(stream);
  return { text: bytes.slice(BLOCK), mask: bytes.slice(0, TAG) };
}

/** The CBC chain (RFC 3610, 2.2) over flags, nonce and length, then the message filled up with zeros. */
async function tagOf(key: Bytes, nonce: Bytes, message: Bytes): Promise<Bytes> {
  const { subtle } = globalThis.crypto;
  const cipher = await subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt']);
  const flags = 8 * ((TAG - 2) / 2) + COUNTER - 1;
  const length = Uint8Array.of(message.length >> 8, message.length & 255);
  const filling = new Uint8Array((BLOCK - (message.length % BLOCK)) % BLOCK);
  const blocks = joined(Uint8Array.of(flags), nonce, length, message, filling);
  const chain = await subtle.encrypt({ name: 'AES-CBC', iv: new Uint8Array(BLOCK) }, cipher, blocks);
  // What follows the last block is the padding that browsers add.
  return new Uint8Array(chain).slice(blocks.length - BLOCK, blocks.length - BLOCK + TAG);
}

const exclusiveOr = (a: Bytes, b: Bytes): Bytes => a.map((byte, index) => byte ^ (b[index] ?? 0));

function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
