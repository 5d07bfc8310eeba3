/** Lets so many works be under way at a time; the others wait, and are let in in the order in which they came. */
export class Gate {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  /** @param width how many at a time, one at least */
  constructor(private readonly width: number) {}

  /** How many wait. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Whether nobody is inside, or waits. */
  get isIdle(): boolean {
    return this.inside === 0;
  }

  /** Does `work` when its turn comes; gives what it gives, or throws what it throws. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside < this.width) this.inside += 1;
    // Whoever leaves gives her place to the first who waits.
    else await new Promise<void>((enter) => this.queue.push(enter));
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next === undefined) this.inside -= 1;
      else next();
    }
  }
}
