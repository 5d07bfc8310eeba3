import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import { timesBetween } from './times.js';

const HOUR = 3_600_000;

describe('an event by the clock of the forum', () => {
  const times = (on: string, time: string, until: string): { startsAt: string; endsAt: string } =>
    timesBetween(day(on), { time, until }, 'Europe/Paris');
  const hours = (on: string, time: string, until: string): number => {
    const { startsAt, endsAt } = times(on, time, until);
    return (Date.parse(endsAt) - Date.parse(startsAt)) / HOUR;
  };

  it('ends on its day where it ends later than it begins, on the next one otherwise', () => {
    expect(times('2025-01-10', '18:00', '20:00')).toEqual({
      startsAt: '2025-01-10T17:00:00.000Z',
      endsAt: '2025-01-10T19:00:00.000Z',
    });
    expect(times('2025-12-31', '22:00', '00:30')).toEqual({
      startsAt: '2025-12-31T21:00:00.000Z',
      endsAt: '2025-12-31T23:30:00.000Z',
    });
    expect(hours('2025-01-10', '18:00', '00:00')).toBe(6);
    expect(hours('2025-01-10', '18:00', '18:00')).toBe(24);
  });

  it('lasts an hour less or more on the nights when the clock changes', () => {
    expect(hours('2025-03-29', '22:00', '04:00')).toBe(5);
    expect(hours('2025-10-25', '22:00', '04:00')).toBe(7);
    // An hour that is skipped moves forward; of one that comes twice, the first is meant.
    expect(times('2025-03-29', '22:00', '02:30').endsAt).toBe('2025-03-30T01:30:00.000Z');
    expect(times('2025-10-25', '22:00', '02:30').endsAt).toBe('2025-10-26T00:30:00.000Z');
  });
});
