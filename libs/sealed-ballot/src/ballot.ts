import { blankIsProved, blankOrIntervalIsProved, proveBlank, proveBlankOrInterval } from './blank-proof.js';
import { demand, inside } from './checks.js';
import {
  type Ciphertext,
  type CiphertextData,
  ciphertextData,
  ciphertextDataFrom,
  ciphertextFrom,
  ciphertextsText,
  encrypt,
  productOfCiphertexts,
} from './ciphertext.js';
import { credentialSecret, type PublicCredentials } from './credential.js';
import type { Election } from './election.js';
import { fingerprintOf } from './hash.js';
import { intervalIsProved, proveInterval } from './interval-proof.js';
import { at, canonical, list, parsed, record, readText } from './json.js';
import { knowledgeIsProved, proveKnowledge } from './knowledge-proof.js';
import { type Proof, type ProofData, proofData, proofDataFrom, proofFrom } from './proof.js';
import { checkedVector, type Choice, type Question, vectorOf, widthOf } from './question.js';
import { modulo, randomScalar } from './scalars.js';

/** The encrypted answer to one question (4.11), fields in the order of the specification. */
export interface AnswerData {
  readonly choices: readonly CiphertextData[];
  readonly individual_proofs: readonly (readonly ProofData[])[];
  readonly overall_proof: readonly ProofData[];
  readonly blank_proof?: readonly ProofData[];
}

/** A ballot without its signature (4.15). */
interface UnsignedBallot {
  readonly election_uuid: string;
  readonly election_hash: string;
  readonly credential: string;
  readonly answers: readonly AnswerData[];
}

/** A ballot (4.15), fields in the order of the specification. */
export interface BallotData extends UnsignedBallot {
  readonly signature: { readonly hash: string; readonly proof: ProofData };
}

/** A ballot ready to be sent. */
export interface SealedBallot {
  /** The ballot's text, byte for byte. */
  readonly raw: string;
  /** BASE64(SHA256(raw)) (4.15): what the voter keeps, and finds in the box. */
  readonly tracker: string;
}

/**
 * Seals a vote (4.11 to 4.15): encrypts each number of each answer, proves each to be 0 or 1 and each answer to be one
 * that its question allows, and signs with the credential. Runs on the voter's device; nothing secret is in the ballot.
 * @param credential the voter's secret credential
 * @param choices one a question, in order
 * @throws CheckFailed choice-allowed, credential-checksum
 */
export function sealBallot(election: Election, credential: string, choices: readonly Choice[]): SealedBallot {
  demand(choices.length === election.questions.length, 'choice-allowed', '');
  const vectors = election.questions.map((question, index) =>
    inside(`choices[${index}]`, () => vectorOf(question, choices[index] ?? [])),
  );
  return sealVectors(election, credentialSecret(election.group, election.uuid, credential), vectors);
}

/**
 * {@link sealBallot} for vectors of 0 and 1 (4.11.1) and a secret exponent already derived.
 * @throws CheckFailed choice-allowed
 */
export function sealVectors(
  election: Election,
  secret: bigint,
  vectors: readonly (readonly number[])[],
): SealedBallot {
  const { group } = election;
  demand(vectors.length === election.questions.length, 'choice-allowed', '');
  const credential = group.encode(group.powerOfGenerator(secret));
  const ballot: UnsignedBallot = {
    election_uuid: election.uuid,
    election_hash: election.fingerprint,
    credential,
    answers: election.questions.map((question, index) =>
      inside(`choices[${index}]`, () => sealAnswer(election, credential, question, vectors[index] ?? [])),
    ),
  };
  const hash = fingerprintOf(JSON.stringify(ballot));
  const proof = proofData(proveKnowledge(group, secret, `sig|${hash}|`));
  const raw = JSON.stringify({ ...ballot, signature: { hash, proof } });
  return { raw, tracker: fingerprintOf(raw) };
}

