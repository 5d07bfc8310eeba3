import { describe, expect, it } from '@jest/globals';
import { type Day, day } from '@hemicycle/kernel';
import { EDITION_0 } from './rules-of-procedure.js';
import { termOfSeat } from './seat-terms.js';

const term = (
  proclaimedOn: string,
  last: { termUntilOn: string; endedOn: string | null } | null = null,
  committeeUntilOn: string | null = null,
): string =>
  termOfSeat({
    proclaimedOn: day(proclaimedOn),
    last: last as { termUntilOn: Day; endedOn: Day | null } | null,
    committeeUntilOn: committeeUntilOn as Day | null,
    rules: EDITION_0,
  });

describe('the term that an election gives to a seat', () => {
  it('is two years from date to date for the first committee', () => {
    expect(term('2024-06-12')).toBe('2026-06-12');
    expect(term('2024-02-29')).toBe('2026-02-28');
  });

  it('is the rest of the term for a seat left early', () => {
    expect(term('2025-01-20', { termUntilOn: '2026-06-12', endedOn: '2024-11-30' })).toBe('2026-06-12');
  });

  it('is a full term when six months or less are left', () => {
    expect(term('2025-12-12', { termUntilOn: '2026-06-12', endedOn: '2025-11-30' })).toBe('2027-12-12');
    expect(term('2025-12-11', { termUntilOn: '2026-06-12', endedOn: '2025-11-30' })).toBe('2026-06-12');
    expect(term('2025-08-31', { termUntilOn: '2026-02-28', endedOn: '2025-08-01' })).toBe('2027-08-31');
  });

  it('is a full term after a mandate that reached its term, or that is renewed near its end', () => {
    expect(term('2026-06-20', { termUntilOn: '2026-06-12', endedOn: null })).toBe('2028-06-20');
    expect(term('2026-03-02', { termUntilOn: '2026-06-12', endedOn: null })).toBe('2028-03-02');
  });

  it('follows the committee in office for a seat never filled', () => {
    expect(term('2024-12-03', null, '2026-06-12')).toBe('2026-06-12');
    expect(term('2026-01-15', null, '2026-06-12')).toBe('2028-01-15');
  });

  it('is never longer than two years', () => {
    expect(term('2024-01-01', { termUntilOn: '2026-06-12', endedOn: '2023-12-31' })).toBe('2026-01-01');
  });
});
