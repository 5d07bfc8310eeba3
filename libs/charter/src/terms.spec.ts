import { addDays, addMonths, covers, day } from '@hemicycle/kernel';
import fc from 'fast-check';
import { endOfRenewedMandate, endsWithinSixMonths, termEnd } from './terms.js';

const anyDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('the end of a term', () => {
  it.each([
    ['2024-06-20', '2026-06-20'],
    ['2024-02-29', '2026-02-28'],
    ['2026-02-28', '2028-02-28'],
    ['2024-12-31', '2026-12-31'],
    ['2024-03-01', '2026-03-01'],
    ['2098-02-28', '2100-02-28'],
  ])('proclaimed on %s, ends on %s', (proclaimedOn, untilOn) => {
    expect(termEnd(day(proclaimedOn))).toBe(untilOn);
  });

  it('is the same date two years later, or 28 February', () => {
    fc.assert(
      fc.property(anyDay, (proclaimedOn) => {
        const end = termEnd(proclaimedOn);
        const sameDate = proclaimedOn.slice(5) === '02-29' ? '02-28' : proclaimedOn.slice(5);
        expect(end).toBe(`${Number(proclaimedOn.slice(0, 4)) + 2}-${sameDate}`);
      }),
    );
  });
});

describe('a term that ends within six months of the plenary', () => {
  it.each([
    ['2026-06-20', '2025-12-20', true],
    ['2026-06-20', '2025-12-19', false],
    ['2026-06-20', '2026-06-21', true],
    ['2027-02-28', '2026-08-31', true],
    ['2027-03-01', '2026-08-31', false],
    ['2028-02-29', '2027-08-31', true],
    ['2028-03-01', '2027-08-31', false],
    ['2026-12-30', '2026-06-30', true],
    ['2026-12-31', '2026-06-30', false],
  ])('ending on %s, elected on %s: %s', (untilOn, on, answer) => {
    expect(endsWithinSixMonths(day(untilOn), day(on))).toBe(answer);
  });

  it('turns once, on the last day of the six months', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(endsWithinSixMonths(addMonths(on, 6), on)).toBe(true);
        expect(endsWithinSixMonths(addDays(addMonths(on, 6), 1), on)).toBe(false);
      }),
    );
  });
});

describe('a renewal', () => {
  it('leaves neither a gap nor an overlap', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 730 }), (first, later) => {
        const second = addDays(first, later);
        const old = { fromOn: first, untilOn: endOfRenewedMandate(second) };
        expect(covers(old, addDays(second, -1))).toBe(true);
        expect(covers(old, second)).toBe(false);
      }),
    );
  });
});