function sealAnswer(
  election: Election,
  credential: string,
  question: Question,
  vector: readonly number[],
): AnswerData {
  const { group } = election;
  const entries = checkedVector(question, vector).map((message) => {
    const randomness = randomScalar(group.order);
    const pair = encrypt(election, BigInt(message), randomness);
    return { message, randomness, pair, data: ciphertextData(group, pair) };
  });
  const individualContext = `${election.fingerprint}|${credential}`;
  const choices = entries.map(({ data }) => data);
  const overallContext = `${individualContext}|${ciphertextsText(choices)}`;
  const individual_proofs = entries.map((own) =>
    proveInterval(election, individualContext, own.data, own, 0, 1).map(proofData),
  );
  const blank = question.blank === true ? entries[0] : undefined;
  const counted = blank === undefined ? entries : entries.slice(1);
  const sum = {
    message: counted.reduce((total, { message }) => total + message, 0),
    randomness: modulo(
      counted.reduce((total, { randomness }) => total + randomness, 0n),
      group.order,
    ),
  };
  if (blank === undefined) {
    const pair = productOfChoices(
      election,
      counted.map((entry) => entry.pair),
    );
    const { min, max } = question;
    const proofs = proveInterval(election, overallContext, ciphertextData(group, pair), sum, min, max);
    return { choices, individual_proofs, overall_proof: proofs.map(proofData) };
  }
  return {
    choices,
    individual_proofs,
    overall_proof: proveBlankOrInterval(election, overallContext, question, { blank, sum }).map(proofData),
    blank_proof: proveBlank(election, overallContext, { blank, sum }).map(proofData),
  };
}

/** A ballot whose every proof was checked. */
export interface CheckedBallot {
  readonly raw: string;
  readonly tracker: string;
  readonly credential: string;
  /** One list of pairs a question. */
  readonly choices: readonly (readonly Ciphertext[])[];
}

/**
 * Checks everything about one ballot: canonical text, this election, a listed credential, elements in the group,
 * exponents in range, signature, individual, overall and blank proofs (4.11 to 4.15). To be called before a ballot is
 * stored, and again by whoever audits the box.
 * @throws CheckFailed the first check that fails, at its place
 */
export function checkBallot(
  election: Election,
  credentials: PublicCredentials,
  raw: string | Uint8Array,
): CheckedBallot {
  const { group } = election;
  const data = ballotFrom(raw);
  demand(data.election_uuid === election.uuid, 'ballot-election', 'election_uuid');
  demand(data.election_hash === election.fingerprint, 'ballot-election', 'election_hash');
  const listed = credentials.get(data.credential);
  demand(listed !== undefined, 'credential-listed', 'credential');
  demand(data.answers.length === election.questions.length, 'ballot-shape', 'answers');
  const { signature, ...unsigned } = data;
  demand(signature.hash === fingerprintOf(JSON.stringify(unsigned)), 'ballot-hash', 'signature.hash');
  const proof = proofFrom(signature.proof, group.order, 'signature.proof');
  const signed = knowledgeIsProved(group, listed.element, `sig|${signature.hash}|`, proof);
  demand(signed, 'ballot-signature', 'signature.proof');
  const choices = election.questions.map((question, index) =>
    checkAnswer(election, data.credential, question, data.answers[index], `answers[${index}]`),
  );
  const text = typeof raw === 'string' ? raw : JSON.stringify(data);
  return { raw: text, tracker: fingerprintOf(raw), credential: data.credential, choices };
}

/**
 * Reads a ballot and checks that its text is canonical, nothing more: enough to know whose it is.
 * @throws CheckFailed json-well-formed, json-shape, json-canonical
 */
