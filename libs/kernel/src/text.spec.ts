import fc from 'fast-check';
import { LANGUAGES, preferredLanguage } from './text.js';

describe('the preferred language', () => {
  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['fr-CH, en;q=0.8', 'fr'],
    ['de, en;q=0.5, fr;q=0.4', 'en'],
    ['fr;q=0.3, en;q=0.9', 'en'],
    ['en; q=0.9, fr; q=0.9', 'en'],
    ['en;q=0, fr;q=0.1', 'fr'],
    ['en;q=0', 'fr'],
    ['*', 'fr'],
    ['de, ja', 'fr'],
    ['english', 'fr'],
    ['en;q=nonsense', 'en'],
    ['en;level=1;q=0.2, fr;q=0.3', 'fr'],
    ['en;q=1.2.3', 'fr'],
  ] as const)('of %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it('is always one that the forum speaks', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(LANGUAGES).toContain(preferredLanguage(header));
      }),
    );
  });
});
