import type { Ciphertext } from './ciphertext.js';
import type { Election } from './election.js';
import { hashToScalar } from './hash.js';
import type { Proof } from './proof.js';
import { modulo, randomScalar } from './scalars.js';

/**
 * A statement by its maker: (α, β) = (g^r, y^r g^d), of which she claims d = 0. She knows r and d, so that every
 * commitment is a product of powers of g and y alone, which tables make cheap.
 */
export interface OwnStatement {
  readonly randomness: bigint;
  readonly difference: number;
}

/**
 * Proves that one of several pairs encrypts 0 without saying which: the form shared by proofs of interval membership
 * (4.12) and of possibly-blank votes (4.13).
 *
 * For each j other than the true one: challenge and response random, A_j = g^response α_j^challenge and
 * B_j = y^response β_j^challenge. For the true i: w random, A_i = g^w, B_i = y^w, challenge_i = H − Σ challenge_j,
 * response_i = w − r·challenge_i mod q, where H = SHA256(text ++ A_0,B_0,…,A_k,B_k) mod q.
 */
export function proveOneOf(
  election: Election,
  text: string,
  statements: readonly OwnStatement[],
  truth: number,
): Proof[] {
  const { group, powerOfKey } = election;
  const { order, powerOfGenerator } = group;
  const nonce = randomScalar(order);
  const drafts = statements.map(({ randomness, difference }, index) => {
    if (index === truth) return { challenge: 0n, response: nonce, exponent: nonce, excess: 0n };
    const challenge = randomScalar(order);
    const response = randomScalar(order);
    return {
      challenge,
      response,
      exponent: modulo(response + randomness * challenge, order),
      excess: modulo(BigInt(difference) * challenge, order),
    };
  });
  const commitments = drafts.map(({ exponent, excess }) => {
    const a = group.encode(powerOfGenerator(exponent));
    const b = group.encode(powerOfKey(exponent, powerOfGenerator(excess)));
    return `${a},${b}`;
  });
  const hash = hashToScalar(text + commitments.join(','), order);
  const others = drafts.reduce((sum, { challenge }) => sum + challenge, 0n);
  return drafts.map(({ challenge, response }, index) => {
    if (index !== truth) return { challenge, response };
    const own = modulo(hash - others, order);
    const randomness = statements[index]?.randomness ?? 0n;
    return { challenge: own, response: modulo(nonce - randomness * own, order) };
  });
}

/** A statement as its reader knows it: that a pair encrypts a number. */
export interface ReceivedStatement {
  readonly pair: Ciphertext;
  readonly count: number;
}

/**
 * Whether one of several statements is proved, without saying which: with (α_j, β_j) the pair of the statement j, its β
 * divided by g^count_j, A_j = g^response_j α_j^challenge_j, B_j = y^response_j β_j^challenge_j, and
 * SHA256(text ++ A_0,B_0,…,A_k,B_k) = Σ challenge_j mod q (4.12, 4.13.3).
 */
export function oneOfIsProved(
  election: Election,
  text: string,
  statements: readonly ReceivedStatement[],
  proofs: readonly Proof[],
): boolean {
  if (statements.length !== proofs.length) return false;
  const { group, powerOfKey } = election;
  const { order, powerOfGenerator } = group;
  const claims = proofs.map((proof, index) => ({ ...proof, index, ...statements[index] }));
  const commitments: string[] = [];
  for (const pair of new Set(statements.map((statement) => statement.pair))) {
    // The powers of one pair are taken together: that costs less, and g^count is divided by afterwards.
    const about = claims.filter((claim) => claim.pair === pair);
    const challenges = about.map(({ challenge }) => challenge);
    const alphas = group.publicPowers(pair.alpha, challenges);
    const betas = group.publicPowers(pair.beta, challenges);
    for (const [position, { index, challenge, response, count = 0 }] of about.entries()) {
      const excess = modulo(-BigInt(count) * challenge, order);
      const beta = count === 0 ? betas[position] : powerOfGenerator(excess, betas[position]);
      const [a, b] = [powerOfGenerator(response, alphas[position]), powerOfKey(response, beta)];
      commitments[index] = `${group.encode(a)},${group.encode(b)}`;
    }
  }
  const sum = proofs.reduce((total, { challenge }) => total + challenge, 0n);
  return hashToScalar(text + commitments.join(','), order) === modulo(sum, order);
}
