import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { CCM_NONCE, decryptCcm, encryptCcm } from './aes-ccm.js';
import { CheckFailed, demand } from './checks.js';
import type { Element, Group } from './group.js';
import { sha256 } from './hash.js';
import { canonical, parsed, record, readText, textOf } from './json.js';
import { randomScalar } from './scalars.js';
import { checkSignature, signedMessage, signedMessageFrom } from './signed-message.js';

/**
 * Seals a text for one trustee, by way of a server that cannot read it: send(sk, recipient, message) of 4.6.3. The
 * text with its recipient is signed by the sender, and all is encrypted (4.6.1): r, s random, alpha = g^r,
 * beta = ek^r g^s, data under AES in CCM mode with key SHA256(`key|g^s`) and nonce from SHA256(`iv|alpha`).
 *
 * The third-party tool opens these envelopes and makes the same, so that a trustee may use it with our keys.
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
  const { key: bytes, nonce } = symmetric(group, key, alpha);
  const data = await encryptCcm(bytes, nonce, new TextEncoder().encode(signed));
  return JSON.stringify({
    alpha: group.encode(alpha),
    beta: group.encode(beta),
    data: bytesToHex(data),
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
  const { key: bytes, nonce } = symmetric(group, key, alpha);
  const message = await decryptCcm(bytes, nonce, bytesOf(readText(fields.data, 'data')));
  if (message === null) throw new CheckFailed('message-for-me', 'data');
  const opened = textOf(message);
  const signed = canonical(opened, signedMessageFrom(parsed(opened), ''));
  checkSignature(group, sender, signed.message, signed.signature, 'message-for-me', 'signature');
  const channel = record(parsed(signed.message), '', 'recipient', 'message');
  const self = group.encode(group.powerOfGenerator(decryptionKey));
  demand(channel.recipient === self, 'message-for-me', 'recipient');
  return readText(channel.message, 'message');
}

/** The AES key SHA256(`key|g^s`) and the nonce, the first bytes of SHA256(`iv|alpha`): both are used once. */
const symmetric = (group: Group, key: Element, alpha: Element): { key: Bytes; nonce: Bytes } => ({
  key: new Uint8Array(sha256(`key|${group.encode(key)}`)),
  nonce: new Uint8Array(sha256(`iv|${group.encode(alpha)}`)).slice(0, CCM_NONCE),
});

type Bytes = Uint8Array<ArrayBuffer>;

function bytesOf(digits: string): Bytes {
  demand(digits.length % 2 === 0 && !/[^0-9a-f]/.test(digits), 'message-for-me', 'data');
  return new Uint8Array(hexToBytes(digits));
}
