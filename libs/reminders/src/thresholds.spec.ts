import { addDays, day, type Day } from '@hemicycle/kernel';
import { reminderOn } from './thresholds.js';

/** The days, from long before to long after, on which the reminder changes: how many days ahead, and the threshold. */
function changes(rule: 'C3-TERM' | 'C3-AGENDA' | 'MINUTES' | 'OGP-1.1', dueOn: Day): string[] {
  const said: string[] = [];
  let last: number | null = null;
  for (let ahead = 400; ahead >= -400; ahead -= 1) {
    const now = reminderOn(addDays(dueOn, -ahead), { rule, dueOn, doneOn: null })?.threshold ?? null;
    if (now !== last) said.push(`${ahead}: ${now}`);
    last = now;
  }
  return said;
}

describe('reminders', () => {
  it('of a term that ends come 180, 90, 60 and 30 days ahead, and not after it', () => {
    // A 29 February and both changes of the clocks lie in between.
    expect(changes('C3-TERM', day('2024-04-15'))).toEqual([
      '180: 180',
      '90: 90',
      '60: 60',
      '30: 30',
      '-1: null',
    ]);
  });

  it('of an agenda and of minutes come near their day, and once they are late', () => {
    expect(changes('C3-AGENDA', day('2024-12-31'))).toEqual(['14: 14', '7: 7', '2: 2', '-1: -1']);
    expect(changes('MINUTES', day('2024-03-01'))).toEqual(['7: 7', '2: 2', '-1: -1']);
  });

  it('do not come of what is done, nor of what nobody in particular owes', () => {
    const dueOn = day('2024-03-01');
    expect(reminderOn(dueOn, { rule: 'MINUTES', dueOn, doneOn: day('2024-02-28') })).toBeNull();
    expect(changes('OGP-1.1', dueOn)).toEqual([]);
  });
});
