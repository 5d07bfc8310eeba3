interface Given<Answer> {
  readonly at: Date;
  readonly answer: Promise<Answer>;
  underWay: boolean;
}

/** Answers that cost much: each is made once for all who ask for it while it is made, and stands for a time afterwards. */
export class StandingAnswers<Answer> {
  private readonly given = new Map<string, Given<Answer>>();

  /** @param stands for how long after it was asked for, in milliseconds */
  constructor(private readonly stands: number) {}

  /** How many answers are held. */
  get held(): number {
    return this.given.size;
  }

  /** The answer to a question that stands at an instant, or else what `make` gives; one that fails does not stand. */
  async to(question: string, at: Date, make: () => Promise<Answer>): Promise<Answer> {
    for (const [asked, one] of this.given) {
      if (!one.underWay && at.getTime() - one.at.getTime() >= this.stands) this.given.delete(asked);
    }
    const known = this.given.get(question);
    if (known !== undefined) return known.answer;
    const made: Given<Answer> = { at, answer: make(), underWay: true };
    this.given.set(question, made);
    try {
      return await made.answer;
    } catch (error) {
      // Whoever asks next tries again.
      this.given.delete(question);
      throw error;
    } finally {
      made.underWay = false;
    }
  }
}
