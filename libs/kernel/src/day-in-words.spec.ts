import { day } from './day.js';
import { dayInWords, endInWords, instantInWords, timeInWords } from './day-in-words.js';

describe('a day in words', () => {
  it('is written as each language writes it', () => {
    expect(dayInWords(day('2024-02-29'))).toEqual({ fr: '29 février 2024', en: '29 February 2024' });
  });

  it('begins a month with an ordinal in French', () => {
    expect(dayInWords(day('2024-03-01'))).toEqual({ fr: '1er mars 2024', en: '1 March 2024' });
    expect(dayInWords(day('2024-03-11')).fr).toBe('11 mars 2024');
  });
});

describe('an instant in words', () => {
  it('is told by the clock of the zone', () => {
    const instant = new Date('2024-06-20T22:30:00Z');
    expect(instantInWords(instant, 'Europe/Paris')).toEqual({
      fr: '21 juin 2024 à 0\u00a0h\u00a030',
      en: '21 June 2024 at 00:30',
    });
    expect(instantInWords(instant, 'America/Cayenne').en).toBe('20 June 2024 at 19:30');
  });
});

describe('the end of a delay in words', () => {
  it('is the end of a day where it falls at midnight, on the nights of daylight-saving time too', () => {
    expect(endInWords(new Date('2024-06-20T22:00:00Z'), 'Europe/Paris')).toEqual({
      fr: '20 juin 2024 à 24\u00a0h\u00a000',
      en: '20 June 2024 at 24:00',
    });
    expect(endInWords(new Date('2024-03-31T22:00:00Z'), 'Europe/Paris').en).toBe('31 March 2024 at 24:00');
  });

  it('is told by the clock where it falls in a day', () => {
    expect(endInWords(new Date('2024-06-20T15:00:00Z'), 'Europe/Paris').en).toBe('20 June 2024 at 17:00');
  });
});

describe('the time of a zone in words', () => {
  it('is summer time or winter time, as the instant has it', () => {
    expect(timeInWords(new Date('2024-06-20T12:00:00Z'), 'Europe/Paris')).toEqual({
      fr: 'heure d’été d’Europe centrale',
      en: 'Central European Summer Time',
    });
    expect(timeInWords(new Date('2024-12-20T12:00:00Z'), 'Europe/Paris').fr).toBe(
      'heure normale d’Europe centrale',
    );
  });
});
