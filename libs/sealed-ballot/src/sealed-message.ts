import { CheckFailed, demand } from './checks.js';
import type { Element, Group } from './group.js';
import { sha256 } from './hash.js';
import { canonical, parsed, record, readText } from './json.js';
import { randomScalar } from './scalars.js';
import { checkSignature, signedMessage, signedMessageFrom } from './signed-message.js';

/**
 * Seals a text for one trustee, by way of a server that cannot read it: send(sk, recipient, message) of 4.6.3. The
 * text with its recipient is signed by the sender, and all is encrypted (4.6.1): r, s random, alpha = g^r,
 * beta = ek^r g^s, data under AES with key SHA256(`key|g^s`) and initialisation vector from SHA256(`iv|alpha`).
 *
 * AES is in GCM mode, as with tools 3.1 and later, since browsers offer it (2.0 had CCM). The form of this envelope is
 * between our own trustees: no verifier ever sees one.
 */
export async function send(
  group: Group,
  signingKey: bigint,
  recipient: Element,
  message: string,
): Promise<string> {
  const channel = JSON.stringify({ recipient: group.encode(recipient), message });
  const signed = JSON.stringify(signedMessage(group, signingKey, channel));
  const randomness = randomScalar(group.order);
  const key = group.powerOfGenerator(randomScalar(group.order));
  const alpha = group.powerOfGenerator(randomness);
  const beta = group.times(group.power(recipient, randomness), key);
  const { cipher, vector } = await symmetric(group, key, alpha, 'encrypt');
  const data = await globalThis.crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: vector },
    cipher,
    new TextEncoder().encode(signed),
  );
  return JSON.stringify({
    alpha: group.encode(alpha),
    beta: group.encode(beta),
    data: hexadecimal(new Uint8Array(data)),
    algorithm: 'AES-GCM',
  });
}

/**
 * Opens a text sealed by {@link send}, and checks whom it is from and that it is for this trustee (4.6.3).
 * @param decryptionKey dk, whose g^dk is the recipient
 * @throws CheckFailed json-…, element-in-group, message-for-me
 */
export async function receive(
  group: Group,
  decryptionKey: bigint,
  sender: Element,
  sealed: string,
): Promise<string> {
  const fields = record(parsed(sealed), '', 'alpha', 'beta', 'data');
  const alpha = group.decode(fields.alpha, 'alpha');
  const beta = group.decode(fields.beta, 'beta');
  const key = group.times(beta, group.inverse(group.power(alpha, decryptionKey)));
  const { cipher, vector } = await symmetric(group, key, alpha, 'decrypt');
  let opened: string;
  try {
    const plain = await globalThis.crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: vector },
      cipher,
      bytesOf(readText(fields.data, 'data')),
    );
    opened = new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    throw new CheckFailed('message-for-me', 'data');
  }
  const signed = canonical(opened, signedMessageFrom(parsed(opened), ''));
  checkSignature(group, sender, signed.message, signed.signature, 'message-for-me', 'signature');
  const channel = record(parsed(signed.message), '', 'recipient', 'message');
  const self = group.encode(group.powerOfGenerator(decryptionKey));
  demand(channel.recipient === self, 'message-for-me', 'recipient');
  return readText(channel.message, 'message');
}

async function symmetric(
  group: Group,
  key: Element,
  alpha: Element,
  use: 'encrypt' | 'decrypt',
): Promise<{ cipher: CryptoKey; vector: Uint8Array<ArrayBuffer> }> {
  const bytes = new Uint8Array(sha256(`key|${group.encode(key)}`));
  const cipher = await globalThis.crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [use]);
  // The key is used once, so the vector may follow from alpha; GCM takes 12 bytes of it.
  return { cipher, vector: new Uint8Array(sha256(`iv|${group.encode(alpha)}`)).slice(0, 12) };
}

const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function bytesOf(digits: string): Uint8Array<ArrayBuffer> {
  demand(/^([0-9a-f]{2})*$/.test(digits), 'message-for-me', 'data');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
