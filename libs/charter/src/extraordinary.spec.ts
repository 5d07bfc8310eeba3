import { describe, expect, it } from '@jest/globals';
import { requirementOf } from './extraordinary.js';
import { EDITION_0 } from './rules-of-procedure.js';

const required = (supporters: number, members: number, coChairs = 0): boolean =>
  requirementOf({ supporters, members, coChairs }, EDITION_0).required;

describe('a plenary that members require (EXTRAORDINARY)', () => {
  it('takes a third of them, rounded up', () => {
    expect([required(3, 9), required(2, 9)]).toEqual([true, false]);
    expect([required(4, 10), required(3, 10)]).toEqual([true, false]);
    expect(required(0, 0)).toBe(false);
  });

  it('or both co-chairs, not one of them', () => {
    expect([required(2, 30, 2), required(2, 30, 1)]).toEqual([true, false]);
  });

  it('shows its arithmetic', () => {
    expect(requirementOf({ supporters: 2, members: 10, coChairs: 1 }, EDITION_0).explanation).toEqual({
      fr: '2 sur 10 membres la demandent ; il en faut 4 (1/3 de 10, arrondi à l’entier supérieur), ou les deux coprésidents, dont 1 la demande.',
      en: '2 of 10 members ask for it; it takes 4 (1/3 of 10, rounded up), or both co-chairs, 1 of whom asks.',
    });
  });
});
