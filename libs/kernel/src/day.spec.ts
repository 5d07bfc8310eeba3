import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  covers,
  type Day,
  day,
  dayOf,
  daysBetween,
  endOfDay,
  instantAt,
  isDay,
  isTimeZone,
  startOfDay,
} from './day.js';

const PARIS = 'Europe/Paris';
const HOUR = 3_600_000;

/** Days of the years 1900 to 2199: century years, leap years, every month end. */
const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

const hoursOf = (value: Day, zone: string): number =>
  (endOfDay(value, zone).getTime() - startOfDay(value, zone).getTime()) / HOUR;

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
    expect(day(text)).toBe(text);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-5',
    '26-01-05',
    '20260105',
    '2026-01-05T00:00:00Z',
    '2026-01-05\n',
    ' 2026-01-05',
    '+002026-01-05',
    '٢٠٢٦-٠١-٠٥',
    '',
  ])('%j is refused', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  it.each([null, undefined, 20260105, new Date(), {}, ['2026-01-05']])('%p is not a day', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it('orders days as strings do', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });
});

describe('adding to a day', () => {
  it('goes through the end of February', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2025-02-28'), 1)).toBe('2025-03-01');
    expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29');
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
  });

  it('gives the last day of a month that lacks the date', () => {
    expect(addMonths(day('2026-08-31'), 6)).toBe('2027-02-28');
    expect(addMonths(day('2027-08-31'), 6)).toBe('2028-02-29');
    expect(addMonths(day('2026-03-31'), 1)).toBe('2026-04-30');
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28');
  });

  it('gives 28 February for 29 February of a common year', () => {
    expect(addYears(day('2024-02-29'), 2)).toBe('2026-02-28');
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29');
    expect(addYears(day('2096-02-29'), 4)).toBe('2100-02-28');
    expect(addYears(day('2024-02-28'), 2)).toBe('2026-02-28');
  });

  it('stays within the years that days can write', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(day('9999-12-01'), 1)).toThrow(RangeError);
    expect(() => addYears(day('0001-01-01'), -1)).toThrow(RangeError);
  });

  it('comes back from where it went', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
      }),
    );
  });

  it('keeps the date of the month, or takes the last of the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (from, months) => {
        const to = addMonths(from, months);
        const sameDate = to.slice(8) === from.slice(8);
        const lastOfMonth = addDays(to, 1).endsWith('-01');
        expect(sameDate || (lastOfMonth && to.slice(8) < from.slice(8))).toBe(true);
      }),
    );
  });

  it('counts a year as twelve months', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20, max: 20 }), (from, years) => {
        expect(addYears(from, years)).toBe(addMonths(from, 12 * years));
      }),
    );
  });
});

