/** A question as the election’s own file asks it: what a ballot is sealed for is read there and nowhere else. */
export interface SealedQuestion {
  readonly question: string;
  readonly answers: readonly string[];
  readonly blank: boolean;
  /** The least and the most answers of a vote that is not blank. */
  readonly min: number;
  readonly max: number;
}

/** A blank vote, or the positions of answers, from 0. */
export type Choice = 'blank' | readonly number[];

/** What is wrong with a choice, for the voter to correct. */
export type Mistake = 'missing' | 'blankAlone' | 'tooFew' | 'tooMany';

/** The questions of an election’s file. Whether the file is right is checked where the ballot is sealed. */
export function questionsOf(electionFile: string): SealedQuestion[] {
  const { questions } = JSON.parse(electionFile) as {
    questions: (Omit<SealedQuestion, 'blank'> & { blank?: boolean })[];
  };
  return questions.map(({ question, answers, blank = false, min, max }) => ({
    question,
    answers,
    blank,
    min,
    max,
  }));
}

/** Reads what was ticked: positions, and `blank`. */
export function choiceFrom(
  { blank: blankOffered, min, max }: SealedQuestion,
  ticked: readonly string[],
): { readonly choice: Choice } | { readonly mistake: Mistake } {
  const blank = blankOffered && ticked.includes('blank');
  const positions = ticked.filter((one) => one !== 'blank').map(Number);
  if (blank) return positions.length === 0 ? { choice: 'blank' } : { mistake: 'blankAlone' };
  if (positions.length === 0 && (min > 0 || blankOffered)) return { mistake: 'missing' };
  if (positions.length < min) return { mistake: 'tooFew' };
  return positions.length > max ? { mistake: 'tooMany' } : { choice: positions };
}
