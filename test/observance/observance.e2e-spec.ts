import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Json, TestForum } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

jest.setTimeout(120_000);

describe('the calendar of what is due', () => {
  let first: Plenary;
  let forum: TestForum;
  beforeAll(async () => {
    first = await Plenary.planned();
    ({ forum } = first);
  });
  afterAll(() => forum.close());

  const observed = async (on: string | null = null): Promise<Json> =>
    (
      await forum.anyone.reads(
        `query ($on: Day) { observance(on: $on) { on plenariesHeld
           obligations { rule { id effects } subject meetingId dueOn doneOn state why } } }`,
        { on },
      )
    ).observance;
  /** What stands in the calendar by some rules, a line each. */
  const lines = async (on: string | null, ...rules: string[]): Promise<string[]> =>
    (await observed(on)).obligations
      .filter(({ rule }: Json) => rules.includes(rule.id))
      .map(({ rule, dueOn, doneOn, state }: Json) => `${rule.id} ${dueOn} ${doneOn ?? '-'} ${state}`);

  it('tells the public what a planned plenary waits for', async () => {
    expect(await lines(null, 'NOTICE', 'C3-AGENDA')).toEqual([
      'NOTICE 2024-06-05 - DUE_SOON',
      'C3-AGENDA 2024-06-05 - DUE_SOON',
    ]);
    const { obligations } = await observed();
    expect(obligations[0].meetingId).toBe(first.id);
  });

  it('computes it again for a day of the past, from what was known then', async () => {
    const before = await observed('2024-05-30');
    expect(before.obligations).toEqual([]);
    expect(before.plenariesHeld).toBe(0);
  });

  it('counts the plenaries, six months and the seats once the first one was held', async () => {
    await first.held();
    const { plenariesHeld } = await observed();
    expect(plenariesHeld).toBe(1);
    expect(await lines(null, 'OGP-1.1', 'C3-PLENARY-CADENCE', 'C3-TERM')).toEqual([
      'OGP-1.1 2024-12-20 - UPCOMING',
      'C3-PLENARY-CADENCE 2024-12-31 - UPCOMING',
      'C3-TERM 2026-06-20 - UPCOMING',
      'C3-TERM 2026-06-20 - UPCOMING',
    ]);
    // The four members of the committee were not elected: their seats wait for the next plenary.
    expect(await lines(null, 'VACANCY')).toEqual(Array(4).fill('VACANCY 2024-12-20 - UPCOMING'));
    expect(await lines(null, 'MINUTES')).toEqual([
      'MINUTES 2024-07-05 - UPCOMING',
      'MINUTES 2024-07-13 - UPCOMING',
    ]);
    expect(await lines('2024-12-21', 'OGP-1.1')).toEqual(['OGP-1.1 2024-12-20 - LATE']);
    expect(await lines('2025-01-01', 'C3-PLENARY-CADENCE')).toEqual([
      'C3-PLENARY-CADENCE 2024-12-31 - LATE',
      'C3-PLENARY-CADENCE 2025-12-31 - UPCOMING',
    ]);
    expect(await lines('2026-06-21', 'ACTING')).toEqual(Array(2).fill('ACTING 2026-12-20 - UPCOMING'));
  });

  it('takes the day of a meeting by the clock of the forum, on the night when summer time begins', async () => {
    const { secretary } = first;
    // 30 March 2025 at 23:30 UTC is 31 March at 01:30 in Paris.
    const input = { startsAt: '2025-03-30T23:30:00.000Z', place: 'Palais d’Iéna' };
    const { id } = done(await secretary.does('planMeeting', input, '... on Meeting { id }'));
    expect(await lines(null, 'NOTICE')).toEqual(['NOTICE 2025-03-16 - UPCOMING']);
    const items = [{ kind: 'INFORMATION', titleFr: 'Ouverture', titleEn: 'Opening' }];
    done(await secretary.does('draftAgenda', { meetingId: id, items }));
    done(await secretary.does('turnKey', { meetingId: id, version: 1, key: 'SECRETARIAT' }));
    const { obligations } = await observed();
    const waiting = obligations.filter(({ rule }: Json) => rule.id === 'C3-AGENDA');
    expect(waiting.map(({ subject }: Json) => subject)).toEqual([
      'Agenda of plenary 2: the committee’s half, government',
      'Agenda of plenary 2: the committee’s half, civil society',
    ]);
    expect(waiting.map(({ meetingId }: Json) => meetingId)).toEqual([id, id]);
  });

  it('looks ten years ahead, and no further', async () => {
    const asked = 'query ($on: Day) { observance(on: $on) { on } }';
    expect((await forum.anyone.reads(asked, { on: '2034-06-20' })).observance.on).toBe('2034-06-20');
    for (const on of ['2034-06-21', '9999-12-31']) {
      const { errors } = await forum.anyone.ask(asked, { on });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'on' });
    }
    expect((await forum.anyone.reads(asked, { on: '0001-01-01' })).observance.on).toBe('0001-01-01');
  });

  it('says it in the language of the reader, with the article of the charter', async () => {
    const { observance } = await forum.anyone.reads(
      `{ observance { obligations { rule { id source { document } } subject(language: FR) why(language: FR) } } }`,
    );
    const six = observance.obligations.find(({ rule }: Json) => rule.id === 'OGP-1.1');
    expect(six.subject).toBe('Séance plénière dans les six mois qui suivent celle du 20 juin 2024');
    expect(six.why).toContain('six mois mènent au 20 décembre 2024');
  });
});
