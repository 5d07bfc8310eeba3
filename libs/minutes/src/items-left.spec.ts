import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import { itemsLeft, type LastSession } from './items-left.js';

const none = {
  office: null,
  college: null,
  subject: null,
  objectId: null,
  presentsResults: false,
  reportOfId: null,
  plannedMinutes: null,
};
const SESSION: LastSession = {
  number: 3,
  body: 'PLENARY',
  groupFr: null,
  groupEn: null,
  on: day('2025-06-12'),
  required: false,
  items: [
    { ...none, itemId: 'talk', kind: 'DISCUSSION', titleFr: 'Bilan', titleEn: 'Review' },
    { ...none, itemId: 'taken', kind: 'DECISION', titleFr: 'Décision prise', titleEn: 'Taken' },
    { ...none, itemId: 'not', kind: 'DECISION', titleFr: 'Décision', titleEn: 'Decision' },
    {
      ...none,
      itemId: 'seat',
      kind: 'ELECTION',
      titleFr: 'Élection',
      titleEn: 'Election',
      office: 'CO_CHAIR',
      college: 'GOVERNMENT',
    },
  ],
  decisions: [
    { itemId: 'taken', state: 'REJECTED' },
    { itemId: 'not', state: 'CARRIED_OVER' },
  ],
  elections: [],
  postponements: [],
};

const left = (...sessions: LastSession[]): string[] => itemsLeft(sessions).map(({ titleEn }) => titleEn);

describe('what earlier sessions leave', () => {
  const earlier: LastSession = { ...SESSION, postponements: [{ itemId: 'talk', reason: null }] };
  const next: LastSession = { ...SESSION, number: 4, on: day('2025-12-11'), items: [], decisions: [] };
  const minutes = (number: number, on: string): string =>
    `Take note of the minutes of plenary no. ${number} of ${on}`;

  it('is what no later agenda carried, after the minutes of the last session', () => {
    expect(left(earlier, next)).toEqual([minutes(4, '11 December 2025'), 'Review', 'Decision', 'Election']);
  });

  it('is left no more once a later agenda carried the same matter: it is then for that session to leave it', () => {
    const [talk, , , seat] = SESSION.items.map((item) => ({ ...item, itemId: `later ${item.itemId}` }));
    if (talk === undefined || seat === undefined) throw new Error('No item.');
    const items = [talk, { ...seat, titleFr: 'Le siège', titleEn: 'The seat' }];
    expect(
      left(earlier, {
        ...next,
        items,
        elections: [{ office: 'CO_CHAIR', college: 'GOVERNMENT', state: 'PROCLAIMED' }],
      }),
    ).toEqual([minutes(4, '11 December 2025'), 'Decision']);
    const again = [{ itemId: 'later talk', reason: 'faute de temps' }];
    expect(itemsLeft([earlier, { ...next, items: [talk], postponements: again }]).at(-1)).toMatchObject({
      titleEn: 'Review',
      why: { en: 'Item postponed: faute de temps' },
    });
  });

  it('is the minutes, too, of a session followed by required plenaries alone, which took no note of them (EXTRAORDINARY)', () => {
    const required = { ...next, required: true };
    expect(left(earlier, required).slice(0, 2)).toEqual([
      minutes(3, '12 June 2025'),
      minutes(4, '11 December 2025'),
    ]);
    expect(left(required)).toEqual([minutes(4, '11 December 2025')]);
    expect(left()).toEqual([]);
  });
});

describe('what a session leaves to the next one', () => {
  it('is first to take note of its minutes', () => {
    expect(itemsLeft([{ ...SESSION, items: [] }])).toEqual([
      {
        ...none,
        kind: 'INFORMATION',
        titleFr: 'Prendre acte du compte rendu de la séance plénière n° 3 du 12 juin 2025',
        titleEn: 'Take note of the minutes of plenary no. 3 of 12 June 2025',
        why: { fr: 'Compte rendu dont il reste à prendre acte', en: 'Minutes to be taken note of' },
      },
    ]);
  });

  it('is what it did not decide, adopted and rejected alike being decided', () => {
    expect(left(SESSION).slice(1)).toEqual(['Decision', 'Election']);
    expect(left({ ...SESSION, decisions: [] }).slice(1)).toEqual(['Taken', 'Decision', 'Election']);
  });

  it('is the elections that filled no seat, not those that go on', () => {
    const inState = (state: LastSession['elections'][number]['state']): boolean =>
      left({ ...SESSION, elections: [{ office: 'CO_CHAIR', college: 'GOVERNMENT', state }] }).includes(
        'Election',
      );
    expect(inState('PROCLAIMED')).toBe(false);
    expect(inState('VOTING')).toBe(false);
    expect(inState('FAILED')).toBe(true);
    expect(inState('CANCELLED')).toBe(true);
  });

  it('is not the ratification, which is the first plenary’s alone (RULES-ADOPTION)', () => {
    const item = { ...none, itemId: 'r', kind: 'DECISION', titleFr: 'R', titleEn: 'R' } as const;
    const items = [{ ...item, subject: 'RULES_RATIFICATION' } as const];
    expect(left({ ...SESSION, items, postponements: [{ itemId: 'r', reason: null }] })).toHaveLength(1);
  });

  it('is what was postponed, with its reason, whatever it asked of the session', () => {
    const postponed = itemsLeft([
      { ...SESSION, postponements: [{ itemId: 'talk', reason: 'faute de temps' }] },
    ]);
    expect(postponed[1]).toMatchObject({
      titleFr: 'Bilan',
      why: { fr: 'Point reporté : faute de temps', en: 'Item postponed: faute de temps' },
    });
  });
});
