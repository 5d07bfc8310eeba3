import type { DataSource, EntityManager, QueryResult } from 'typeorm';

const READ = /^\s*(SELECT|WITH)\b/i;

/**
 * What one request reads outside of transactions. Permissions, laws, loaders and lists ask for the same facts: each
 * statement is sent once for the same values, and whoever asks again shares the answer. It is forgotten when the request
 * has written something, and when it is over.
 */
export class SharedReads {
  /** What is read through it is shared. It writes nothing and opens no transaction. */
  readonly reader: EntityManager;
  private answers = new Map<string, Promise<QueryResult>>();
  private over = false;

  constructor(private readonly source: DataSource) {
    // It never connects: each statement takes a connection of the pool, as it would without.
    const runner = source.createQueryRunner();
    runner.query = async (statement: string, values: unknown[] = [], structured?: boolean) => {
      const answer = await this.answerTo(statement, values);
      return structured === true ? answer : answer.raw;
    };
    this.reader = source.createEntityManager(runner);
  }

  /** What is asked from now on is read again. */
  forget(): void {
    this.answers = new Map();
  }

  /** The request has its answer: whatever of it still goes on shares nothing any more. */
  end(): void {
    this.over = true;
    this.forget();
  }

  /** @throws Error for a statement that is no read. */
  private async answerTo(statement: string, values: unknown[]): Promise<QueryResult> {
    if (!READ.test(statement)) throw new Error(`A reader only reads: ${statement}`);
    if (this.over) return this.ask(statement, values);
    const question = JSON.stringify([statement, ...values]);
    let answer = this.answers.get(question);
    if (answer === undefined) {
      answer = this.ask(statement, values);
      this.answers.set(question, answer);
    }
    return answer;
  }

  private async ask(statement: string, values: unknown[]): Promise<QueryResult> {
    const runner = this.source.createQueryRunner();
    try {
      const answer: QueryResult = await runner.query(statement, values, true);
      freeze(answer.raw);
      return answer;
    } finally {
      await runner.release();
    }
  }
}

/** Nobody changes what others read too. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const part of Object.values(value)) freeze(part);
  Object.freeze(value);
}
