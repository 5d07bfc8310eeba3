import { demand } from './checks.js';
import type { Element, Group } from './group.js';
import { at, record, readText } from './json.js';
import { knowledgeIsProved, proveKnowledge } from './knowledge-proof.js';
import { type ProofData, proofData, proofDataFrom, proofFrom } from './proof.js';
import { randomScalar, scalarFrom } from './scalars.js';
import { checkSignature, sign } from './signed-message.js';

/** A trustee's public key with the proof that she knows the private one (4.5). */
export interface TrusteePublicKey {
  readonly pok: ProofData;
  readonly public_key: string;
  /** Tools 3.x, threshold only: signature of the key's writing by the trustee's signing key. */
  readonly signature?: ProofData;
  /** Tools write one sometimes; nothing checks it. */
  readonly name?: string;
}

/** What a trustee whose presence is required keeps (`privateKey`, decimal) and sends (`publicKey`). */
export interface TrusteeKey {
  readonly privateKey: string;
  readonly publicKey: TrusteePublicKey;
}

/** A new key for a “Single” trustee (3.1.1, 4.5): x random, X = g^x. */
export function newTrusteeKey(group: Group): TrusteeKey {
  const secret = randomScalar(group.order);
  return { privateKey: secret.toString(), publicKey: publicKeyOf(group, secret) };
}

/** Reads a private key as the trustee kept it. @throws CheckFailed scalar-in-range */
export const privateKeyFrom = (group: Group, privateKey: string): bigint =>
  scalarFrom(privateKey, group.order, 'private_key');

/**
 * X = g^x with its proof of knowledge (4.5): challenge = SHA256(`pok|G|X|A`) mod q.
 * @param signingKey in a threshold key, the trustee's signing key, by which tools 3.x want X signed
 */
export function publicKeyOf(group: Group, secret: bigint, signingKey?: bigint): TrusteePublicKey {
  const publicKey = group.encode(group.powerOfGenerator(secret));
  return {
    pok: proofData(proveKnowledge(group, secret, knowledgeText(group, publicKey))),
    public_key: publicKey,
    ...(signingKey === undefined ? {} : { signature: sign(group, signingKey, publicKey) }),
  };
}

/**
 * Checks a trustee's public key and gives X (4.5).
 * @param verificationKey in a threshold key, the key that signs X, if the trustee's certificate is of tools 3.x
 * @throws CheckFailed element-in-group, scalar-in-range, key-proof, verification-key-signed
 */
export function checkPublicKey(
  group: Group,
  key: TrusteePublicKey,
  place: string,
  verificationKey?: Element,
): Element {
  const element = group.decode(key.public_key, at(place, 'public_key'));
  const proof = proofFrom(key.pok, group.order, at(place, 'pok'));
  demand(
    knowledgeIsProved(group, element, knowledgeText(group, key.public_key), proof),
    'key-proof',
    at(place, 'pok'),
  );
  const signedAt = at(place, 'signature');
  if (verificationKey !== undefined) {
    demand(key.signature !== undefined, 'verification-key-signed', signedAt);
    checkSignature(
      group,
      verificationKey,
      key.public_key,
      key.signature,
      'verification-key-signed',
      signedAt,
    );
  }
  return element;
}

/** @throws CheckFailed json-shape */
export function publicKeyFrom(value: unknown, place: string): TrusteePublicKey {
  const fields = record(value, place, 'pok', 'public_key');
  return {
    pok: proofDataFrom(fields.pok, at(place, 'pok')),
    public_key: readText(fields.public_key, at(place, 'public_key')),
    ...(fields['signature'] === undefined
      ? {}
      : { signature: proofDataFrom(fields['signature'], at(place, 'signature')) }),
    ...(fields['name'] === undefined ? {} : { name: readText(fields['name'], at(place, 'name')) }),
  };
}

const knowledgeText = (group: Group, publicKey: string): string => `pok|${group.name}|${publicKey}|`;
