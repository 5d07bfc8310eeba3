import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '@hemicycle/database';
import { DailyTasks } from '@hemicycle/jobs';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { withCommittee } from '../support/committee.js';
import { done, type Plenary } from '../support/plenary.js';

jest.setTimeout(120_000);

describe('parity', () => {
  let first: Plenary;
  let chair: MemberVoice;

  beforeAll(async () => {
    first = await withCommittee();
    chair = first.member('CIVIL_SOCIETY', 3);
  });
  afterAll(() => first?.forum.close());

  /** Who holds the seats of civil society: the co-chair, and the committee's members where there are any. */
  const holders = async (): Promise<Voice[]> => {
    const { committee } = await first.forum.anyone.reads(
      '{ committee { coChairs { college holder { person { id } } } members { college holder { person { id } } } } }',
    );
    return Promise.all(
      [...committee.coChairs, ...committee.members]
        .filter(({ college }: Json) => college === 'CIVIL_SOCIETY')
        .map(({ holder }: Json) => first.forum.voiceOf(holder.person.id)),
    );
  };
  const declare = async (voice: Voice, gender: string | null): Promise<Json> => {
    const { data, errors } = await voice.ask(
      'mutation ($input: DeclareForParityInput!) { declareForParity(input: $input) { gender } }',
      { input: { gender } },
    );
    return errors === undefined ? data.declareForParity : (errors[0]?.extensions as Json);
  };
  const own = async (voice: Voice): Promise<Json> => (await voice.reads('{ myParity { gender } }')).myParity;
  const shown = async (): Promise<Json> =>
    (await first.forum.anyone.reads('{ committee { parity { college parity } } }')).committee.parity;
  const lines = async (rule: string): Promise<string[]> =>
    (
      await first.forum.anyone.reads('{ observance { obligations { rule { id } dueOn doneOn state } } }')
    ).observance.obligations
      .filter((one: Json) => one.rule.id === rule)
      .map(({ dueOn, doneOn, state }: Json) => `${dueOn} ${doneOn ?? '-'} ${state}`);
  const kept = async (): Promise<number> =>
    Number(
      (await first.forum.api.get(Database).reader.query('SELECT count(*) FROM parity_declaration'))[0].count,
    );

  it('is asked of whoever holds a seat of the committee, and of nobody else', async () => {
    expect(await own(chair)).toEqual({ gender: null });
    expect(await own(first.member('CIVIL_SOCIETY', 5))).toBeNull();
    expect(await declare(first.member('CIVIL_SOCIETY', 5), 'WOMAN')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await own(first.secretary)).toBeNull();
    expect(await declare(first.secretary, 'WOMAN')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await declare(first.forum.anyone, 'WOMAN')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is unknown, and makes nothing due, while too few have declared', async () => {
    expect(await shown()).toContainEqual({ college: 'CIVIL_SOCIETY', parity: 'UNKNOWN' });
    expect(await lines('PARITY')).toEqual([]);
  });

  it('shows whether the gap is one at most, college by college, and nothing else (PARITY)', async () => {
    const seats = await holders();
    expect(seats.length).toBeGreaterThan(1);
    for (const voice of seats) {
      expect(await declare(voice, 'WOMAN')).toEqual({ gender: 'WOMAN' });
    }
    expect(await own(chair)).toEqual({ gender: 'WOMAN' });
    expect(await shown()).toContainEqual({ college: 'CIVIL_SOCIETY', parity: 'NOT_MET' });
    expect(await lines('PARITY')).toEqual(['2026-06-20 - UPCOMING']);
    expect(await declare(chair, 'MAN')).toEqual({ gender: 'MAN' });
    expect(await shown()).toContainEqual({ college: 'CIVIL_SOCIETY', parity: 'MET' });
    expect(await lines('PARITY')).toEqual(['2026-06-20 2024-06-20 DONE']);
    expect(await shown()).toContainEqual({ college: 'GOVERNMENT', parity: 'UNKNOWN' });
  });

  it('is taken back without a trace of what it was', async () => {
    const before = await kept();
    expect(await declare(chair, null)).toEqual({ gender: null });
    expect(await own(chair)).toEqual({ gender: null });
    expect(await kept()).toBe(before - 1);
    expect(await shown()).toContainEqual({ college: 'CIVIL_SOCIETY', parity: 'UNKNOWN' });
  });

  it('is forgotten, the day after, of whoever left the seat', async () => {
    expect(await declare(chair, 'MAN')).toEqual({ gender: 'MAN' });
    const before = await kept();
    const { committee } = await first.forum.anyone.reads(
      '{ committee { coChairs { id holder { person { id } } } } }',
    );
    const mandate = committee.coChairs.find(({ holder }: Json) => holder.person.id === chair.personId);
    done(await chair.does('resignMandate', { mandateId: mandate.id, lastOn: '2024-06-20' }));
    await first.goTo('2024-06-21');
    await first.forum.api.get(DailyTasks, { strict: false }).begin();
    await first.forum.settled();
    expect(await kept()).toBe(before - 1);
    // Of the one seat that is left there is nothing to say.
    expect(await shown()).toEqual([{ college: 'GOVERNMENT', parity: 'UNKNOWN' }]);
    expect(await own(await first.forum.voiceOf(chair.personId))).toBeNull();
  });
});
