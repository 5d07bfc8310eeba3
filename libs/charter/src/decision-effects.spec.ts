import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import { effectInWords } from './decision-effects.js';

describe('what follows from a decision, in words', () => {
  it('is an edition ratified, or in force from its day (RULES-ADOPTION)', () => {
    expect(effectInWords({ subject: 'RULES_RATIFICATION' }).fr).toBe(
      'L’édition 1 des règles de fonctionnement est ratifiée et reste en vigueur.',
    );
    expect(effectInWords({ subject: 'RULES_EDITION', number: 2, inForceFromOn: day('2024-12-12') })).toEqual({
      fr: 'L’édition 2 des règles de fonctionnement est en vigueur à compter du 12 décembre 2024.',
      en: 'Edition 2 of the rules of procedure is in force from 12 December 2024.',
    });
  });

  it('is a mandate that it ended, or that had ended meanwhile (VACANCY)', () => {
    const removal = {
      subject: 'COMMITTEE_REMOVAL',
      holder: 'Bea',
      office: 'CO_CHAIR',
      college: 'GOVERNMENT',
      takenOn: day('2024-12-12'),
    } as const;
    expect(effectInWords({ ...removal, removed: true }).en).toBe(
      'The mandate of Bea, co-chair (government actors), ended on 12 December 2024; the seat is vacant.',
    );
    expect(effectInWords({ ...removal, removed: false }).en).toBe(
      'The mandate of Bea, co-chair (government actors), had ended already.',
    );
  });
});