describe('instants and days in Paris', () => {
  it('changes day at midnight of Paris, not of Greenwich', () => {
    expect(dayOf(new Date('2026-01-14T22:59:59.999Z'), PARIS)).toBe('2026-01-14');
    expect(dayOf(new Date('2026-01-14T23:00:00.000Z'), PARIS)).toBe('2026-01-15');
    expect(dayOf(new Date('2026-07-14T21:59:59.999Z'), PARIS)).toBe('2026-07-14');
    expect(dayOf(new Date('2026-07-14T22:00:00.000Z'), PARIS)).toBe('2026-07-15');
    expect(dayOf(new Date('2026-07-14T22:00:00.000Z'), 'UTC')).toBe('2026-07-14');
  });

  it('knows the night that loses an hour', () => {
    expect(hoursOf(day('2026-03-29'), PARIS)).toBe(23);
    expect(startOfDay(day('2026-03-29'), PARIS)).toEqual(new Date('2026-03-28T23:00:00Z'));
    expect(endOfDay(day('2026-03-29'), PARIS)).toEqual(new Date('2026-03-29T22:00:00Z'));
    expect(instantAt(day('2026-03-29'), '01:59', PARIS)).toEqual(new Date('2026-03-29T00:59:00Z'));
    expect(instantAt(day('2026-03-29'), '02:30', PARIS)).toEqual(new Date('2026-03-29T01:30:00Z'));
    expect(instantAt(day('2026-03-29'), '03:00', PARIS)).toEqual(new Date('2026-03-29T01:00:00Z'));
  });

  it('knows the night that gains an hour', () => {
    expect(hoursOf(day('2026-10-25'), PARIS)).toBe(25);
    expect(startOfDay(day('2026-10-25'), PARIS)).toEqual(new Date('2026-10-24T22:00:00Z'));
    expect(endOfDay(day('2026-10-25'), PARIS)).toEqual(new Date('2026-10-25T23:00:00Z'));
    expect(instantAt(day('2026-10-25'), '02:30', PARIS)).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect(dayOf(new Date('2026-10-25T22:59:59.999Z'), PARIS)).toBe('2026-10-25');
  });

  it('starts a day whose midnight does not exist at its first instant', () => {
    const zone = 'America/Sao_Paulo';
    expect(startOfDay(day('2018-11-04'), zone)).toEqual(new Date('2018-11-04T03:00:00Z'));
    expect(hoursOf(day('2018-11-04'), zone)).toBe(23);
  });

  it('ends the last day that can be written', () => {
    expect(endOfDay(day('9999-12-31'), 'UTC')).toEqual(new Date(Date.UTC(10_000, 0, 1)));
  });

  it('gives every instant of a day to that day, and its end to the next', () => {
    const zones = fc.constantFrom(PARIS, 'UTC', 'America/Sao_Paulo', 'Pacific/Auckland');
    fc.assert(
      fc.property(anyDay, zones, fc.double({ min: 0, max: 1, noNaN: true }), (value, zone, share) => {
        const start = startOfDay(value, zone).getTime();
        const end = endOfDay(value, zone).getTime();
        expect(dayOf(new Date(start), zone)).toBe(value);
        expect(dayOf(new Date(start + Math.floor(share * (end - 1 - start))), zone)).toBe(value);
        expect(dayOf(new Date(start - 1), zone)).toBe(addDays(value, -1));
        expect(dayOf(new Date(end), zone)).toBe(addDays(value, 1));
        expect(startOfDay(addDays(value, 1), zone).getTime()).toBe(end);
      }),
    );
  });

  it('refuses what is neither an instant nor a zone', () => {
    expect(() => dayOf(new Date(Number.NaN), PARIS)).toThrow(RangeError);
    expect(() => dayOf(new Date(), 'Europe/Lutèce')).toThrow(RangeError);
    expect(() => dayOf(new Date(Date.UTC(10_000, 0, 1)), 'UTC')).toThrow(RangeError);
  });

  it('knows a time zone from another word', () => {
    expect(isTimeZone(PARIS)).toBe(true);
    expect(isTimeZone('UTC')).toBe(true);
    expect(isTimeZone('Europe/Lutèce')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});

describe('a span of days', () => {
  const mandate = { fromOn: day('2024-06-20'), untilOn: day('2026-06-20') };

  it('includes both its ends', () => {
    expect(covers(mandate, day('2024-06-19'))).toBe(false);
    expect(covers(mandate, day('2024-06-20'))).toBe(true);
    expect(covers(mandate, day('2026-06-20'))).toBe(true);
    expect(covers(mandate, day('2026-06-21'))).toBe(false);
  });

  it('goes on where no end is known', () => {
    expect(covers({ fromOn: day('2024-06-20'), untilOn: null }, day('9999-12-31'))).toBe(true);
    expect(covers({ fromOn: day('2024-06-20'), untilOn: null }, day('2024-06-19'))).toBe(false);
  });

  it('covers no day when it ends before it starts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (fromOn, on) => {
        expect(covers({ fromOn, untilOn: addDays(fromOn, -1) }, on)).toBe(false);
      }),
    );
  });
});
