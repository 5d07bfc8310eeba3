import { describe, expect, it } from '@jest/globals';
import { withFrenchSpaces } from './french-spaces.js';

describe('French', () => {
  it('ends no line before its signs, nor within its quotation marks', () => {
    expect(
      withFrenchSpaces({ one: 'La « clé » : où ?', more: { two: 'Séance n° {{number}} ; hier' } }),
    ).toEqual({
      one: 'La «\u00a0clé\u00a0»\u00a0: où\u00a0?',
      more: { two: 'Séance n°\u00a0{{number}}\u00a0; hier' },
    });
  });
});
