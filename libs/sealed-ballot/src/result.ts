import { CheckFailed, demand } from './checks.js';
import type { CheckedDecryption } from './decryption.js';
import type { Election } from './election.js';
import { type Element, type Group, productOf } from './group.js';
import { canonical, list, parsed, record } from './json.js';
import type { Choice, Question } from './question.js';
import { inverseModulo, modulo } from './scalars.js';
import { type EncryptedTally, smallOrText, countFrom } from './tally.js';
import type { TrusteeItem, Trustees } from './trustees.js';

/** For each question, the number of votes at each position of its ballots' vectors (4.19). */
export type Result = readonly (readonly bigint[])[];

/** One question's count, in words: blank votes apart. */
export interface QuestionCount {
  readonly question: string;
  readonly answers: readonly { readonly answer: string; readonly votes: bigint }[];
  /** Null when the question offers no blank vote. */
  readonly blank: bigint | null;
}

/**
 * Opens the tally with the trustees' factors (4.19): votes = log_g(beta / F), at most `totalWeight`.
 * @throws CheckFailed shares-enough when too few took part; result-right when no count up to `totalWeight` fits
 */
export function openResult(
  election: Election,
  trustees: Trustees,
  tally: EncryptedTally,
  decryptions: readonly CheckedDecryption[],
  totalWeight: bigint,
): Result {
  const logarithm = smallLogarithm(election.group, totalWeight);
  return openedPowers(election, trustees, tally, decryptions).map((powers, question) =>
    powers.map((power, answer) => {
      const votes = logarithm(power);
      if (votes === undefined) throw new CheckFailed('result-right', `result[${question}][${answer}]`);
      return votes;
    }),
  );
}

/**
 * Checks a published result without looking for logarithms (4.19): g^votes = beta / F, votes at most `totalWeight`,
 * which is far below q, so that no other number fits.
 * @throws CheckFailed shares-enough, result-right
 */
export function checkResult(
  election: Election,
  trustees: Trustees,
  tally: EncryptedTally,
  decryptions: readonly CheckedDecryption[],
  totalWeight: bigint,
  result: Result,
): void {
  const { group } = election;
  const powers = openedPowers(election, trustees, tally, decryptions);
  demand(result.length === powers.length, 'result-right', 'result');
  for (const [question, row] of powers.entries()) {
    const given = result[question] ?? [];
    demand(given.length === row.length, 'result-right', `result[${question}]`);
    for (const [answer, power] of row.entries()) {
      const votes = given[answer] ?? 0n;
      const right = votes <= totalWeight && group.equal(group.powerOfGenerator(votes), power);
      demand(right, 'result-right', `result[${question}][${answer}]`);
    }
  }
}

/**
 * g^votes of each pair (4.19): beta / F, where F = Π over items, of the one factor of a “Single”, or of Π factor^λ over
 * the first `threshold` members of a “Pedersen” that took part.
 */
function openedPowers(
  { group }: Election,
  trustees: Trustees,
  tally: EncryptedTally,
  decryptions: readonly CheckedDecryption[],
): Element[][] {
  const shares = trustees.items.flatMap((item, index) => sharesOf(group, item, decryptions, index));
  const factorOf = (question: number, answer: number): Element =>
    productOf(
      group,
      shares.map(({ decryption, coefficient }) => {
        const share = decryption.factors[question]?.[answer] ?? group.one;
        return coefficient === 1n ? share : group.publicPower(share, coefficient);
      }),
    );
  return tally.map((pairs, question) =>
    pairs.map(({ beta }, answer) => group.times(beta, group.inverse(factorOf(question, answer)))),
  );
}

/** Writes the file of a result (4.19). */
export const resultFile = (result: Result): string =>
  JSON.stringify({ result: result.map((votes) => votes.map(smallOrText)) });

/** Reads the file of a result. @throws CheckFailed json-… */
export function resultFrom(file: string | Uint8Array): Result {
  const { result } = record(parsed(file), '', 'result');
  const read = list(result, 'result', (votes, place) => list(votes, place, countFrom));
  canonical(file, { result: read.map((votes) => votes.map(smallOrText)) });
  return read;
}

/** A result in the words of its questions. */
export const countsOf = (questions: readonly Question[], result: Result): QuestionCount[] =>
  questions.map(({ question, answers, blank }, index) => {
    const votes = result[index] ?? [];
    const counted = blank === true ? votes.slice(1) : votes;
    return {
      question,
      answers: answers.map((answer, position) => ({ answer, votes: counted[position] ?? 0n })),
      blank: blank === true ? (votes[0] ?? 0n) : null,
    };
  });

/** What plain choices add up to: the result that a sealed vote of them must give. */
export const plainCount = (
  questions: readonly Question[],
  ballots: readonly (readonly Choice[])[],
): bigint[][] =>
  questions.map(({ answers, blank }, index) => {
    const votes = answers.map((_, answer) => {
      const choose = ballots.filter((choices) => {
        const choice = choices[index];
        return choice !== undefined && choice !== 'blank' && choice.includes(answer);
      });
      return BigInt(choose.length);
    });
    const blanks = ballots.filter((choices) => choices[index] === 'blank').length;
    return blank === true ? [BigInt(blanks), ...votes] : votes;
  });

function sharesOf(
  group: Group,
  { threshold, members }: TrusteeItem,
  decryptions: readonly CheckedDecryption[],
  index: number,
): { decryption: CheckedDecryption; coefficient: bigint }[] {
  const present = members.flatMap((member, position) => {
    const decryption = decryptions.find(({ trustee }) => trustee.owner === member.owner);
    return decryption === undefined ? [] : [{ decryption, point: BigInt(position + 1) }];
  });
  demand(present.length >= threshold, 'shares-enough', `trustees[${index}]`);
  const used = present.slice(0, threshold);
  return used.map(({ decryption, point }) => ({
    decryption,
    coefficient: lagrangeAtZero(
      point,
      used.map((each) => each.point),
      group.order,
    ),
  }));
}

/** λ_δ = Π k / (k − δ) mod q over the other points k (4.19). */
function lagrangeAtZero(point: bigint, points: readonly bigint[], order: bigint): bigint {
  let [numerator, denominator] = [1n, 1n];
  for (const other of points) {
    if (other === point) continue;
    numerator = modulo(numerator * other, order);
    denominator = modulo(denominator * (other - point), order);
  }
  return modulo(numerator * inverseModulo(denominator, order), order);
}

/**
 * g^n ↦ n for 0 ≤ n ≤ bound, by Shanks's steps: a table of the √bound first powers of g, then leaps of that size.
 */
function smallLogarithm(group: Group, bound: bigint): (element: Element) => bigint | undefined {
  let size = 1n;
  while (size * size <= bound) size += size < 64n ? 1n : size / 64n;
  const small = new Map<string, bigint>();
  let power = group.one;
  for (let exponent = 0n; exponent < size; exponent += 1n) {
    small.set(group.encode(power), exponent);
    power = group.times(power, group.generator);
  }
  const leap = group.inverse(power);
  return (element) => {
    let rest = element;
    for (let leaps = 0n; leaps * size <= bound; leaps += 1n) {
      const exponent = small.get(group.encode(rest));
      if (exponent !== undefined && leaps * size + exponent <= bound) return leaps * size + exponent;
      rest = group.times(rest, leap);
    }
    return undefined;
  };
}
