import { endsWithinSixMonths, termEnd } from '@hemicycle/charter';
import { addDays, addMonths, type Day, day, daysBetween } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { type Calendar, calendarOn } from './calendar.js';

const from = (first: string, days: number, step: number): Day[] =>
  Array.from({ length: days / step }, (_, place) => addDays(day(first), place * step));

/** Every day around two renewals, one after the leap day; then every ninth day of six years; then any that is odd. */
const DAYS: readonly Day[] = [
  ...from('2026-06-01', 60, 1),
  ...from('2026-12-01', 50, 1),
  ...from('2028-04-01', 120, 1),
  ...from('2026-01-01', 6 * 365, 9),
  ...['2028-02-29', '2026-12-31', '2027-07-01', '2032-02-29'].map(day),
];
const CALENDARS: readonly Calendar[] = DAYS.map(calendarOn);

const weekday = (on: Day): number => new Date(on).getUTCDay();

describe('the calendar of the demonstration', () => {
  it('begins with the first plenary, of June 2024, and is in session today', () => {
    for (const [place, { past, today, toCome }] of CALENDARS.entries()) {
      expect(past[0]).toEqual({ on: '2024-06-20', renews: true });
      expect(today.on).toBe(DAYS[place]);
      expect(toCome.on > today.on).toBe(true);
    }
  });

  it('has a plenary each June and each December, on a Thursday, the last one perhaps three weeks earlier', () => {
    for (const { past } of CALENDARS) {
      for (const { on } of past) expect(weekday(on)).toBe(4);
      for (const { on } of past.slice(0, -1)) expect(on.slice(5, 7)).toMatch(/06|12/);
      expect(past.at(-1)?.on.slice(5, 7)).toMatch(/05|06|11|12/);
    }
  });

  it('never leaves more than six months between plenaries (OGP-1.1)', () => {
    for (const { past, today, toCome } of CALENDARS) {
      const all = [...past, today, toCome].map(({ on }) => on);
      for (const [place, on] of all.entries()) {
        const before = all[place - 1];
        if (before !== undefined) expect([all, on <= addMonths(before, 6)]).toEqual([all, true]);
      }
    }
  });

  it('renews every seat before its term ends, and within its last six months (C3-TERM, C3-COCHAIRS)', () => {
    for (const { past, today } of CALENDARS) {
      const renewals = [...past, today].filter(({ renews }) => renews);
      for (const [place, { on }] of renewals.entries()) {
        const before = renewals[place - 1];
        if (before === undefined) continue;
        const until = termEnd(before.on);
        expect([today, on <= until && endsWithinSixMonths(until, on)]).toEqual([today, true]);
      }
      const held = renewals.at(-1)?.on ?? today.on;
      expect([today, today.on <= termEnd(held)]).toEqual([today, true]);
    }
  });

  it('leaves three weeks before today for what today’s session needs', () => {
    for (const { past, today } of CALENDARS) {
      const last = past.at(-1)?.on ?? today.on;
      expect([today, daysBetween(last, today.on) >= 21]).toEqual([today, true]);
    }
  });

  it('convenes no renewal while a seat is voted on today', () => {
    for (const { today, toCome } of CALENDARS) {
      expect([today, toCome.renews && toCome.convened]).toEqual([today, false]);
    }
  });

  it('is in session as the renewal on its day and in the weeks before it', () => {
    expect(calendarOn(day('2028-06-15')).today.renews).toBe(true);
    expect(calendarOn(day('2028-05-01')).today.renews).toBe(true);
    expect(calendarOn(day('2028-02-29')).today.renews).toBe(false);
    expect(calendarOn(day('2028-06-16')).today.renews).toBe(false);
    expect(calendarOn(day('2028-06-16')).past.at(-1)).toEqual({ on: '2028-05-25', renews: true });
  });

  it('stands for a regular plenary on its day', () => {
    const { past, today, toCome } = calendarOn(day('2026-12-17'));
    expect(past.at(-1)?.on).toBe('2026-06-18');
    expect(today).toEqual({ on: '2026-12-17', renews: false });
    expect(toCome).toEqual({ on: '2027-06-17', renews: false, convened: false });
  });
});
