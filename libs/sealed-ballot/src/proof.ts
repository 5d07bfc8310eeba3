import { at, record, readText } from './json.js';
import { scalarFrom } from './scalars.js';

/** A proof as JSON writes it (4.3). */
export interface ProofData {
  readonly challenge: string;
  readonly response: string;
}

export interface Proof {
  readonly challenge: bigint;
  readonly response: bigint;
}

export const proofData = ({ challenge, response }: Proof): ProofData => ({
  challenge: challenge.toString(),
  response: response.toString(),
});

/** Reads the JSON shape, without looking at the numbers. @throws CheckFailed json-shape */
export function proofDataFrom(value: unknown, place: string): ProofData {
  const { challenge, response } = record(value, place, 'challenge', 'response');
  return {
    challenge: readText(challenge, at(place, 'challenge')),
    response: readText(response, at(place, 'response')),
  };
}

/** @throws CheckFailed scalar-in-range */
export const proofFrom = (data: ProofData, order: bigint, place: string): Proof => ({
  challenge: scalarFrom(data.challenge, order, at(place, 'challenge')),
  response: scalarFrom(data.response, order, at(place, 'response')),
});
