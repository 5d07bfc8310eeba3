import { BELENIOS_2048, belenios2048, portableArithmetic } from './belenios-2048.js';
import { credentialsFile, openCredentials } from './credential.js';
import type { Group } from './group.js';
import { allBelong, havingRead } from './membership.js';
import { plainProducts } from './products.js';

// The squares modulo 23 are a group of order 11.
const times = (a: number, b: number): number => (a * b) % 23;
const products = plainProducts(1, times);
const isSquare = (value: number): boolean =>
  Array.from({ length: 11 }).reduce<number>((power) => times(power, value), 1) === 1;
const squares = [1, 2, 3, 4, 6, 8, 9, 12, 13, 16, 18];

describe('one test of many', () => {
  it.each([0, 1, 3, 4, 5, 11])('passes %s members', (count) => {
    expect(allBelong(squares.slice(0, count), products, isSquare)).toBe(true);
  });

  it('finds one that does not belong, at any place', () => {
    for (const place of squares.keys())
      expect(allBelong(squares.with(place, 23 - (squares[place] ?? 0)), products, isSquare)).toBe(false);
  });

  it('finds several whose product belongs', () => {
    expect(isSquare(times(22, 22))).toBe(true);
    expect(allBelong([22, 22], products, isSquare)).toBe(false);
    expect(allBelong([4, 22, 9, 1, 2, 22, 22, 22], products, isSquare)).toBe(false);
  });
});

describe('BELENIOS-2048 read together', () => {
  const group = belenios2048(portableArithmetic);
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

  it('are not tested again with what else is read', () => {
    let tests = 0;
    const counting: Group = {
      ...group,
      decodeTogether: (some) => {
        tests += 1;
        return group.decodeTogether?.(some) ?? new Map();
      },
    };
    openCredentials(havingRead(counting, texts), credentialsFile(texts));
    expect(tests).toBe(1);
  });
});
