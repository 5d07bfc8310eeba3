import { demand } from './checks.js';
import type { Election } from './election.js';
import type { Element } from './group.js';
import { hashToScalar } from './hash.js';
import { at, canonical, list, parsed, record, readText } from './json.js';
import { type Proof, type ProofData, proofData, proofDataFrom, proofFrom } from './proof.js';
import { modulo, randomScalar } from './scalars.js';
import type { EncryptedTally } from './tally.js';
import type { Trustee } from './trustees.js';

/** What a trustee publishes to open the tally (4.18), fields in the order of the specification. */
export interface PartialDecryption {
  readonly decryption_factors: readonly (readonly string[])[];
  readonly decryption_proofs: readonly (readonly ProofData[])[];
}

/** A partial decryption and, beside it, the bound proofs, in the same order. */
export interface TrusteeDecryption {
  /** The archive's file, byte for byte. */
  readonly raw: string;
  readonly boundProofs: readonly (readonly ProofData[])[];
}

/**
 * Opens a trustee's part of the tally (4.18): factor = alpha^x for each pair; standard proof w random, A = g^w,
 * B = alpha^w, challenge = SHA256(`decrypt|φ|X|A,B`) mod q, response = w − x·challenge. The standard challenge covers
 * neither alpha nor the factor, so a second proof, of a fresh w, has the challenge of {@link boundText}.
 *
 * Whoever gives her key to this function opens what `tally` says: check the archive first, and that `tally` is its.
 * @param box hash of the archive up to its encrypted tally
 * @throws CheckFailed own-key when the private key is not the trustee's
 */
export function decryptTally(
  election: Election,
  tally: EncryptedTally,
  trustee: Trustee,
  box: string,
  privateKey: bigint,
): TrusteeDecryption {
  const { group } = election;
  demand(group.equal(group.powerOfGenerator(privateKey), trustee.publicKey), 'own-key', 'private_key');
  const prove = (alpha: Element, before: string): ProofData => {
    const nonce = randomScalar(group.order);
    const a = group.encode(group.powerOfGenerator(nonce));
    const b = group.encode(group.power(alpha, nonce));
    const challenge = hashToScalar(`${before}${a},${b}`, group.order);
    return proofData({ challenge, response: modulo(nonce - privateKey * challenge, group.order) });
  };
  const opened = tally.map((pairs, question) =>
    pairs.map((pair, answer) => {
      const alpha = group.encode(pair.alpha);
      const factor = group.encode(group.power(pair.alpha, privateKey));
      const beta = group.encode(pair.beta);
      const place = { question, answer, alpha, beta, factor };
      return {
        factor,
        standard: prove(pair.alpha, standardText(election, trustee)),
        bound: prove(pair.alpha, boundText(election, trustee, box, place)),
      };
    }),
  );
  return {
    raw: JSON.stringify({
      decryption_factors: opened.map((answers) => answers.map(({ factor }) => factor)),
      decryption_proofs: opened.map((answers) => answers.map(({ standard }) => standard)),
    }),
    boundProofs: opened.map((answers) => answers.map(({ bound }) => bound)),
  };
}

/** A partial decryption whose standard proofs were checked. */
export interface CheckedDecryption {
  readonly trustee: Trustee;
  readonly factors: readonly (readonly Element[])[];
  readonly data: PartialDecryption;
}

/**
 * Checks a partial decryption against the tally (4.18): A = g^response X^challenge,
 * B = alpha^response factor^challenge, challenge = SHA256(`decrypt|φ|X|A,B`) mod q.
 * @throws CheckFailed json-…, decryption-shape, element-in-group, scalar-in-range, decryption-proof
 */
export function checkDecryption(
  election: Election,
  tally: EncryptedTally,
  trustee: Trustee,
  raw: string | Uint8Array,
): CheckedDecryption {
  const { group } = election;
  const data = decryptionFrom(raw);
  const factors = tally.map((pairs, question) => {
    const given = data.decryption_factors[question] ?? [];
    const place = `decryption_factors[${question}]`;
    demand(given.length === pairs.length, 'decryption-shape', place);
    return given.map((factor, answer) => group.decode(factor, `${place}[${answer}]`));
  });
  demand(data.decryption_factors.length === tally.length, 'decryption-shape', 'decryption_factors');
  checkFactorProofs(election, tally, factors, data.decryption_proofs, 'decryption_proofs', {
    trustee,
    check: 'decryption-proof',
    textOf: () => standardText(election, trustee),
  });
  return { trustee, factors, data };
}

