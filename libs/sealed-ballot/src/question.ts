import { demand } from './checks.js';
import { at, list, record, readText, readWhole } from './json.js';

/** A question whose answers are summed under encryption (4.9.1), fields in the order of the specification. */
export interface Question {
  readonly answers: readonly string[];
  /** Whether a blank vote, counted apart, is offered. */
  readonly blank?: boolean;
  /** The least and the most answers that a vote which is not blank may choose. */
  readonly min: number;
  readonly max: number;
  readonly question: string;
}

/** What a voter chooses on one question: a blank vote, or the positions of answers, from 0. */
export type Choice = 'blank' | readonly number[];

/** No election has more answers to a question; a hostile archive that had would cost its verifier that many powers a part. */
const MOST_ANSWERS = 1_000;

/** One answer among several. */
export const oneOf = (question: string, answers: readonly string[], blank: boolean): Question =>
  fewOf(question, answers, 1, 1, blank);

/** Between `min` and `max` answers. */
export const fewOf = (
  question: string,
  answers: readonly string[],
  min: number,
  max: number,
  blank: boolean,
): Question => checkedQuestion({ answers, ...(blank ? { blank } : {}), min, max, question }, '');

/** Any number of answers, none included. */
export const approvalOf = (question: string, answers: readonly string[], blank: boolean): Question =>
  fewOf(question, answers, 0, answers.length, blank);

/**
 * Majority judgment: one question a candidate, one grade each. Only the number of each grade comes out, not who gave
 * which to whom: grades of one voter to several candidates are never seen together.
 */
export const gradesOf = (
  question: string,
  candidates: readonly string[],
  grades: readonly string[],
): Question[] => candidates.map((candidate) => oneOf(`${question} – ${candidate}`, grades, false));

/** Reads a question of an election. @throws CheckFailed json-shape, question-countable */
export function questionFrom(value: unknown, place: string): Question {
  const fields = record(value, place);
  // Non-homomorphic questions (4.9.2) are nested in {type, value}: they need a mixnet, which this room has not.
  demand(!Object.hasOwn(fields, 'type'), 'question-countable', place);
  const { answers, min, max, question } = record(value, place, 'answers', 'min', 'max', 'question');
  const blank = fields['blank'];
  demand(blank === undefined || typeof blank === 'boolean', 'json-shape', at(place, 'blank'));
  return checkedQuestion(
    {
      answers: list(answers, at(place, 'answers'), readText),
      ...(blank === undefined ? {} : { blank }),
      min: readWhole(min, at(place, 'min')),
      max: readWhole(max, at(place, 'max')),
      question: readText(question, at(place, 'question')),
    },
    place,
  );
}

/** How many numbers a ballot encrypts for this question (4.11.1): one an answer, and a leading one for blank. */
export const widthOf = (question: Question): number =>
  question.answers.length + (question.blank === true ? 1 : 0);

/**
 * The vector of 0 and 1 that says a choice (4.11.1): m₁…mₙ, preceded by m₀ where a blank vote is offered.
 * @throws CheckFailed choice-allowed
 */
export function vectorOf(question: Question, choice: Choice): number[] {
  const chosen = choice === 'blank' ? [] : choice;
  const votes = question.answers.map((_, index) => (chosen.includes(index) ? 1 : 0));
  demand(
    chosen.every((index) => votes[index] === 1) && new Set(chosen).size === chosen.length,
    'choice-allowed',
    '',
  );
  demand(choice !== 'blank' || question.blank === true, 'choice-allowed', '');
  return checkedVector(question, question.blank === true ? [choice === 'blank' ? 1 : 0, ...votes] : votes);
}

/** Gives back a vector that the question allows. @throws CheckFailed choice-allowed */
export function checkedVector(question: Question, vector: readonly number[]): number[] {
  demand(vector.length === widthOf(question), 'choice-allowed', '');
  demand(
    vector.every((entry) => entry === 0 || entry === 1),
    'choice-allowed',
    '',
  );
  const chosen = vector.slice(question.blank === true ? 1 : 0).reduce<number>((sum, entry) => sum + entry, 0);
  const blank = question.blank === true && vector[0] === 1;
  demand(blank ? chosen === 0 : question.min <= chosen && chosen <= question.max, 'choice-allowed', '');
  return [...vector];
}

function checkedQuestion(question: Question, place: string): Question {
  const { answers, min, max } = question;
  const countable = answers.length > 0 && answers.length <= MOST_ANSWERS;
  const bounded = [min, max].every(Number.isInteger) && 0 <= min && min <= max && max <= answers.length;
  demand(countable && bounded, 'question-countable', place);
  return question;
}
