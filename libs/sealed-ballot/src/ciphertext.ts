import type { Election } from './election.js';
import type { Element, Group } from './group.js';
import { at, record, readText } from './json.js';

/** An ElGamal pair as JSON writes it (4.3). */
export interface CiphertextData {
  readonly alpha: string;
  readonly beta: string;
}

export interface Ciphertext {
  readonly alpha: Element;
  readonly beta: Element;
}

/** alpha = g^r, beta = y^r g^m (4.11.1). */
export function encrypt(election: Election, message: bigint, randomness: bigint): Ciphertext {
  const { group } = election;
  return {
    alpha: group.powerOfGenerator(randomness),
    beta: election.powerOfKey(randomness, group.powerOfGenerator(message)),
  };
}

/** (α₁α₂, β₁β₂) (4.16). */
export const productOfCiphertexts = (group: Group, a: Ciphertext, b: Ciphertext): Ciphertext => ({
  alpha: group.times(a.alpha, b.alpha),
  beta: group.times(a.beta, b.beta),
});

export const ciphertextData = (group: Group, { alpha, beta }: Ciphertext): CiphertextData => ({
  alpha: group.encode(alpha),
  beta: group.encode(beta),
});

/** Reads the JSON shape, without looking at the elements. @throws CheckFailed json-shape */
export function ciphertextDataFrom(value: unknown, place: string): CiphertextData {
  const { alpha, beta } = record(value, place, 'alpha', 'beta');
  return { alpha: readText(alpha, at(place, 'alpha')), beta: readText(beta, at(place, 'beta')) };
}

/** @throws CheckFailed element-in-group */
export const ciphertextFrom = (group: Group, data: CiphertextData, place: string): Ciphertext => ({
  alpha: group.decode(data.alpha, at(place, 'alpha')),
  beta: group.decode(data.beta, at(place, 'beta')),
});

/** `alpha1,beta1,alpha2,beta2,…`: how hashes write ciphertexts (4.11.1). */
export const ciphertextsText = (ciphertexts: readonly CiphertextData[]): string =>
  ciphertexts.map(({ alpha, beta }) => `${alpha},${beta}`).join(',');
