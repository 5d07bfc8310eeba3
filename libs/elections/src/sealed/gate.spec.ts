import { describe, expect, it } from '@jest/globals';
import { Gate } from './gate.js';

/** A work that ends when it is told to. */
class Work {
  begun = false;
  end: () => void = () => undefined;

  readonly run = (): Promise<void> => {
    this.begun = true;
    return new Promise((resolve) => (this.end = resolve));
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a gate', () => {
  it('lets in as many as it is wide, then each when another leaves, in order', async () => {
    const gate = new Gate(2);
    const works = [new Work(), new Work(), new Work(), new Work()];
    const begun = (): boolean[] => works.map((work) => work.begun);
    const ends = works.map((work) => gate.through(work.run));
    expect(begun()).toEqual([true, true, false, false]);
    expect(gate.waiting).toBe(2);
    works[1]?.end();
    await turn();
    expect(begun()).toEqual([true, true, true, false]);
    works[0]?.end();
    await turn();
    expect(begun()).toEqual([true, true, true, true]);
    expect(gate.isIdle).toBe(false);
    for (const work of works) work.end();
    await Promise.all(ends);
    expect(gate.isIdle).toBe(true);
    expect(gate.waiting).toBe(0);
  });

  it('lets the next in when a work fails, and passes the failure on', async () => {
    const gate = new Gate(1);
    const failing = gate.through(() => Promise.reject(new RangeError('no')));
    const next = gate.through(() => Promise.resolve(7));
    await expect(failing).rejects.toThrow(RangeError);
    expect(await next).toBe(7);
    expect(gate.isIdle).toBe(true);
  });
});