export function ballotFrom(raw: string | Uint8Array): BallotData {
  const fields = record(
    parsed(raw),
    '',
    'election_uuid',
    'election_hash',
    'credential',
    'answers',
    'signature',
  );
  const signature = record(fields.signature, 'signature', 'hash', 'proof');
  return canonical(raw, {
    election_uuid: readText(fields.election_uuid, 'election_uuid'),
    election_hash: readText(fields.election_hash, 'election_hash'),
    credential: readText(fields.credential, 'credential'),
    answers: list(fields.answers, 'answers', answerFrom),
    signature: {
      hash: readText(signature.hash, 'signature.hash'),
      proof: proofDataFrom(signature.proof, 'signature.proof'),
    },
  });
}

function checkAnswer(
  election: Election,
  credential: string,
  question: Question,
  data: AnswerData | undefined,
  place: string,
): Ciphertext[] {
  const { group } = election;
  const width = widthOf(question);
  const { min, max } = question;
  demand(data !== undefined && data.choices.length === width, 'ballot-shape', at(place, 'choices'));
  demand(data.individual_proofs.length === width, 'ballot-shape', at(place, 'individual_proofs'));
  const proofsAt = (name: string, proofs: readonly ProofData[], count: number): Proof[] => {
    demand(proofs.length === count, 'ballot-shape', at(place, name));
    return proofs.map((each, index) => proofFrom(each, group.order, `${at(place, name)}[${index}]`));
  };
  const individual = data.individual_proofs.map((proofs, index) =>
    proofsAt(`individual_proofs[${index}]`, proofs, 2),
  );
  const blankAllowed = question.blank === true;
  const overall = proofsAt('overall_proof', data.overall_proof, max - min + (blankAllowed ? 2 : 1));
  demand(blankAllowed === (data.blank_proof !== undefined), 'ballot-shape', at(place, 'blank_proof'));
  const blankProofs = blankAllowed ? proofsAt('blank_proof', data.blank_proof ?? [], 2) : [];

  const pairs = data.choices.map((pair, index) =>
    ciphertextFrom(group, pair, `${at(place, 'choices')}[${index}]`),
  );
  const individualContext = `${election.fingerprint}|${credential}`;
  for (const [index, pair] of pairs.entries())
    demand(
      intervalIsProved(
        election,
        individualContext,
        pair,
        data.choices[index] ?? { alpha: '', beta: '' },
        0,
        1,
        individual[index] ?? [],
      ),
      'individual-proof',
      `${at(place, 'individual_proofs')}[${index}]`,
    );
  const context = `${individualContext}|${ciphertextsText(data.choices)}`;
  const overallAt = at(place, 'overall_proof');
  const [blank] = pairs;
  if (!blankAllowed || blank === undefined) {
    const sum = productOfChoices(election, pairs);
    const proved = intervalIsProved(election, context, sum, ciphertextData(group, sum), min, max, overall);
    demand(proved, 'overall-proof', overallAt);
    return pairs;
  }
  const sum = productOfChoices(election, pairs.slice(1));
  const overallProved = blankOrIntervalIsProved(election, context, question, blank, sum, overall);
  demand(overallProved, 'overall-proof', overallAt);
  const blankProved = blankIsProved(election, context, blank, sum, blankProofs);
  demand(blankProved, 'blank-proof', at(place, 'blank_proof'));
  return pairs;
}

function answerFrom(value: unknown, place: string): AnswerData {
  const fields = record(value, place, 'choices', 'individual_proofs', 'overall_proof');
  const proofs = (item: unknown, where: string): ProofData[] => list(item, where, proofDataFrom);
  return {
    choices: list(fields.choices, at(place, 'choices'), ciphertextDataFrom),
    individual_proofs: list(fields.individual_proofs, at(place, 'individual_proofs'), proofs),
    overall_proof: proofs(fields.overall_proof, at(place, 'overall_proof')),
    ...(fields['blank_proof'] === undefined
      ? {}
      : { blank_proof: proofs(fields['blank_proof'], at(place, 'blank_proof')) }),
  };
}

const productOfChoices = ({ group }: Election, pairs: readonly Ciphertext[]): Ciphertext =>
  pairs.reduce((product, pair) => productOfCiphertexts(group, product, pair), {
    alpha: group.one,
    beta: group.one,
  });