/**
 * Checks the bound proofs of a partial decryption.
 * @param box hash of the archive up to its encrypted tally
 * @throws CheckFailed decryption-shape, scalar-in-range, bound-proof
 */
export function checkBoundProofs(
  election: Election,
  tally: EncryptedTally,
  { trustee, factors, data }: CheckedDecryption,
  box: string,
  proofs: readonly (readonly ProofData[])[],
): void {
  const { group } = election;
  checkFactorProofs(election, tally, factors, proofs, 'proofs', {
    trustee,
    check: 'bound-proof',
    textOf(question, answer) {
      const pair = tally[question]?.[answer] ?? { alpha: group.one, beta: group.one };
      const alpha = group.encode(pair.alpha);
      const beta = group.encode(pair.beta);
      const factor = data.decryption_factors[question]?.[answer] ?? '';
      return boundText(election, trustee, box, { question, answer, alpha, beta, factor });
    },
  });
}

/** Reads a partial decryption. @throws CheckFailed json-… */
function decryptionFrom(raw: string | Uint8Array): PartialDecryption {
  const fields = record(parsed(raw), '', 'decryption_factors', 'decryption_proofs');
  return canonical(raw, {
    decryption_factors: list(fields.decryption_factors, 'decryption_factors', (factors, place) =>
      list(factors, place, readText),
    ),
    decryption_proofs: list(fields.decryption_proofs, 'decryption_proofs', (proofs, place) =>
      list(proofs, place, proofDataFrom),
    ),
  });
}

/** What stands before `A,B` in the standard challenge (4.18). */
const standardText = (election: Election, trustee: Trustee): string =>
  `decrypt|${election.fingerprint}|${trustee.publicKeyText}|`;

/**
 * What stands before `A,B` in the bound challenge: everything that the factor opens. With the hash of the archive up to
 * the tally, it ties each trustee's opening to one list of credentials, one box and one tally.
 */
const boundText = (
  election: Election,
  trustee: Trustee,
  box: string,
  opened: { question: number; answer: number; alpha: string; beta: string; factor: string },
): string =>
  `bound-decrypt|${election.fingerprint}|${box}|${trustee.owner}|${trustee.publicKeyText}` +
  `|${opened.question}|${opened.answer}|${opened.alpha},${opened.beta}|${opened.factor}|`;

interface FactorProofs {
  readonly trustee: Trustee;
  readonly check: 'decryption-proof' | 'bound-proof';
  readonly textOf: (question: number, answer: number) => string;
}

function checkFactorProofs(
  election: Election,
  tally: EncryptedTally,
  factors: readonly (readonly Element[])[],
  proofs: readonly (readonly ProofData[])[],
  place: string,
  { trustee, check, textOf }: FactorProofs,
): void {
  const { group } = election;
  demand(proofs.length === tally.length, 'decryption-shape', place);
  for (const [question, pairs] of tally.entries()) {
    const given = proofs[question] ?? [];
    demand(given.length === pairs.length, 'decryption-shape', `${place}[${question}]`);
    for (const [answer, { alpha }] of pairs.entries()) {
      const where = `${place}[${question}][${answer}]`;
      const data = given[answer] ?? { challenge: '', response: '' };
      const { challenge, response }: Proof = proofFrom(data, group.order, where);
      const factor = factors[question]?.[answer] ?? group.one;
      const a = group.powerOfGenerator(response, group.publicPower(trustee.publicKey, challenge));
      const b = group.times(group.publicPower(alpha, response), group.publicPower(factor, challenge));
      const text = `${textOf(question, answer)}${group.encode(a)},${group.encode(b)}`;
      demand(hashToScalar(text, group.order) === challenge, check, where);
    }
  }
}

/** The trustee whose number a partial decryption bears (4.18). @throws CheckFailed decryption-owner */
export function ownerOf(trustees: readonly Trustee[], owner: number, place: string): Trustee {
  const trustee = trustees[owner - 1];
  demand(trustee !== undefined, 'decryption-owner', at(place, 'owner'));
  return trustee;
}
