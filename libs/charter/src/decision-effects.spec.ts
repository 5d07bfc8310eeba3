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

  it('is a group set up or closed, or a facilitator named (WORKING-GROUP-SETUP)', () => {
    const theme = { fr: 'Justice ouverte', en: 'Open justice' };
    const takenOn = day('2024-12-12');
    const setUp = {
      subject: 'WORKING_GROUP_SETUP',
      theme,
      commitments: [12, 3],
      facilitators: [
        { name: 'Ana', college: 'GOVERNMENT' },
        { name: 'Bea', college: 'CIVIL_SOCIETY' },
      ],
      takenOn,
    } as const;
    expect(effectInWords(setUp).fr).toBe(
      'Le groupe de travail « Justice ouverte » est constitué depuis le 12 décembre 2024 pour les engagements 3 et 12 du plan d’action ; le mandat de ses animateurs, Ana (acteurs publics) et Bea (société civile), commence ce jour.',
    );
    expect(effectInWords({ ...setUp, commitments: [7] }).en).toBe(
      'The working group “Open justice” is set up from 12 December 2024 for commitment 7 of the action plan; the mandates of its facilitators, Ana (government) and Bea (civil society), begin on that day.',
    );
    expect(effectInWords({ subject: 'WORKING_GROUP_CLOSURE', theme, takenOn }).en).toBe(
      'The working group “Open justice” is closed on 12 December 2024; what it did stays public.',
    );
    expect(effectInWords({ subject: 'FACILITATOR_NAMING', theme, facilitator: 'Bea', takenOn }).en).toBe(
      'Bea is named a facilitator of the working group “Open justice” from 12 December 2024.',
    );
  });
});
