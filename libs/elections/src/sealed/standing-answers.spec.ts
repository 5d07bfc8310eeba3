import { describe, expect, it } from '@jest/globals';
import { StandingAnswers } from './standing-answers.js';

const second = (number: number): Date => new Date(number * 1_000);

describe('an answer that stands for a minute', () => {
  it('is made once for all who ask while it is made, however long that takes, and while it stands', async () => {
    const answers = new StandingAnswers<number>(60_000);
    let made = 0;
    let give = (): void => undefined;
    const make = (): Promise<number> => new Promise((resolve) => (give = () => resolve((made += 1))));
    const all = [0, 59, 300].map((at) => answers.to('a', second(at), make));
    give();
    expect(await Promise.all(all)).toEqual([1, 1, 1]);
    expect(await answers.to('a', second(59), make)).toBe(1);
    const next = answers.to('a', second(60), make);
    give();
    expect(await next).toBe(2);
  });

  it('does not stand when it failed', async () => {
    const answers = new StandingAnswers<number>(60_000);
    await expect(answers.to('a', second(0), () => Promise.reject(new RangeError('no')))).rejects.toThrow(
      'no',
    );
    expect(await answers.to('a', second(1), () => Promise.resolve(7))).toBe(7);
  });

  it('is not held for longer: however many questions come, those of the last minute are there', async () => {
    const answers = new StandingAnswers<number>(60_000);
    for (let at = 0; at < 1_000; at += 1) {
      await answers.to(`question ${at}`, second(at), () => Promise.resolve(at));
    }
    expect(answers.held).toBe(60);
  });
});
