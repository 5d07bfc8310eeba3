import { createHash } from 'node:crypto';
import { commitmentOf, drawLots } from './lot.js';

const values = { GOVERNMENT: '0123456789abcdef0123456789abcdef', CIVIL_SOCIETY: 'f'.repeat(32) };
const sha256 = (text: string): string => createHash('sha256').update(text, 'ascii').digest('hex');

describe('the lot (TIE)', () => {
  it('puts the smallest hash first, and shows what was hashed', () => {
    const drawn = drawLots({ values, electionId: 'election-1', round: 2 }, ['x', 'y', 'z']);
    expect(drawn.map(({ candidate }) => candidate).toSorted()).toEqual(['x', 'y', 'z']);
    for (const { candidate, text, digest } of drawn) {
      expect(text).toBe(`${values.GOVERNMENT}|${values.CIVIL_SOCIETY}|election-1|2|${candidate}`);
      expect(digest).toBe(sha256(text));
    }
    expect(drawn.map(({ digest }) => digest)).toEqual(drawn.map(({ digest }) => digest).toSorted());
  });

  it('does not depend on the order of the candidates', () => {
    const lot = { values, electionId: 'election-1', round: 1 };
    expect(drawLots(lot, ['z', 'x', 'y'])).toEqual(drawLots(lot, ['x', 'y', 'z']));
  });

  it('changes with each value, the election and the round', () => {
    const first = (lot: Parameters<typeof drawLots>[0]) => drawLots(lot, ['x'])[0]?.digest;
    const lot = { values, electionId: 'e', round: 1 };
    const others = [
      { ...lot, values: { ...values, GOVERNMENT: '0'.repeat(32) } },
      { ...lot, values: { ...values, CIVIL_SOCIETY: '0'.repeat(32) } },
      { ...lot, electionId: 'f' },
      { ...lot, round: 2 },
    ];
    expect(new Set([first(lot), ...others.map(first)]).size).toBe(5);
  });

  it('commits to a value by its hash', () => {
    expect(commitmentOf(values.GOVERNMENT)).toBe(sha256(values.GOVERNMENT));
  });

  it.each(['', 'F'.repeat(32), '0'.repeat(31), '0'.repeat(33), ` ${'0'.repeat(31)}`, `${'0'.repeat(32)}\n`])(
    'refuses the value %j',
    (value) => {
      expect(() => commitmentOf(value)).toThrow(RangeError);
      expect(() =>
        drawLots({ values: { ...values, GOVERNMENT: value }, electionId: 'e', round: 1 }, ['x']),
      ).toThrow(RangeError);
    },
  );

  it('refuses a candidate twice', () => {
    expect(() => drawLots({ values, electionId: 'e', round: 1 }, ['x', 'x'])).toThrow(RangeError);
  });
});
