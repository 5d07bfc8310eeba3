import { type Day, day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { EDITION_0 } from './rules-of-procedure.js';
import { consecutiveFullTerms, type ServedTerm } from './term-limit.js';

const term = (fromOn: string, termUntilOn: string, endedOn: string | null = null): ServedTerm => ({
  fromOn: day(fromOn),
  termUntilOn: day(termUntilOn),
  endedOn: endedOn as Day | null,
});
const count = (plenaryOn: string, ...terms: ServedTerm[]): number =>
  consecutiveFullTerms(terms, day(plenaryOn), EDITION_0);

describe('terms that follow one another (TERM-LIMIT)', () => {
  const first = term('2024-06-20', '2026-06-20', '2026-06-17');
  const second = term('2026-06-18', '2028-06-18');

  it('are counted where each was full, the one under way with them', () => {
    expect(count('2024-06-20')).toBe(0);
    expect(count('2028-06-15', first, second)).toBe(2);
    expect(count('2028-06-15', second, first)).toBe(2);
  });

  it('leave out the rest of somebody’s term, and a term that its holder left', () => {
    const rest = term('2025-01-20', '2026-06-20', '2026-06-17');
    expect(count('2028-06-15', rest, second)).toBe(1);
    expect(count('2028-06-15', term('2024-06-20', '2026-06-20', '2025-12-19'), second)).toBe(1);
    // Her last days do not make it another's.
    expect(count('2028-06-15', term('2024-06-20', '2026-06-20', '2025-12-20'), second)).toBe(2);
  });

  it('follow one another over an interim, and not over more', () => {
    const ended = term('2024-06-20', '2026-06-20');
    expect(count('2026-12-20', ended)).toBe(1);
    expect(count('2026-12-21', ended)).toBe(1);
    expect(count('2026-12-22', ended)).toBe(0);
    expect(count('2030-06-15', ended, term('2028-06-18', '2030-06-18'))).toBe(1);
  });

  it('begin and end on a 29 February as terms do', () => {
    expect(count('2026-02-28', term('2024-02-29', '2026-02-28'))).toBe(1);
  });

  it('count once where an organisation held two seats at once', () => {
    expect(count('2026-06-18', term('2024-06-20', '2026-06-20'), term('2024-06-20', '2026-06-20'))).toBe(1);
  });
});
