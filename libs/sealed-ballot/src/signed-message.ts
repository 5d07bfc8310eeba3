import { demand, type CheckName } from './checks.js';
import type { Element, Group } from './group.js';
import { at, record, readText } from './json.js';
import { knowledgeIsProved, proveKnowledge } from './knowledge-proof.js';
import { type Proof, type ProofData, proofData, proofDataFrom, proofFrom } from './proof.js';

/** A text signed by a trustee's signing key (4.6.1), fields in the order of the specification. */
export interface SignedMessage {
  readonly message: string;
  readonly signature: ProofData;
}

/** Signs M: a proof of knowledge of the signing key over `sigmsg|M|` (4.6.1). */
export const sign = (group: Group, signingKey: bigint, message: string): ProofData =>
  proofData(proveKnowledge(group, signingKey, `sigmsg|${message}|`));

export const signedMessage = (group: Group, signingKey: bigint, message: string): SignedMessage => ({
  message,
  signature: sign(group, signingKey, message),
});

/** @throws CheckFailed `check` unless the signature is this key's on this message (4.6.1) */
export function checkSignature(
  group: Group,
  verificationKey: Element,
  message: string,
  signature: ProofData,
  check: CheckName,
  place: string,
): void {
  const proof: Proof = proofFrom(signature, group.order, place);
  demand(knowledgeIsProved(group, verificationKey, `sigmsg|${message}|`, proof), check, place);
}

/** @throws CheckFailed json-shape */
export function signedMessageFrom(value: unknown, place: string): SignedMessage {
  const { message, signature } = record(value, place, 'message', 'signature');
  return {
    message: readText(message, at(place, 'message')),
    signature: proofDataFrom(signature, at(place, 'signature')),
  };
}
