import { describe, expect, it } from '@jest/globals';
import { figure, quantity } from './quantity.js';

describe('a quantity', () => {
  it('is singular in French below two, in English for one alone', () => {
    expect([0, 1, 2].map((days) => quantity.fr(days, 'jour', 'jours'))).toEqual([
      '0 jour',
      '1 jour',
      '2 jours',
    ]);
    expect([0, 1, 2].map((days) => quantity.en(days, 'day', 'days'))).toEqual(['0 days', '1 day', '2 days']);
  });

  it('is grouped by thousands', () => {
    expect([999, 1000, 1234567].map(figure.fr)).toEqual(['999', '1\u202f000', '1\u202f234\u202f567']);
    expect(figure.en(1234567)).toBe('1,234,567');
  });
});
