import { BELENIOS_2048, belenios2048 } from './belenios-2048.js';
import { allBelong } from './membership.js';

// The squares modulo 23 are a group of order 11.
const times = (a: number, b: number): number => (a * b) % 23;
const isSquare = (value: number): boolean =>
  Array.from({ length: 11 }).reduce<number>((power) => times(power, value), 1) === 1;
const squares = [1, 2, 3, 4, 6, 8, 9, 12, 13, 16, 18];

describe('one test of many', () => {
  it.each([0, 1, 3, 4, 5, 11])('passes %s members', (count) => {
    expect(allBelong(squares.slice(0, count), 1, times, isSquare)).toBe(true);
  });

  it('finds one that does not belong, at any place', () => {
    for (const place of squares.keys())
      expect(allBelong(squares.with(place, 23 - (squares[place] ?? 0)), 1, times, isSquare)).toBe(false);
  });

  it('finds several whose product belongs', () => {
    expect(isSquare(times(22, 22))).toBe(true);
    expect(allBelong([22, 22], 1, times, isSquare)).toBe(false);
    expect(allBelong([4, 22, 9, 1, 2, 22, 22, 22], 1, times, isSquare)).toBe(false);
  });
});

describe('BELENIOS-2048 read together', () => {
  const group = belenios2048();
  const texts = Array.from({ length: 200 }, (_, index) =>
    group.encode(group.powerOfGenerator(BigInt(index + 2))),
  );
  const together = (some: readonly string[]) => group.decodeTogether?.(some).size;

  it('gives every element, the ones that are read one by one', () => {
    const known = group.decodeTogether?.(texts);
    expect(known?.size).toBe(200);
    const last = texts[199] ?? '';
    expect(known?.get(last)).toEqual(group.decode(last, ''));
  });

  it('vouches for none when one does not belong, is badly written, or when they are few', () => {
    const opposite = (BELENIOS_2048.p - BigInt(texts[7] ?? '')).toString();
    expect(together(texts.with(7, opposite))).toBe(0);
    for (const bad of ['0', `0${texts[0]}`, BELENIOS_2048.p.toString(), '-1', 'x'])
      expect(together(texts.with(100, bad))).toBe(0);
    expect(together(texts.slice(1))).toBe(0);
  });
});
