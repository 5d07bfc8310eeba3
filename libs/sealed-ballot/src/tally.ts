import { demand } from './checks.js';
import {
  type Ciphertext,
  type CiphertextData,
  ciphertextData,
  ciphertextDataFrom,
  ciphertextFrom,
  productOfCiphertexts,
} from './ciphertext.js';
import type { Election } from './election.js';
import { canonical, list, parsed, record, readText, readWhole } from './json.js';
import { widthOf } from './question.js';

/** The encrypted tally (4.16): for each question, one pair for each number that ballots encrypt. */
export type EncryptedTally = readonly (readonly Ciphertext[])[];

/** What goes with the tally in the archive (4.16), fields in the order of the specification. */
export interface SizedTally {
  readonly num_tallied: number;
  readonly total_weight: number | string;
  /** SHA-256 of the tally's file. */
  readonly encrypted_tally: string;
}

/**
 * The ballots that count (4.15, `last`): of each credential the last one, in the order of those.
 * @param ballots in the order in which they entered the box
 */
export function lastBallots<B extends { readonly credential: string }>(ballots: readonly B[]): B[] {
  const last = new Map<string, B>();
  for (const ballot of ballots) {
    last.delete(ballot.credential);
    last.set(ballot.credential, ballot);
  }
  return [...last.values()];
}

/** The tally of no ballot. */
export const emptyTally = (election: Election): EncryptedTally =>
  election.questions.map((question) =>
    Array.from({ length: widthOf(question) }, () => ({
      alpha: election.group.one,
      beta: election.group.one,
    })),
  );

/** C_ij × choices_ij^weight (4.16): the tally with one more ballot. */
export function withBallot(
  election: Election,
  tally: EncryptedTally,
  choices: EncryptedTally,
  weight: bigint,
): EncryptedTally {
  const { group } = election;
  const weighed = ({ alpha, beta }: Ciphertext): Ciphertext =>
    weight === 1n
      ? { alpha, beta }
      : { alpha: group.publicPower(alpha, weight), beta: group.publicPower(beta, weight) };
  return tally.map((pairs, question) =>
    pairs.map((pair, index) => {
      const choice = choices[question]?.[index];
      return choice === undefined ? pair : productOfCiphertexts(group, pair, weighed(choice));
    }),
  );
}

/** The product, position by position, of ballots of one vote each (4.16). */
export const sumOf = (
  election: Election,
  ballots: readonly { readonly choices: EncryptedTally }[],
): EncryptedTally =>
  ballots.reduce((tally, { choices }) => withBallot(election, tally, choices, 1n), emptyTally(election));

export const tallyData = (election: Election, tally: EncryptedTally): CiphertextData[][] =>
  tally.map((pairs) => pairs.map((pair) => ciphertextData(election.group, pair)));

/** Writes the file of a tally. */
export const tallyFile = (election: Election, tally: EncryptedTally): string =>
  JSON.stringify(tallyData(election, tally));

/**
 * Reads the file of a tally.
 * @throws CheckFailed json-…, tally-sum when it has not the election's shape, element-in-group
 */
export function openTally(election: Election, file: string | Uint8Array): EncryptedTally {
  const data = canonical(
    file,
    list(parsed(file), '', (pairs, place) => list(pairs, place, ciphertextDataFrom)),
  );
  demand(data.length === election.questions.length, 'tally-sum', '');
  return election.questions.map((question, index) => {
    const pairs = data[index] ?? [];
    demand(pairs.length === widthOf(question), 'tally-sum', `[${index}]`);
    return pairs.map((pair, position) => ciphertextFrom(election.group, pair, `[${index}][${position}]`));
  });
}

/** The sized tally of a tally's hash (4.16): weights above 2^30 − 1 are written as strings. */
export const sizedTally = (ballots: number, totalWeight: bigint, tallyHash: string): SizedTally => ({
  num_tallied: ballots,
  total_weight: smallOrText(totalWeight),
  encrypted_tally: tallyHash,
});

/** @throws CheckFailed json-… */
export function sizedTallyFrom(file: string | Uint8Array): SizedTally {
  const fields = record(parsed(file), '', 'num_tallied', 'total_weight', 'encrypted_tally');
  return canonical(file, {
    num_tallied: readWhole(fields.num_tallied, 'num_tallied'),
    total_weight: smallOrText(countFrom(fields.total_weight, 'total_weight')),
    encrypted_tally: readText(fields.encrypted_tally, 'encrypted_tally'),
  });
}

/** Reads a count below 10^18, however it is written. @throws CheckFailed json-shape */
export function countFrom(value: unknown, place: string): bigint {
  const written = typeof value === 'number' ? String(value) : value;
  demand(typeof written === 'string' && /^(0|[1-9][0-9]{0,17})$/.test(written), 'json-shape', place);
  return BigInt(written);
}

/** How files write a count: a number, or a string above 2^30 − 1. */
export const smallOrText = (count: bigint): number | string =>
  count < 1n << 30n ? Number(count) : count.toString();
