import type { Element, Group } from './group.js';
import { hashToScalar } from './hash.js';
import type { Proof } from './proof.js';
import { modulo, randomScalar } from './scalars.js';

/**
 * Schnorr's proof that one knows x with X = g^x, made non-interactive over a text: the form shared by trustees' keys
 * (4.5, text `pok|G|X|`), signed messages (4.6.1, `sigmsg|M|`) and ballots' signatures (4.14, `sig|hash|`).
 *
 * w random, A = g^w, challenge = SHA256(text ++ A) mod q, response = w − x·challenge mod q.
 */
export function proveKnowledge(group: Group, secret: bigint, text: string): Proof {
  const nonce = randomScalar(group.order);
  const commitment = group.encode(group.powerOfGenerator(nonce));
  const challenge = hashToScalar(text + commitment, group.order);
  return { challenge, response: modulo(nonce - secret * challenge, group.order) };
}

/** A = g^response × X^challenge, then challenge = SHA256(text ++ A) mod q (4.5, 4.6.1, 4.14). */
export function knowledgeIsProved(group: Group, publicKey: Element, text: string, proof: Proof): boolean {
  const commitment = group.powerOfGenerator(proof.response, group.publicPower(publicKey, proof.challenge));
  return hashToScalar(text + group.encode(commitment), group.order) === proof.challenge;
}
