import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Gender, GENDERS, type Parity, parityOf } from './parity.js';

const OF: Readonly<Record<string, Gender | null>> = { w: 'WOMAN', m: 'MAN', n: 'NEITHER', '-': null };
const parity = (letters: string): Parity => parityOf([...letters].map((letter) => OF[letter] ?? null));

describe('PARITY', () => {
  it.each([
    ['', 'MET'],
    ['w', 'MET'],
    ['wm', 'MET'],
    ['wwm', 'MET'],
    ['ww', 'NOT_MET'],
    ['mmm', 'NOT_MET'],
    ['wwn', 'NOT_MET'],
    ['wn', 'MET'],
    ['-', 'MET'],
    ['wm-', 'MET'],
    ['wwm-', 'UNKNOWN'],
    ['ww-', 'UNKNOWN'],
    ['www-', 'NOT_MET'],
    ['---', 'UNKNOWN'],
  ] as const)('of the seats “%s” is %s', (letters, expected) => {
    expect(parity(letters)).toBe(expected);
  });

  it('is known only when whatever the silent might declare changes nothing', () => {
    const declared = fc.array(fc.constantFrom(...GENDERS, null), { maxLength: 6 });
    const completed = (one: readonly (Gender | null)[]): Gender[][] =>
      one.reduce<Gender[][]>(
        (all, gender) =>
          all.flatMap((before) => (gender === null ? GENDERS : [gender]).map((said) => [...before, said])),
        [[]],
      );
    fc.assert(
      fc.property(declared, (one) => {
        const ends = new Set(completed(one).map(parityOf));
        expect(parityOf(one)).toBe(ends.size === 1 ? [...ends][0] : 'UNKNOWN');
      }),
    );
  });
});
